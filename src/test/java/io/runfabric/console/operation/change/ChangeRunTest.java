package io.runfabric.console.operation.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// On a store of text, on one of rows, and on one that keeps JSON only.
@ParameterizedClass
@EnumSource
class ChangeRunTest {

  enum Ground {
    LOCAL,
    SQLITE,
    POSTGRES
  }

  private static final String OLD = "2026-03-01T10:00:00Z";
  private static final String NEW = "2026-03-02T10:00:00Z";

  @TempDir private Path folder;
  private final Ground ground;
  private final List<PlannedChange> kept = new ArrayList<>();
  private StateBackend backend;

  ChangeRunTest(Ground ground) {
    this.ground = ground;
  }

  @BeforeEach
  void open() throws Exception {
    backend = Backends.open(project(), BackendOptions.standard());
  }

  private Project project() throws Exception {
    return switch (ground) {
      case LOCAL -> TestProject.in(folder, new BackendSettings.Local());
      case SQLITE -> TestProject.in(folder, new BackendSettings.Sqlite(folder.resolve("state.db")));
      case POSTGRES ->
          TestProject.in(
              folder,
              new BackendSettings.Postgres("DSN", "receipts"),
              TestProject.localRecords(folder),
              Map.of("DSN", PostgresServer.running().newTenant().dsn()));
    };
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void thePlanSaysWhatEachEntryWouldBecome() throws Exception {
    stored("same", OLD, "a");
    stored("grown", OLD, "a");
    stored("ahead", NEW, "a");
    stored("other", OLD, "a");

    ChangePlan plan =
        plan(
            OnConflict.FAIL,
            wanted("new", OLD, "a"),
            wanted("same", OLD, "a"),
            wanted("grown", NEW, "b"),
            wanted("ahead", OLD, "b"),
            wanted("other", OLD, "b"));

    assertThat(plan.changes())
        .extracting(PlannedChange::verdict)
        .containsExactly(
            Verdict.CREATE, Verdict.IDENTICAL, Verdict.NEWER, Verdict.OLDER, Verdict.DIFFERS);
    assertThat(plan.changes())
        .extracting(PlannedChange::action)
        .containsExactly(Action.WRITE, Action.LEAVE, Action.WRITE, Action.REFUSE, Action.REFUSE);
    assertThat(plan.changes().get(2).changes())
        .extracting(JsonDiff.Change::path)
        .containsExactlyInAnyOrder("outputs.url", "updatedAt");
  }

  @Test
  void olderStateNeverReplacesNewerUnlessToldTo() throws Exception {
    stored("dev", NEW, "a");
    ChangePlan refused = plan(OnConflict.FAIL, wanted("dev", OLD, "b"), wanted("qa", OLD, "b"));

    assertThatThrownBy(() -> run(refused))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT))
        .hasMessageContaining("receipt dev is older");
    assertThat(backend.read(ref("qa"))).isEmpty();
    assertThat(text("dev")).contains(NEW);

    run(plan(OnConflict.SKIP, wanted("dev", OLD, "b"), wanted("qa", OLD, "b")));
    assertThat(text("dev")).contains(NEW);
    assertThat(text("qa")).contains(OLD);

