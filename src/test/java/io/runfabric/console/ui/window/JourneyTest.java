package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.SlowConnection;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does on a bad day, from beginning to end: in a real window, against a real
/// SQLite file, a real Postgres and a real S3 server. The FX thread never waits meanwhile.
class JourneyTest {

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private PauseWatch watch;
  private ProjectFolder project;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    watch = new PauseWatch();
    project = new ProjectFolder(folder.resolve("shop"));
    window = new OpenWindow(folder.resolve("home"), new SetClock(), this::request);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    watch.close();
    assertThat(watch.pauses()).isEmpty();
  }

  private ProjectRequest request(Path file) {
    return new ProjectRequest(
        file, file.getRoot(), Optional.empty(), Optional.empty(), Map.copyOf(environment));
  }

  @Test
  void aDamagedProjectIsMendedAndMovesFromSqliteToPostgres() throws Exception {
    environment.put("DSN", PostgresServer.running().newTenant().dsn());
    configure("sqlite # a file will do\n  sqlitePath: .runfabric/state.db");
    write(List.of("dev", "qa", "prod"));
    project.file(
        ".runfabric/locks/shop-qa.lock.json", ProjectFolder.lock("qa", "2026-03-01T11:50:00Z"));
    window.open(project.configuration());

    filterTheReceipts();
    unlockTheStaleLock();
    backUp();
    byte[] good = damage("qa");
    restore();
    assertThat(read("qa")).isEqualTo(good);
    migrateWithCutover();

    assertThat(Files.readString(project.configuration()))
        .contains("kind: postgres # a file will do");
    window.go(Place.RECEIPTS);
    window.until("all are there", () -> window.cells("stage").equals(List.of("dev", "prod", "qa")));
    assertThat(read("qa")).isNotEmpty();
    window.go(Place.ACTIVITY);
    window.until(
        "the log has it",
        () ->
            window
                .cells("operation")
                .equals(List.of("state migrate", "state restore", "state force-unlock")));
  }

  private void filterTheReceipts() throws Exception {
    window.go(Place.RECEIPTS.filtered("stage:qa"));
    window.until("one is left", () -> window.cells("stage").equals(List.of("qa")));
    window.go(Place.RECEIPTS.filtered(""));
    window.until("all are there", () -> window.cells("stage").size() == 3);
  }

  private void unlockTheStaleLock() throws Exception {
    window.go(Place.LOCKS);
    window.click("qa").click("Unlock…").untilDialogSays("Remove the lock of qa?");
    window.clickButton("Remove the lock").untilDialogSays("shop/qa is free.");
    window.clickButton("Close").untilNoDialog();
  }

  private void backUp() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
    window.untilDialogSays("What to back up").clickButton("Next");
    window.untilDialogSays("Encryption").clickButton("Next");
    window.untilDialogSays("3 entries go into one file").clickButton("Next");
    window.clickButton("Back up").untilDialogSays("written, read back and found good");
    window.clickButton("Show backups").untilNoDialog();
    window.until("it is listed", () -> window.cells("state").equals(List.of("verified")));
  }

  private void restore() throws Exception {
    window.click("verified").click("Restore…").untilDialogSays("A good backup");
    window.clickButton("Next").untilDialogSays("What to put back");
    window.clickButton("Next").untilDialogSays("1 entry is created; 2 stay as they are.");
    window.clickButton("Next").clickButton("Restore");
    window.untilDialogSays("1 entry is restored, read back and compared.");
    window.clickButton("Close").untilNoDialog();
  }

  private void migrateWithCutover() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    window.untilDialogSays("Where to");
    window.act(() -> window.choose("#wizard-to-kind", "postgres"));
    window.clickButton("Next").untilDialogSays("Afterwards point runfabric.yml at the target");
    window.act(() -> ((CheckBox) window.robot().lookup("#wizard-cutover").query()).fire());
    window.clickButton("Next").untilDialogSays("3 entries are created.");
    assertThat(window.read(window::dialog))
        .contains("From", "sqlite", "To", "postgres", "+ kind: postgres # a file will do")
        .doesNotContain(PostgresServer.PASSWORD);
    window.clickButton("Next").untilDialogSays("The same on the terminal");
    window.act(() -> ((TextField) window.robot().lookup("#typed-stage").query()).setText("prod"));
    window.clickButton("Migrate");
    window.untilDialogSays("All of it is at the target, read back and compared by digest.");
    assertThat(window.read(window::dialog)).contains("3 documents", "sha256:", "To go back: ");
    window.clickButton("Close").untilNoDialog();
    window.until("the project is loaded again", () -> window.model().tasks().idle());
  }

  @Test
  void aLongMigrationIsStoppedHalfWayAndTheSameAgainFinishesIt() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    List<String> stages = IntStream.range(0, 150).mapToObj("stage-%03d"::formatted).toList();
    for (String stage : stages) {
      project.file(".runfabric/" + stage + ".json", ProjectFolder.receipt(stage));
    }
    configure("local\n  s3Bucket: " + bucket);
    try (SlowConnection far = new SlowConnection(server.port(), Duration.ofMillis(60))) {
      environment.putAll(S3Server.environment(far.endpoint()));
      window.open(project.configuration());

      planTheMigration("150 entries are created.");
      window.clickButton("Migrate");
      window.until("some are written", () -> window.dialog().contains("written"));
      window.clickButton("Stop").untilDialogSays("Stop this?");
      window.clickButton("Stop it").untilDialogSays("It did not come to its end");

      long copied = receipts(server, bucket);
      assertThat(copied).isBetween(1L, 149L);
      assertThat(server.everything(bucket)).noneMatch(key -> key.contains("lock"));
      window.clickButton("Close").untilNoDialog();

      planTheMigration(150 - copied + " ");
      window.clickButton("Migrate");
      window.untilDialogSays("All of it is at the target, read back and compared by digest.");
    }
    assertThat(receipts(server, bucket)).isEqualTo(150);
    assertThat(project.path(".runfabric/stage-000.json"))
        .hasContent(ProjectFolder.receipt("stage-000"));
  }

  private static long receipts(S3Server server, String bucket) {
    return server.everything(bucket).stream().filter(key -> key.contains("stage-")).count();
  }

  private void planTheMigration(String sentence) throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    window.untilDialogSays("Where to");
    window.act(() -> window.choose("#wizard-to-kind", "s3"));
    window.clickButton("Next").untilDialogSays("Copy journals too");
    window.clickButton("Next").untilDialogSays(sentence);
    window.clickButton("Next").untilDialogSays("The same on the terminal");
  }

  @Test
  void aServerThatIsLostWhileItIsReadIsSaidAndReadOnceItIsBack() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    try (SlowConnection far = new SlowConnection(server.port(), Duration.ofMillis(150))) {
      environment.putAll(S3Server.environment(far.endpoint()));
      configure("s3\n  s3Bucket: " + bucket);
      for (int i = 0; i < 80; i++) {
        String stage = "stage-%03d".formatted(i);
        server.put(
            bucket,
            "runfabric/state/receipts/" + stage + ".receipt.json",
            ProjectFolder.receipt(stage));
      }

      window.act(() -> window.model().open(project.configuration()));
      window.untilSays("so far");
      window.untilSays("stage-000");
      far.cut();

      window.untilSays("Try again");
      far.mend();
      window.click("Try again");
      window.until("the project is loaded", () -> window.model().tasks().idle());
      window.go(Place.RECEIPTS);
      window.untilSays("80 entries");
    }
  }

  private void configure(String backend) throws Exception {
    project.file(
        "runfabric.yml",
        ProjectFolder.CONFIGURATION
            + "backend:\n  kind: "
            + backend
            + "\n  postgresConnectionStringEnv: DSN\n");
  }

  private void write(List<String> stages) throws Exception {
    try (ProjectSession session = session()) {
      for (String stage : stages) {
        var _ =
            session
                .backend()
                .write(
                    session.backend().locate(EntryAddress.receipt(stage)),
                    ProjectFolder.receipt(stage).getBytes(StandardCharsets.UTF_8),
                    Precondition.ABSENT);
      }
    }
  }

  /// Takes an entry away behind the console's back.
  private byte[] damage(String stage) throws Exception {
    try (ProjectSession session = session()) {
      DocumentRef place = session.backend().locate(EntryAddress.receipt(stage));
      StoredDocument stored = session.backend().read(place).orElseThrow();
      session.backend().delete(place, stored.revision());
      return stored.content();
    }
  }

  private byte[] read(String stage) throws Exception {
    try (ProjectSession session = session()) {
      return session
          .backend()
          .read(session.backend().locate(EntryAddress.receipt(stage)))
          .orElseThrow()
          .content();
    }
  }

  private ProjectSession session() throws Exception {
    return ProjectSession.open(request(project.configuration()), BackendOptions.standard());
  }
}
