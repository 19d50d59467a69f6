package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The frame of the window: opening, going from page to page, what fails.
class FrameTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void theWelcomePageOpensTheSampleProject() throws Exception {
    window.untilSays("Open the sample project");

    window.click("Open the sample project");

    window.untilSays("Needs attention");
    window.untilSays("checkout-api");
    assertThat(folder.resolve("home/sample/runfabric.yml")).exists();
  }

  @Test
  void theKeyboardGoesToEveryPage() throws Exception {
    window.open(sample());
    for (Place.Kind kind : Place.Kind.values()) {
      KeyCode digit =
          KeyCode.valueOf("DIGIT" + (java.util.List.of(Place.Kind.values()).indexOf(kind) + 1));
      window.robot().push(KeyCode.SHORTCUT, digit);
      window.until(kind.title(), () -> window.model().placeProperty().get().kind() == kind);
    }
    window.untilSays("Something is wrong.");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    window.untilSays("3 journals");
  }

  @Test
  void aNumberOfTheOverviewLeadsToTheRowsBehindIt() throws Exception {
    window.open(sample());

    window.click("Unreadable");

    window.untilSays("2 of 13 entries");
  }

  @Test
  void whatNeedsAttentionLeadsToItsRow() throws Exception {
    window.open(sample());

    window.click("checkout-api/canary");

    window.untilSays("1 of 3 journals");
  }

  @Test
  void aBrokenConfigurationIsShownWithItsPlacesAndMendingItIsEnough() throws Exception {
    Path file = project("service: shop\nbackend:\n  kind: dynamo\n  lockTabel: x\n");
    window.act(() -> window.model().open(file));
    window.untilSays("runfabric.yml has 1 error");
    window.untilSays("line 3, column 9");

    Files.writeString(file, "service: shop\nbackend:\n  kind: local\n");

    window.untilSays("Nothing is deployed yet");
  }

  @Test
  void whatWasReadStaysOnScreenWhenReadingItAnewFails() throws Exception {
    Path file = sample();
    window.open(file).go(Place.RECEIPTS);
    window.untilSays("13 entries");
    Path database = file.resolveSibling(".runfabric").resolve("state.db");

    Files.writeString(database, "this is no database any more, and longer than a page header");

    window.untilSays("Shown as it was read before. Reading it anew failed");
    assertThat(window.screen()).contains("13 entries");
  }

  @Test
  void projectsOpenedBeforeAreOffered() throws Exception {
    Path sample = sample();
    Path other = project("service: orders\nbackend:\n  kind: local\n");
    window.open(sample).open(other);
    window.untilSays("Nothing is deployed yet");

    window.click("checkout-api");
    window.untilSays("Needs attention");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.W);
    window.untilSays("Nothing is deployed yet");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.W);

    window.untilSays("Open the sample project");
    assertThat(window.screen()).contains("checkout-api", "orders");
  }

  @Test
  void theThemeIsTurnedAndRemembered() throws Exception {
    window.act(() -> window.model().themeProperty().set(ThemeChoice.LIGHT));
    window.robot().push(KeyCode.SHORTCUT, KeyCode.L);

    window.until("it is dark", () -> window.model().darkProperty().get());
    Path settings = folder.resolve("home/window.json");
    window.until("it is written", () -> contains(settings, "dark"));
  }

  @Test
  void aStageIsFoundByTypingAndTheConfigurationIsResolvedForIt() throws Exception {
    window.open(sample());

    window.click(".stage-chooser");
    window.robot().write("prod").push(KeyCode.DOWN).push(KeyCode.ENTER);

    window.until(
        "the stage is prod",
        () ->
            window
                .model()
                .projectProperty()
                .get()
                .flatMap(project -> project.sessionProperty().get())
                .filter(session -> session.project().stage().equals("prod"))
                .isPresent());
  }

  @Test
  void aFolderWithoutAProjectIsSaidSo() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("nothing"));

    window.act(() -> window.model().open(empty));

    window.untilSays("There is no runfabric.yml in");
  }

  @Test
  void anAmbiguousWorkspaceIsAskedFor() throws Exception {
    Path file = sample();
    String table = "runfabric_receipts";
    Path database = file.resolveSibling(".runfabric").resolve("state.db");
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO "
              + table
              + " SELECT '"
              + file.getParent()
              + "', stage, data, updated_at FROM "
              + table
              + " WHERE workspace_id = '.'");
    }

    window.act(() -> window.model().open(file));
    window.untilSays("Choose a workspace");
    // A dot alone would be read as the start of a style class.
    window.robot().clickOn((Label label) -> label.getText().equals("."));

    window.untilSays("Needs attention");
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.exists(file)
          && Files.readString(file).toLowerCase(java.util.Locale.ROOT).contains(text);
    } catch (java.io.IOException _) {
      return false;
    }
  }

  private Path sample() throws Exception {
    return SampleProject.write(folder.resolve("shop"), Clock.systemUTC());
  }

  private Path project(String text) throws Exception {
    Path file = Files.createDirectories(folder.resolve("orders")).resolve("runfabric.yml");
    return Files.writeString(file, text);
  }
}
