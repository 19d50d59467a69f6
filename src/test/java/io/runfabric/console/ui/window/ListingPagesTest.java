package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Receipts, locks and journals in a real window on the sample project.
class ListingPagesTest {

  @TempDir private Path folder;
  private Path file = Path.of("");
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    Clock clock = Clock.systemUTC();
    file = SampleProject.write(folder.resolve("shop"), clock);
    window = new OpenWindow(folder.resolve("home"), clock);
    window.open(file);
  }

  @AfterEach
  void close() throws Exception {
    window.robot().release(KeyCode.E, KeyCode.SHIFT, KeyCode.SHORTCUT);
    window.close();
  }

  @Test
  void typingNarrowsTheTableLetterByLetter() throws Exception {
    window.go(Place.RECEIPTS);
    window.untilSays("13 entries");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
    window.robot().write("stage:pr");
    window.untilSays("4 of 13 entries");
    window.robot().write("od");
    window.untilSays("3 of 13 entries");
    assertThat(window.column("stage")).containsExactly("prod", "prod", "prod");

    window.robot().write(" nowhere");
    window.untilSays("Nothing matches");
    window.click("Clear the filter");
    window.untilSays("13 entries");
    assertThat(window.read(this::filterText)).isEmpty();
  }

  @Test
  void aClickOnAHeaderSortsAndAnotherTurnsTheOrder() throws Exception {
    window.go(Place.RECEIPTS);

    window.clickHeader("updated");
    untilFirst("demo");
    // What has no time comes last either way.
    assertThat(window.column("stage").getLast()).isEqualTo("qa");
    window.clickHeader("updated");
    untilFirst("dev");
    assertThat(window.column("stage").getLast()).isEqualTo("qa");
  }

  @Test
  void theKeyboardAloneSelectsFiltersAndCopies() throws Exception {
    window.go(Place.RECEIPTS);

    window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
    window.robot().write("staging");
    window.untilSays("2 of 13 entries");
    window.robot().push(KeyCode.DOWN);
    window.robot().push(KeyCode.DOWN);
    window.robot().push(KeyCode.SHIFT, KeyCode.UP);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.C);

    window.untilSays("Copied 2 entries as JSON");
    assertThat(window.clipboard()).startsWith("[").contains("\"stage\" : \"staging\"");
  }

  @Test
  void rowsAreCopiedAsCsvAndAsCommand() throws Exception {
    window.go(Place.LOCKS);
    window.untilSays("3 locks");

    window.click("#copy-menu").click("Copy as CSV");
    window.untilSays("Copied 3 locks as CSV");
    assertThat(window.clipboard().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith("Stage,State,Lease"));

    window.click("staging");
    window.click("#copy-menu").click("Copy as command");
    window.untilSays("Copied 1 lock as command");
    assertThat(window.clipboard())
        .isEqualTo("runfabric-console lock list --stage staging -c " + file);
  }

  @Test
  void theSmallestWindowHoldsAllOfThePage() throws Exception {
    window.act(() -> {
      Stage stage = (Stage) window.robot().window(0);
      stage.setWidth(1_024);
      stage.setHeight(700);
    });
    window.go(Place.LOCKS);
    window.untilSays("3 locks");
    window.act(() -> window.table().getSelectionModel().selectFirst());
    window.until("its detail is read", () -> window.says("Summary"));

    window.until("the words of the menus are gone", () -> !drawn("Columns"));
    assertThat(window.read(() -> edge(".sidebar", Bounds::getMinX))).isZero();
    assertThat(window.read(() -> edge(".details-toggle", Bounds::getMaxX)))
        .isLessThanOrEqualTo(1_024);

    window.act(() -> window.robot().window(0).setWidth(1_440));
    window.until("they are back", () -> drawn("Columns"));
  }

  private double edge(String query, Function<Bounds, Double> side) {
    Node node = window.robot().lookup(query).query();
    return side.apply(node.localToScene(node.getLayoutBounds()));
  }

  private boolean drawn(String text) {
    return window.robot().lookup(".toolbar-menu .text").queryAllAs(Text.class).stream()
        .anyMatch(word -> text.equals(word.getText()) && word.isVisible());
  }

  @Test
  void aColumnIsShownWhenAskedFor() throws Exception {
    window.go(Place.RECEIPTS);
    assertThat(window.column("key")).isEmpty();

    window.click("#column-menu").click("Key");
    window.robot().push(KeyCode.ESCAPE);

    window.until(
        "the column is there",
        () ->
            window.table().getVisibleLeafColumns().stream()
                .anyMatch(column -> column.getText().equals("Key")));
  }

  @Test
  void anUnreadableReceiptIsARowWithItsReason() throws Exception {
    window.go(Place.RECEIPTS.filtered("health:unreadable"));

    window.untilSays("2 of 13 entries");
    assertThat(window.column("note")).anyMatch(note -> note.startsWith("not valid JSON"));
    window.click("qa");
    window.untilSays("This receipt does not load: not valid JSON");
  }

  @Test
  void secretsAreHiddenUntilTheyAreAskedForAndHiddenAgain() throws Exception {
    window.go(Place.RECEIPTS.filtered("kind:receipt stage=prod"));
    window.click("prod").click("Outputs");
    window.untilSays("webhook_secret");
    assertThat(window.screen()).contains("hidden").doesNotContain("whsec-sample");

    window.robot().press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
    window.untilSays("whsec-sample");
    window.untilSays("Secrets shown");

    window.robot().release(KeyCode.E);
    window.until("it is hidden again", () -> !window.says("whsec-sample"));
    window.robot().release(KeyCode.SHIFT, KeyCode.SHORTCUT);
    window.click("Raw JSON");
    window.untilSays("[REDACTED]");
  }

  @Test
  void aSecretIsShownAsLongAsItsEyeIsHeldDown() throws Exception {
    window.go(Place.RECEIPTS.filtered("kind:receipt stage=prod"));
    window.click("prod").click("Outputs");
    window.untilSays("webhook_secret");

    window.robot().moveTo(".reveal-field").press(MouseButton.PRIMARY);
    window.untilSays("whsec-sample");
    window.robot().release(MouseButton.PRIMARY);
    window.until("it is hidden again", () -> !window.says("whsec-sample"));

    window.robot().moveTo(".reveal-button").press(MouseButton.PRIMARY);
    window.untilSays("whsec-sample");
    window.robot().release(MouseButton.PRIMARY);
    window.until("it is hidden again", () -> !window.says("whsec-sample"));
  }

  @Test
  void aCopiedSecretIsSaidToLeaveTheClipboardAgainAndLeavesItWithTheWindow() throws Exception {
    window.go(Place.RECEIPTS.filtered("kind:receipt stage=prod"));
    window.click("prod").click("Outputs");
    window.robot().press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
    window.untilSays("whsec-sample");
    window.act(() -> window.press("Copy webhook_secret"));
    window.untilSays("it is taken off the clipboard in 30 seconds");
    assertThat(window.clipboard()).contains("whsec-sample");
    window.robot().release(KeyCode.E, KeyCode.SHIFT, KeyCode.SHORTCUT);

    window.robot().push(KeyCode.SHORTCUT, KeyCode.Q);

    window.until(
        "the window is closed",
        () -> javafx.stage.Window.getWindows().stream().noneMatch(Stage.class::isInstance));
    assertThat(window.clipboard()).isEmpty();
  }

  @Test
  void theDetailFollowsTheSelectionAndItsCrossClosesIt() throws Exception {
    window.go(Place.JOURNALS);
    window.click("canary");
    window.untilSays("This deploy was interrupted");
    window.click("Timeline");
    window.untilSays("provision");

    window.click("completed");
    window.untilSays("3 of 3 reached");
    window.act(() -> window.press("Close the details"));

    window.until("the detail is closed", () -> !window.says("3 of 3 reached"));
    assertThat(window.read(() -> window.table().getSelectionModel().isEmpty())).isTrue();
  }

  @Test
  void theRemainingLeaseCountsDown() throws Exception {
    window.go(Place.LOCKS);
    window.untilSays("left");
    String lease = window.column("lease").get(window.column("stage").indexOf("staging"));

    window.until("the lease is shorter", () -> !window.says(lease) && window.says(" left"));
  }

  @Test
  void aReceiptThatChangesOnDiskShowsUpAndTheSelectionStays() throws Exception {
    Path webhooks = file.resolveSibling("webhooks").resolve("runfabric.yml");
    window.open(webhooks).go(Place.RECEIPTS);
    String selected = window.column("stage").getFirst();
    window.click(selected);
    Path receipts = webhooks.resolveSibling(".runfabric");
    String text = Files.readString(receipts.resolve("live.json"));

    Files.writeString(receipts.resolve("nightly.json"), text.replace("\"live\"", "\"nightly\""));

    window.untilSays("nightly");
    assertThat(window.read(() -> window.table().getSelectionModel().getSelectedItems().size()))
        .isEqualTo(1);
    assertThat(
            window.read(() -> String.valueOf(window.table().getSelectionModel().getSelectedItem())))
        .contains("stage=" + selected);
  }

  @Test
  void aPageWithoutRowsSaysWhy() throws Exception {
    Path other = Files.createDirectories(folder.resolve("empty")).resolve("runfabric.yml");
    Files.writeString(
        other, "service: orders\nprovider:\n  name: aws-lambda\nbackend:\n  kind: local\n");
    window.open(other);

    window.go(Place.LOCKS);
    window.untilSays("Nobody is deploying");
    window.go(Place.JOURNALS);
    window.untilSays("A deploy writes one while it runs");
    window.go(Place.RECEIPTS);
    window.untilSays("The first deploy writes one");
  }

  private void untilFirst(String stage) throws InterruptedException {
    window.until(stage + " is first", () -> window.cells("stage").getFirst().equals(stage));
  }

  private String filterText() {
    return ((TextField) window.table().getScene().lookup(".filter-field")).getText();
  }
}