    run(plan(OnConflict.OVERWRITE, wanted("dev", OLD, "b")));
    assertThat(text("dev")).contains(OLD);
    assertThat(kept).extracting(PlannedChange::stage).containsExactly("dev");
  }

  @Test
  void doingItAgainChangesNothing() throws Exception {
    stored("dev", OLD, "a");
    One[] all = {wanted("dev", NEW, "b"), wanted("qa", NEW, "b"), record("aws", "applied")};

    Outcome first = run(plan(OnConflict.FAIL, all));
    ChangePlan again = plan(OnConflict.FAIL, all);

    assertThat(first.complete()).isTrue();
    assertThat(first.done()).hasSize(3);
    assertThat(again.effective()).isEmpty();
    assertThat(run(again).done()).isEmpty();
  }

  @Test
  void whatAnotherChangedMeanwhileIsLeftAloneAndTold() throws Exception {
    stored("dev", OLD, "a");
    ChangePlan plan =
        plan(
            OnConflict.FAIL,
            wanted("aaa", NEW, "b"),
            wanted("dev", NEW, "b"),
            wanted("zzz", NEW, "b"));
    StoredDocument then = backend.read(ref("dev")).orElseThrow();
    backend.write(
        ref("dev"), receipt("dev", OLD, "theirs"), new Precondition.Matches(then.revision()));

    assertThatThrownBy(() -> run(plan))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT))
        .hasMessageContaining("receipt dev was changed since the plan");
    assertThat(text("dev")).contains("theirs");
    assertThat(backend.read(ref("aaa"))).isEmpty();
    assertThat(backend.locks(Cancellation.never())).isEmpty();
  }

  @Test
  void whatChangesUnderTheLocksIsLeftAloneAndTold() throws Exception {
    stored("dev", OLD, "a");
    One[] all = {wanted("aaa", NEW, "b"), wanted("dev", NEW, "b"), wanted("zzz", NEW, "b")};
    ChangePlan plan = plan(OnConflict.FAIL, all);
    DocumentRef dev = ref("dev");
    ChangeRun.Around meanwhile =
        _ -> {
          Revision then = backend.read(dev).orElseThrow().revision();
          backend.write(dev, receipt("dev", OLD, "theirs"), new Precondition.Matches(then));
        };

    Outcome outcome =
        new ChangeRun(backend, feed(all), meanwhile, /* keepGoing= */ true)
            .apply(plan, Progress.NONE, Cancellation.never());

    assertThat(outcome.failure().orElseThrow().code()).isEqualTo(Code.CONFLICT);
    assertThat(outcome.done()).extracting(PlannedChange::stage).containsOnly("aaa", "zzz");
    assertThat(outcome.failed())
        .extracting(failed -> failed.change().stage())
        .containsExactly("dev");
    assertThat(text("dev")).contains("theirs");
    assertThat(backend.locks(Cancellation.never())).isEmpty();
  }

  @Test
  void whatIsHandedOverOtherwiseThanPlannedIsNotWritten() throws Exception {
    ChangePlan plan = plan(OnConflict.FAIL, wanted("dev", NEW, "b"), wanted("qa", NEW, "b"));

    Outcome outcome =
        new ChangeRun(backend, feed(wanted("dev", NEW, "c")), kept::addAll, true)
            .apply(plan, Progress.NONE, Cancellation.never());

    assertThat(outcome.done()).isEmpty();
    assertThat(outcome.failed()).hasSize(2);
    assertThat(outcome.failed())
        .allSatisfy(failed -> assertThat(failed.why().code()).isEqualTo(Code.CONFLICT));
    assertThat(backend.read(ref("dev"))).isEmpty();
  }

  @Test
  void anotherServicesDocumentIsNeverReplaced() throws Exception {
    byte[] theirs =
        new String(receipt("dev", OLD, "a"), StandardCharsets.UTF_8)
            .replace("shop", "bank")
            .getBytes(StandardCharsets.UTF_8);
    backend.write(ref("dev"), theirs, Precondition.ABSENT);

    ChangePlan overwrite = plan(OnConflict.OVERWRITE, wanted("dev", NEW, "b"));

    assertThat(overwrite.changes().getFirst().verdict()).isEqualTo(Verdict.FOREIGN);
    assertThat(overwrite.refused()).hasSize(1);
    assertThat(plan(OnConflict.SKIP, wanted("dev", NEW, "b")).effective()).isEmpty();
  }

  @Test
  void nothingIsDoneWhileSomebodyHoldsOneOfTheStages() throws Exception {
    Lease theirs =
        backend.lock(
            EntryKind.RECEIPT,
            new LockRequest("shop", "qa", "", "deploy", Duration.ofMinutes(15)),
            false);
    ChangePlan plan = plan(OnConflict.FAIL, wanted("dev", NEW, "b"), wanted("qa", NEW, "b"));

    assertThatThrownBy(() -> run(plan))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LOCKED));
    assertThat(backend.read(ref("dev"))).isEmpty();
    theirs.check();
    theirs.release();
    assertThat(backend.locks(Cancellation.never())).isEmpty();
  }

  @Test
  void whatWouldBeReplacedIsKeptFirstOrNothingIsDone() throws Exception {
    stored("dev", OLD, "a");
    ChangePlan plan = plan(OnConflict.FAIL, wanted("aaa", NEW, "b"), wanted("dev", NEW, "b"));
    BackendException full = new BackendException(Code.UNREACHABLE, "the disk is full", "");
    ChangeRun.Around around =
        _ -> {
          throw full;
        };
    ChangeRun run = new ChangeRun(backend, feed(), around, false);

    assertThatThrownBy(() -> run.apply(plan, Progress.NONE, Cancellation.never())).isSameAs(full);
    assertThat(backend.read(ref("aaa"))).isEmpty();
    assertThat(text("dev")).contains("\"a\"");
  }

  @Test
  void whatIsNotWantedGoesLastAndOnlyWhenAskedFor() throws Exception {
    stored("old", OLD, "a");
    One wanted = wanted("dev", NEW, "b");
    assertThat(plan(OnConflict.FAIL, wanted).effective()).hasSize(1);

    ChangePlan plan =
        ChangePlan.of(
            feed(wanted),
            backend,
            new ChangePlan.Rules("restore", OnConflict.FAIL, _ -> true),
            Progress.NONE,
            Cancellation.never());
    Outcome outcome = run(plan, wanted);

    assertThat(outcome.done()).extracting(PlannedChange::stage).containsExactly("dev", "old");
    assertThat(backend.read(ref("old"))).isEmpty();
  }

  @Test
  void namesThatLeadElsewhereAreRefusedBeforeAnythingIsRead() {
    assertThatThrownBy(() -> plan(OnConflict.FAIL, wanted("../../x", NEW, "b")))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
    assertThatThrownBy(
            () -> plan(OnConflict.FAIL, wanted("dev", NEW, "b"), wanted("dev", OLD, "b")))
        .hasMessageContaining("same place");
  }

  @Test
  void aCancelledRunSaysWhatIsOpen() throws Exception {
    One[] all = new One[200];
    for (int i = 0; i < all.length; i++) {
      all[i] = wanted("stage" + i, NEW, "b");
    }
    ChangePlan plan = plan(OnConflict.FAIL, all);
    Cancellation cancellation = new Cancellation();

    Outcome outcome =
        new ChangeRun(backend, feed(all), kept::addAll, false)
            .apply(
                plan,
                (done, _) -> {
                  if (done == 3) {
                    cancellation.cancel();
                  }
                },
                cancellation);

    assertThat(outcome.done()).hasSizeBetween(3, 100);
    assertThat(outcome.done().size() + outcome.open().size()).isEqualTo(all.length);
    assertThat(outcome.failed()).isEmpty();
    assertThat(outcome.complete()).isFalse();
    assertThat(backend.locks(Cancellation.never())).isEmpty();
  }

  /// A document and its bytes.
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record One(Wanted wanted, byte[] content) {}

  private List<One> planned = List.of();

  private static Feed<RuntimeException> feed(One... all) {
    return (sink, cancellation) -> {
      for (One one : all) {
        cancellation.check();
        sink.take(one.wanted(), one.content());
      }
    };
  }

  private ChangePlan plan(OnConflict onConflict, One... wanted) throws Exception {
    planned = List.of(wanted);
    return ChangePlan.of(
        feed(wanted),
        backend,
        new ChangePlan.Rules("restore", onConflict, ChangePlan.Rules.KEEP),
        Progress.NONE,
        Cancellation.never());
  }

  private Outcome run(ChangePlan plan) throws Exception {
    return run(plan, planned.toArray(One[]::new));
  }

  private Outcome run(ChangePlan plan, One... wanted) throws Exception {
    return new ChangeRun(backend, feed(wanted), kept::addAll, false)
        .apply(plan, Progress.NONE, Cancellation.never());
  }

  private void stored(String stage, String updatedAt, String url) throws Exception {
    backend.write(ref(stage), receipt(stage, updatedAt, url), Precondition.ABSENT);
  }

  private DocumentRef ref(String stage) throws Exception {
    return backend.locate(EntryAddress.receipt(stage));
  }

  private String text(String stage) throws Exception {
    return new String(backend.read(ref(stage)).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  private static One wanted(String stage, String updatedAt, String url) {
    byte[] content = receipt(stage, updatedAt, url);
    return new One(
        Wanted.of(Part.RECEIPT, "shop", stage, "aws-lambda", updatedAt, content), content);
  }

  private static One record(String provider, String lifecycle) {
    byte[] content =
        ("{\"schemaVersion\": 2, \"service\": \"shop\", \"stage\": \"dev\", \"provider\": \""
                + provider
                + "\", \"updatedAt\": \"2026-03-01T10:00:00.000Z\", \"lifecycle\": \""
                + lifecycle
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    return new One(Wanted.of(Part.RECORD, "shop", "dev", provider, OLD, content), content);
  }

  private static byte[] receipt(String stage, String updatedAt, String url) {
    String text =
        "{\"version\": 2, \"service\": \"shop\", \"stage\": \""
            + stage
            + "\", \"provider\": \"aws-lambda\", \"deploymentId\": \"d\", \"outputs\": {\"url\": \""
            + url
            + "\"}, \"updatedAt\": \""
            + updatedAt
            + "\"}";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
