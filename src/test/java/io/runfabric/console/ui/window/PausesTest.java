package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The FX thread never waits for a backend.
class PausesTest {

  @TempDir private Path folder;
  private OpenWindow window;
  private PauseWatch watch;

  @BeforeEach
  void open() throws Exception {
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
    watch = new PauseWatch();
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
    window.close();
  }

  @Test
  void aPauseIsNoticed() throws Exception {
    window.act(() -> sleep(300));

    assertThat(watch.pauses()).hasSize(1).first().asString().contains("PausesTest");
  }

  @Test
  void aTourOfEveryPageNeverWaits() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    for (Place place : new Place[] {Place.RECEIPTS, Place.LOCKS, Place.JOURNALS}) {
      window.go(place);
      window.act(() -> window.table().getSelectionModel().selectFirst());
      window.until("the detail is read", () -> window.model().tasks().idle());
      window.robot().push(KeyCode.F5);
      window.until("it is loaded anew", () -> window.model().tasks().idle());
    }
    window.go(Place.HEALTH).click("Check with a trial write");
    window.untilSays("with a trial write");
    window.go(Place.OVERVIEW);

    assertThat(watch.pauses()).isEmpty();
  }

  @Test
  void whatIsChangedIsChangedInTheBackground() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC())).go(Place.LOCKS);
    window.click("dev").click("Unlock…");
    window.untilDialogSays("Remove the lock of dev?");
    window.clickButton("Remove the lock");
    window.untilDialogSays("is free.");
    window.clickButton("Close").untilNoDialog();
    window.click("Hold a stage…");
    window.untilDialogSays("Keep a stage locked");
    window.click("#ask-reason");
    window.robot().write("mending").push(KeyCode.ENTER);
    window.untilDialogSays("is held.");
    window.clickButton("Close").untilNoDialog();
    window.go(Place.ACTIVITY);
    window.untilSays("2 activities");

    assertThat(watch.pauses()).isEmpty();
  }

  @Test
  void aDatabaseThatAnswersLateIsWaitedForInTheBackground() throws Exception {
    Path file = SampleProject.write(folder.resolve("shop"), Clock.systemUTC());
    Path database = file.resolveSibling(".runfabric").resolve("state.db");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      window.act(() -> window.model().open(file));
      window.untilSays("Reading the state of shop");
      window.robot().push(KeyCode.SHORTCUT, KeyCode.L);
      Thread.sleep(400);
      assertThat(window.screen()).contains("Reading the state of shop");
      statement.execute("COMMIT");
    }
    window.untilSays("checkout-api");
    window.until("everything is read", () -> window.model().tasks().idle());

    assertThat(watch.pauses()).isEmpty();
  }

  @Test
  void thousandsOfFilesAreReadInTheBackgroundAndReadingCanBeStopped() throws Exception {
    Path file = Files.createDirectories(folder.resolve("many")).resolve("runfabric.yml");
    Files.writeString(
        file, "service: many\nprovider:\n  name: aws-lambda\nbackend:\n  kind: local\n");
    Path receipts = Files.createDirectories(file.resolveSibling(".runfabric"));
    for (int i = 0; i < 3_000; i++) {
      Files.writeString(
          receipts.resolve("stage-" + i + ".json"),
          """
          {"version":2,"service":"many","stage":"stage-%d","provider":"aws-lambda",\
          "updatedAt":"2026-03-01T10:00:00Z","deploymentId":"d-%d","outputs":{"url":"https://x.example"}}
          """
              .formatted(i, i));
    }
    window.act(() -> window.model().open(file));
    window.act(() -> window.model().projectProperty().get().orElseThrow().cancel());
    window.untilSays("Loading was stopped");

    window.click("Load");
    window.until("everything is read", () -> window.model().tasks().idle());
    window.go(Place.RECEIPTS);
    window.untilSays("3,000 entries");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
    window.robot().write("stage-29");
    window.untilSays("111 of 3,000 entries");

    assertThat(watch.pauses()).isEmpty();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
