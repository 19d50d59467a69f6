package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.ThemeChoice;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The charts and facts of the overview in a real window.
class OverviewInWindowTest {

  @TempDir private Path directory;
  private ProjectFolder folder;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    folder = new ProjectFolder(directory.resolve("shop"));
    receipt("dev", Duration.ofMinutes(1), "aws-lambda");
    receipt("qa", Duration.ofDays(3), "vercel");
    receipt("prod", Duration.ofDays(40), "aws-lambda");
    window = new OpenWindow(directory.resolve("home"), Clock.systemUTC());
    window.open(folder.configuration());
    window.untilSays("Last deploys");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aClickOnABarLeadsToTheRowsBehindIt() throws Exception {
    window.until("there are bars", () -> bars("bar-column").size() == 2);

    window.robot().clickOn(window.read(() -> bars("bar-column").getFirst()));

    window.untilSays("1 of 3 entries");
    assertThat(window.column("stage")).containsExactly("qa");
    assertThat(window.read(this::filterText)).startsWith("updated>=");
  }

  @Test
  void theEnterKeyOnABarLeadsThereToo() throws Exception {
    window.until("there are bars", () -> !bars("bar-line").isEmpty());
    window.act(() -> bars("bar-line").getFirst().requestFocus());

    window.robot().push(KeyCode.ENTER);

    window.untilSays("2 of 3 entries");
    assertThat(window.read(this::filterText)).isEqualTo("provider=aws-lambda");
  }

  @Test
  void everyBarSaysItsNumberInWords() throws Exception {
    window.until("there are bars", () -> !bars("bar-line").isEmpty());

    assertThat(window.read(() -> bars("bar-line").stream().map(Node::getAccessibleText).toList()))
        .contains(
            "aws-lambda: 2 entries in 2 stages",
            "vercel: 1 entry in 1 stage",
            "under a day: 1 entry",
            "30 to 90 days: 1 entry");
  }

  /// As WCAG asks of what is drawn and means something.
  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void everyBarStandsOutFromItsCard(ThemeChoice theme) throws Exception {
    folder.file(
        ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T12:10:00Z"));
    folder.file(".runfabric/broken.json", "{");
    window.untilSays("1 day and over");
    window.act(() -> window.model().themeProperty().set(theme));
    window.until(
        "it is drawn so", () -> window.model().darkProperty().get() == (theme == ThemeChoice.DARK));

    List<Double> ratios =
        window.read(() -> {
          Region root = window.robot().lookup(".shell").query();
          root.applyCss();
          Color card = fill(window.robot().lookup(".chart-card").query());
          return window.robot().lookup(".bar").queryAllAs(Region.class).stream()
              .filter(bar -> bar.isVisible() && !bar.getStyleClass().contains("bar-none"))
              .map(bar -> Contrast.ratio(fill(bar), card))
              .toList();
        });

    assertThat(ratios)
        .hasSizeGreaterThan(6)
        .allSatisfy(ratio -> assertThat(ratio).isGreaterThanOrEqualTo(3));
  }

  private static Color fill(Region region) {
    return (Color) region.getBackground().getFills().getFirst().getFill();
  }

  @Test
  void weeksAreShownWhenAskedFor() throws Exception {
    window.click("By week");

    window.untilSays("3 of 3 entries deployed last in these 12 weeks");
  }

  @Test
  void theLastBackupIsWarnedOfUntilThereIsOne() throws Exception {
    window.untilSays("No backup yet");
    window.click("Back up…").untilDialogSays("What to back up");
    window.clickButton("Cancel").untilNoDialog();

    try (ProjectSession session = folder.open()) {
      new SafetyCopy("test", "somebody").of(session, Progress.NONE, Cancellation.never());
    }
    window.robot().push(KeyCode.F5);

    window.untilSays("shop-local-20260301T120000Z.json");
    window.untilSays("Answered in");
  }

  @Test
  void itFitsTheSmallestWindowFromLeftToRight() throws Exception {
    window.act(() -> {
      window.robot().window(0).setWidth(1024);
      window.robot().window(0).setHeight(700);
    });
    window.go(Place.OVERVIEW);
    window.untilSays("Age of locks");

    window.until("every card ends within it", () -> rightmost() > 900 && rightmost() <= 1_024);
    assertThat(
            window.read(() ->
                window
                    .robot()
                    .lookup(".page-scroll .scroll-bar")
                    .queryAllAs(ScrollBar.class)
                    .stream()
                    .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                    .anyMatch(Node::isVisible)))
        .isFalse();
  }

  private double rightmost() {
    return window.robot().lookup(".card").queryAll().stream()
        .mapToDouble(card -> card.localToScene(card.getBoundsInLocal()).getMaxX())
        .max()
        .orElse(0);
  }

  private void receipt(String stage, Duration age, String provider) throws Exception {
    folder.file(
        ".runfabric/" + stage + ".json",
        ProjectFolder.receipt(stage, Clock.systemUTC().instant().minus(age).toString())
            .replace("aws-lambda", provider));
  }

  /// From left to right and from top to bottom.
  private List<Node> bars(String styleClass) {
    return window.robot().lookup("." + styleClass).queryAll().stream()
        .filter(node -> node.getStyleClass().contains("row-button"))
        .filter(node -> node.getBoundsInLocal().getWidth() > 0)
        .sorted(
            Comparator.comparingDouble(
                node -> node.localToScene(node.getBoundsInLocal()).getMinX()))
        .toList();
  }

  private String filterText() {
    return window.robot().lookup(".filter-field").<TextField>query().getText();
  }
}
