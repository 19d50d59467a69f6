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
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.ChangeRun.Outcome;
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
    Wanted[] all = {wanted("dev", NEW, "b"), wanted("qa", NEW, "b"), record("aws", "applied")};

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

    Outcome outcome = run(plan);

    assertThat(outcome.failure().orElseThrow().code()).isEqualTo(Code.CONFLICT);
    assertThat(outcome.done()).extracting(PlannedChange::stage).containsExactly("aaa");
    assertThat(outcome.open()).extracting(PlannedChange::stage).containsExactly("dev", "zzz");
    assertThat(text("dev")).contains("theirs");
    assertThat(backend.locks(Cancellation.never())).isEmpty();
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
    ChangeRun run =
        new ChangeRun(
            backend,
            _ -> {
              throw full;
            },
            _ -> {});

    assertThatThrownBy(() -> run.apply(plan, Progress.NONE, Cancellation.never())).isSameAs(full);
    assertThat(backend.read(ref("aaa"))).isEmpty();
    assertThat(text("dev")).contains("\"a\"");
  }

  @Test
  void whatIsNotWantedGoesLastAndOnlyWhenAskedFor() throws Exception {
    stored("old", OLD, "a");
    List<Wanted> wanted = List.of(wanted("dev", NEW, "b"));
    assertThat(plan(OnConflict.FAIL, wanted.getFirst()).effective()).hasSize(1);

    ChangePlan plan =
        ChangePlan.of(
            wanted,
            backend,
            new ChangePlan.Rules("restore", OnConflict.FAIL, _ -> true),
            Progress.NONE,
            Cancellation.never());
    Outcome outcome = run(plan);

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
    ChangePlan plan = plan(OnConflict.FAIL, wanted("aaa", NEW, "b"), wanted("bbb", NEW, "b"));
    Cancellation cancellation = new Cancellation();

    Outcome outcome =
        new ChangeRun(backend, _ -> {}, _ -> {})
            .apply(plan, (done, _) -> cancellation.cancel(), cancellation);

    assertThat(outcome.done()).hasSize(1);
    assertThat(outcome.open()).extracting(PlannedChange::stage).containsExactly("bbb");
    assertThat(outcome.complete()).isFalse();
    assertThat(backend.locks(Cancellation.never())).isEmpty();
  }

  private ChangePlan plan(OnConflict onConflict, Wanted... wanted) throws Exception {
    return ChangePlan.of(
        List.of(wanted),
        backend,
        new ChangePlan.Rules("restore", onConflict, ChangePlan.Rules.KEEP),
        Progress.NONE,
        Cancellation.never());
  }

  private Outcome run(ChangePlan plan) throws Exception {
    return new ChangeRun(backend, kept::addAll, _ -> {})
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

  private static Wanted wanted(String stage, String updatedAt, String url) {
    return new Wanted(
        EntryKind.RECEIPT, "shop", stage, "aws-lambda", updatedAt, receipt(stage, updatedAt, url));
  }

  private static Wanted record(String provider, String lifecycle) {
    String text =
        "{\"schemaVersion\": 2, \"service\": \"shop\", \"stage\": \"dev\", \"provider\": \""
            + provider
            + "\", \"updatedAt\": \"2026-03-01T10:00:00.000Z\", \"lifecycle\": \""
            + lifecycle
            + "\"}";
    return new Wanted(
        EntryKind.RECORD, "shop", "dev", provider, OLD, text.getBytes(StandardCharsets.UTF_8));
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
