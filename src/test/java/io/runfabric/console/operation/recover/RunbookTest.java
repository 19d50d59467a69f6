package io.runfabric.console.operation.recover;

import static io.runfabric.console.operation.recover.RecoverProject.journalText;
import static io.runfabric.console.operation.recover.RecoverProject.receiptText;
import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.recover.Situation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookTest {

  private static final String ENDED = "2026-03-01T11:00:00Z";
  private static final String HOLDS = "2026-03-01T12:10:00Z";

  @TempDir private Path folder;
  private RecoverProject project;

  @BeforeEach
  void aProject() throws IOException {
    project = new RecoverProject(folder);
  }

  @Test
  void aFinishedDeployNeedsNothing() throws Exception {
    project.receipt("dev").journal("dev", journalText("dev", "completed", 4, 0));

    Runbook runbook = project.runbook();

    assertThat(runbook.situations()).isEmpty();
    assertThat(runbook.needsAction()).isFalse();
  }

  @Test
  void anInterruptedDeployIsLookedAtAndBackedUpBeforeAnythingIsChanged() throws Exception {
    project.journal("dev", journalText("dev", "active", 4, 0)).lock("dev", ENDED);

    Runbook runbook = project.runbook();

    assertThat(runbook.situations())
        .extracting(Situation::kind)
        .containsExactly(Kind.INTERRUPTED_DEPLOY, Kind.STALE_LOCK);
    Situation interrupted = runbook.situations().getFirst();
    assertThat(interrupted.evidence())
        .anyMatch(line -> line.contains("is active, version 4"))
        .anyMatch(line -> line.contains("ended at " + ENDED))
        .anyMatch(line -> line.contains("create_lambda shop-dev-hello"));
    String yml = ShellWords.line(List.of(folder.resolve("runfabric.yml").toString()));
    assertThat(interrupted.steps())
        .extracting(Step::command)
        .containsExactly(
            "runfabric-console inspect --stage dev -c " + yml,
            "",
            "runfabric-console state backup --stage dev -c " + yml,
            "runfabric recover --mode inspect -c " + yml + " --stage dev",
            "runfabric-console state force-unlock --service shop --stage dev -c " + yml,
            "runfabric recover --mode resume -c " + yml + " --stage dev",
            "runfabric recover --mode rollback -c " + yml + " --stage dev",
            "runfabric-console recover --archive --stage dev -c " + yml,
            "runfabric plan -c " + yml + " --stage dev");
    assertThat(runbook.needsAction()).isTrue();
  }

  @Test
  void aDeployUnderALiveLockGoesOn() throws Exception {
    project.journal("dev", journalText("dev", "rolling_back", 4, 0)).lock("dev", HOLDS);

    assertThat(project.kinds()).isEmpty();
  }

  @Test
  void afterThreeAttemptsNobodyIsToldToRollBack() throws Exception {
    project.receipt("dev").journal("dev", journalText("dev", "rolling_back", 9, 3));

    Runbook runbook = project.runbook();

    assertThat(runbook.situations())
        .extracting(Situation::kind)
        .containsExactly(Kind.INTERRUPTED_DEPLOY, Kind.ATTEMPTS_EXHAUSTED);
    assertThat(runbook.situations())
        .flatExtracting(Situation::steps)
        .extracting(Step::command)
        .noneMatch(command -> command.contains("--mode rollback"))
        .anyMatch(command -> command.contains("--mode resume"));
  }

  @Test
  void twoAttemptsStillRollBack() throws Exception {
    project.receipt("dev").journal("dev", journalText("dev", "active", 9, 2));

    assertThat(project.kinds()).containsExactly(Kind.INTERRUPTED_DEPLOY);
    assertThat(project.runbook().situations().getFirst().steps())
        .anyMatch(step -> step.command().contains("--mode rollback"));
  }

  @Test
  void aLockWithoutAJournalIsToldAndUrgentOnceItsProcessIsGone() throws Exception {
    project.lock("dev", HOLDS);

    Situation lock = project.runbook().situations().getFirst();

    assertThat(lock.kind()).isEqualTo(Kind.LOCK_WITHOUT_JOURNAL);
    assertThat(lock.urgency()).isEqualTo(Urgency.WARNING);
    assertThat(lock.steps()).anyMatch(step -> step.action().equals("force-unlock"));
  }

  @Test
  void everythingThatDoesNotLoadIsNamedWithItsReason() throws Exception {
    project
        .file(".runfabric/dev.json", "{\"version\": 7, \"stage\": \"dev\", \"outputs\": {}}")
        .journal("qa", "{")
        .file(".runfabric/locks/shop-prod.lock.json", "");

    assertThat(project.runbook().situations())
        .extracting(Situation::kind, situation -> situation.evidence().getFirst())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                Kind.UNREADABLE_ENTRY, "unsupported receipt version 7"),
            org.assertj.core.groups.Tuple.tuple(
                Kind.UNREADABLE_JOURNAL,
                "not valid JSON: it ends after 1 bytes, in the middle of a value"),
            org.assertj.core.groups.Tuple.tuple(Kind.UNREADABLE_LOCK, "the document is empty"));
  }

  @Test
  void aCompletedDeployWithoutAReceiptIsMissed() throws Exception {
    project.journal("dev", journalText("dev", "completed", 4, 0));
    assertThat(project.kinds()).containsExactly(Kind.MISSING_RECEIPT);

    project.journal(
        "dev", journalText("dev", "completed", 4, 0).replace("\"deploy\"", "\"remove\""));
    assertThat(project.kinds()).isEmpty();
  }

  @Test
  void aChecksumThatDiffersAndAReceiptWithoutArtifactsAreNotesOnly() throws Exception {
    project
        .file(".runfabric/dev.json", receiptText("shop", "dev").replace("artifacts", "others"))
        .journal(
            "dev",
            journalText("dev", "completed", 4, 0)
                .replace("\"version\"", "\"checksum\": \"00\", \"version\""));

    Runbook runbook = project.runbook();

    assertThat(runbook.situations())
        .extracting(Situation::kind)
        .containsExactly(Kind.CHECKSUM_DIFFERS, Kind.RECEIPT_WITHOUT_ARTIFACTS);
    assertThat(runbook.situations().getFirst().meaning()).contains("no proof of damage");
    assertThat(runbook.needsAction()).isFalse();
  }

  @Test
  void twoJournalsOfOneStageWithDifferentVersionsAreAConflict() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    project
        .config("service: shop\nbackend:\n  kind: s3\n  s3Bucket: " + bucket + "\n")
        .environment(server.environment())
        .journal("dev", journalText("dev", "completed", 3, 0));
    server.put(
        bucket,
        "runfabric/state/journals/shop-dev.journal.json",
        journalText("dev", "completed", 5, 0));
    server.put(bucket, "runfabric/state/receipts/dev.receipt.json", receiptText("shop", "dev"));

    Situation conflict = project.runbook().situations().getFirst();

    assertThat(conflict.kind()).isEqualTo(Kind.JOURNAL_CONFLICT);
    assertThat(conflict.evidence()).hasSize(2).anyMatch(line -> line.contains("version 5"));
    assertThat(conflict.steps())
        .anyMatch(step -> step.command().contains("--archive --stage dev --place local"))
        .anyMatch(step -> step.what().contains("s3:runfabric/state/journals"));
  }

  @Test
  void rowsOfTheServiceUnderAnotherIdAreOrphaned() throws Exception {
    project.config("service: shop\nbackend:\n  kind: sqlite\n");
    row(".", "dev", "shop");
    row("/gone/shop", "dev", "shop");
    row("/gone/billing", "dev", "billing");

    Situation orphaned = project.runbook().situations().getFirst();

    assertThat(project.kinds()).containsExactly(Kind.ORPHANED_WORKSPACE);
    assertThat(orphaned.subject()).isEqualTo("/gone/shop");
    assertThat(orphaned.urgency()).isEqualTo(Urgency.WARNING);
    assertThat(orphaned.steps())
        .anyMatch(step -> step.command().contains("rekey --from /gone/shop --to . --dry-run"));
  }

  @Test
  void rowsOfAnotherCheckoutAreNoAlarm(@TempDir Path other) throws Exception {
    project.config("service: shop\nbackend:\n  kind: sqlite\n");
    Files.writeString(other.resolve("runfabric.yml"), "service: shop\n");
    row(".", "dev", "shop");
    row(other.toString(), "dev", "shop");

    assertThat(project.runbook().needsAction()).isFalse();
    assertThat(project.kinds()).containsExactly(Kind.ORPHANED_WORKSPACE);
  }

  @Test
  void engineCommandsTypeThePathAsTheRowsWereKeyed() throws Exception {
    project
        .config("service: shop\nbackend:\n  kind: sqlite\n")
        .journal("dev", journalText("dev", "active", 1, 0));
    row(".", "dev", "shop");

    assertThat(project.runbook().situations().getFirst().steps())
        .anyMatch(step ->
            step.command()
                .equals(
                    ShellWords.line(List.of("cd", folder.toString()))
                        + " && runfabric plan -c runfabric.yml --stage dev"));
  }

  @Test
  void namesAreQuotedForTheShell() throws Exception {
    String stage = "it's; rm -rf";
    project.journal(
        "odd",
        journalText("odd", "active", 1, 0)
            .replace("\"stage\": \"odd\"", "\"stage\": \"" + stage + "\""));

    assertThat(project.runbook().situations().getFirst().steps())
        .filteredOn(step -> !step.command().isEmpty())
        .allMatch(step -> step.command().contains("'it'\\''s; rm -rf'"));
  }

  private void row(String workspace, String stage, String service) throws Exception {
    Path file = folder.resolve(".runfabric/state.db");
    Files.createDirectories(file.resolveSibling(""));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS runfabric_receipts (workspace_id TEXT NOT NULL, stage TEXT"
              + " NOT NULL, data TEXT NOT NULL, updated_at TEXT, PRIMARY KEY (workspace_id,"
              + " stage))");
      try (var insert =
          connection.prepareStatement("INSERT INTO runfabric_receipts VALUES (?, ?, ?, ?)")) {
        insert.setString(1, workspace);
        insert.setString(2, stage);
        insert.setString(3, receiptText(service, stage));
        insert.setString(4, "2026-03-01T10:00:00Z");
        insert.execute();
      }
    }
  }
}
