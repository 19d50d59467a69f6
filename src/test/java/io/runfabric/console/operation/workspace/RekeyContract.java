package io.runfabric.console.operation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.workspace.RekeyMove.Fate;
import io.runfabric.console.operation.workspace.RekeyPlan.Choice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What moving rows between workspaces keeps to, for every kind that has them.
abstract class RekeyContract {

  private static final String TO = "/srv/my ]api%";
  private static final Choice OWN = new Choice(Set.of(), false);

  @TempDir protected Path folder;

  /// A project on an empty table of a real database.
  abstract Project project() throws Exception;

  @Test
  void rowsAreUnderTheNewIdAloneAndEqualWhatTheyWere() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1.50"));
    put(".", "prod", receipt("shop", "prod", "12345678901234567890"));

    Rekey.Done done = rekey(plan(OWN));

    assertThat(done.moved()).containsExactly("dev", "prod");
    assertThat(stages(".")).isEmpty();
    assertThat(digest(TO, "dev")).isEqualTo(canonical(receipt("shop", "dev", "1.50")));
    assertThat(digest(TO, "prod"))
        .isEqualTo(canonical(receipt("shop", "prod", "12345678901234567890")));
    assertThat(Files.readAllLines(done.snapshot())).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(done.snapshot())))
        .isEqualTo("rw-------");
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  @Test
  void theReverseMoveIsTheUndo() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    rekey(plan(OWN));

    rekey(RekeyPlan.of(project(), options(), TO, ".", OWN, Cancellation.never()));

    assertThat(stages(TO)).isEmpty();
    assertThat(digest(".", "dev")).isEqualTo(canonical(receipt("shop", "dev", "1")));
  }

  @Test
  void rowsOfOtherServicesStay() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put(".", "qa", receipt("billing", "qa", "1"));

    RekeyPlan plan = plan(OWN);
    rekey(plan);

    assertThat(plan.left()).extracting(entry -> entry.service()).containsExactly("billing");
    assertThat(stages(".")).containsExactly("qa");
    assertThat(stages(TO)).containsExactly("dev");
  }

  @Test
  void onlyTheNamedStagesAreMoved() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put(".", "qa", receipt("shop", "qa", "1"));

    rekey(plan(new Choice(Set.of("qa"), false)));

    assertThat(stages(".")).containsExactly("dev");
  }

  @Test
  void anotherDocumentUnderTheNewIdStopsEverything() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put(".", "qa", receipt("shop", "qa", "1"));
    put(TO, "qa", receipt("shop", "qa", "2"));

    RekeyPlan plan = plan(OWN);
    BackendException refused = refused(plan);

    assertThat(plan.blocked()).extracting(RekeyMove::stage).containsExactly("qa");
    assertThat(refused.code()).isEqualTo(Code.CONFLICT);
    assertThat(stages(".")).containsExactly("dev", "qa");
    assertThat(digest(TO, "qa")).isEqualTo(canonical(receipt("shop", "qa", "2")));
    assertThat(folder.resolve(".runfabric/backup")).doesNotExist();
  }

  @Test
  void aStoppedRunIsFinishedByTheSameCommand() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put(".", "qa", receipt("shop", "qa", "1"));
    // As a crash between the write and the removal leaves it.
    put(TO, "dev", receipt("shop", "dev", "1.0"));
    RekeyPlan again = plan(OWN);

    assertThat(again.moves())
        .extracting(RekeyMove::fate)
        .containsExactly(Fate.REMOVE_OLD, Fate.MOVE);
    rekey(again);

    assertThat(stages(".")).isEmpty();
    assertThat(stages(TO)).containsExactly("dev", "qa");
  }

  @Test
  void aRunThatIsStoppedBetweenRowsCanBeRunAgain() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put(".", "qa", receipt("shop", "qa", "1"));

    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () ->
                    rekey(
                        plan(OWN),
                        _ -> {
                          throw new CancellationException("stopped");
                        })))
        .isNotNull();
    assertThat(stages(".")).containsExactly("qa");
    rekey(plan(OWN));

    assertThat(stages(TO)).containsExactly("dev", "qa");
  }

  @Test
  void aRowThatChangedSinceThePlanStopsEverythingBeforeTheFirstWrite() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put(".", "qa", receipt("shop", "qa", "1"));
    RekeyPlan plan = plan(OWN);
    change(".", "qa", receipt("shop", "qa", "2"));

    assertThat(refused(plan).code()).isEqualTo(Code.CONFLICT);

    assertThat(stages(".")).containsExactly("dev", "qa");
    assertThat(stages(TO)).isEmpty();
    assertThat(digest(".", "qa")).isEqualTo(canonical(receipt("shop", "qa", "2")));
  }

  @Test
  void aRowThatAppearedUnderTheNewIdSinceThePlanIsNotWrittenOver() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    RekeyPlan plan = plan(OWN);
    put(TO, "dev", receipt("shop", "dev", "9"));

    assertThat(refused(plan).code()).isEqualTo(Code.CONFLICT);

    assertThat(digest(TO, "dev")).isEqualTo(canonical(receipt("shop", "dev", "9")));
    assertThat(stages(".")).containsExactly("dev");
  }

  @Test
  void aStageThatSomebodyWorksOnKeepsEveryRowInItsPlace() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put(".", "qa", receipt("shop", "qa", "1"));
    try (StateBackend backend = open(".")) {
      Lease held =
          backend.lock(
              EntryKind.RECEIPT,
              new LockRequest("shop", "qa", "", "deploy", Duration.ofMinutes(5)),
              false);

      RekeyPlan plan = plan(OWN);
      assertThat(plan.held()).isNotEmpty();
      assertThat(refused(plan).code()).isEqualTo(Code.LOCKED);
      held.release();
    }

    assertThat(stages(".")).containsExactly("dev", "qa");
    assertThat(stages(TO)).isEmpty();
  }

  @Test
  void theTableTellsWhoseIdsAreWhose() throws Exception {
    put(".", "dev", receipt("shop", "dev", "1"));
    put("/elsewhere", "dev", receipt("billing", "dev", "1"));
    put(folder.toString(), "dev", receipt("shop", "dev", "1"));

    WorkspaceTable table = WorkspaceTable.of(project(), options(), Cancellation.never());

    assertThat(table.ambiguous()).isTrue();
    assertThat(table.shares())
        .filteredOn(WorkspaceShare::matches)
        .extracting(WorkspaceShare::id)
        .containsExactlyInAnyOrder(".", folder.toString());
    assertThat(table.shares())
        .filteredOn(share -> share.id().equals("/elsewhere"))
        .allSatisfy(share -> assertThat(share.services()).containsEntry("billing", 1L));
    assertThat(table.shares()).noneMatch(WorkspaceShare::chosen);
  }

  private RekeyPlan plan(Choice choice) throws Exception {
    return RekeyPlan.of(project(), options(), ".", TO, choice, Cancellation.never());
  }

  private Rekey.Done rekey(RekeyPlan plan) throws Exception {
    return rekey(plan, _ -> {});
  }

  private Rekey.Done rekey(RekeyPlan plan, Consumer<RekeyMove> moved) throws Exception {
    List<BackendException> notGivenBack = new ArrayList<>();
    Rekey.Done done =
        new Rekey(project(), options(), plan).run(moved, Cancellation.never(), notGivenBack::add);
    assertThat(notGivenBack).isEmpty();
    return done;
  }

  private BackendException refused(RekeyPlan plan) {
    return catchThrowableOfType(BackendException.class, () -> rekey(plan));
  }

  private static BackendOptions options() {
    return BackendOptions.standard();
  }

  private StateBackend open(String workspace) throws Exception {
    return Backends.open(project(), options().withWorkspace(Optional.of(workspace)));
  }

  private void put(String workspace, String stage, String text) throws Exception {
    try (StateBackend backend = open(workspace)) {
      backend.write(
          backend.locate(EntryAddress.receipt(stage)),
          text.getBytes(StandardCharsets.UTF_8),
          Precondition.ABSENT);
    }
  }

  private void change(String workspace, String stage, String text) throws Exception {
    try (StateBackend backend = open(workspace)) {
      DocumentRef ref = backend.locate(EntryAddress.receipt(stage));
      backend.write(
          ref,
          text.getBytes(StandardCharsets.UTF_8),
          new Precondition.Matches(backend.read(ref).orElseThrow().revision()));
    }
  }

  private Set<String> stages(String workspace) throws Exception {
    Set<String> stages = new TreeSet<>();
    try (StateBackend backend = open(workspace)) {
      backend.entries(entry -> stages.add(entry.stage()), Cancellation.never());
    }
    return stages;
  }

  private Object digest(String workspace, String stage) throws Exception {
    try (StateBackend backend = open(workspace)) {
      return backend
          .read(backend.locate(EntryAddress.receipt(stage)))
          .map(StoredDocument::content)
          .map(CanonicalJson::digest)
          .orElseThrow();
    }
  }

  private static Object canonical(String text) {
    return CanonicalJson.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String receipt(String service, String stage, String number) {
    return """
    {"version": 2, "service": "%s", "stage": "%s", "provider": "aws-lambda",
     "outputs": {"ü": "\\u0001"}, "unknown": %s, "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(service, stage, number)
        .replace("\\u0001", "x");
  }
}
