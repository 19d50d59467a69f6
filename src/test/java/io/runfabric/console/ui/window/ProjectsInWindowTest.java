package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several projects in one window.
class ProjectsInWindowTest {

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
  void aProjectIsFoundAgainWithItsFilterAndSelection() throws Exception {
    window.open(sample()).open(orders());
    window.untilSays("Nothing is deployed yet");
    window.click("checkout-api");
    window.untilSays("Needs attention");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    window.untilSays("13 entries");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.F).write("prod");
    window.untilSays("of 13 entries");
    window.act(() -> window.table().getSelectionModel().select(0));
    String shown = window.read(() -> String.valueOf(window.table().getItems()));

    window.robot().push(KeyCode.SHORTCUT, KeyCode.PAGE_DOWN);
    window.untilSays("Nothing is deployed yet");
    assertThat(window.read(() -> window.says("of 13 entries"))).isFalse();
    window.click("checkout-api");

    window.untilSays("of 13 entries");
    assertThat(window.read(() -> String.valueOf(window.table().getItems()))).isEqualTo(shown);
    assertThat(window.read(() -> window.table().getSelectionModel().getSelectedIndex())).isZero();
  }

  @Test
  void aProjectIsFoundAgainAsFarDownAsItWas() throws Exception {
    ProjectFolder many = new ProjectFolder(folder.resolve("many"));
    for (int stage = 0; stage < 300; stage++) {
      many.file(
          ".runfabric/s%03d.json".formatted(stage),
          ProjectFolder.receipt("s%03d".formatted(stage)));
    }
    window.open(orders()).open(many.configuration()).go(Place.RECEIPTS);
    window.untilSays("300 entries");
    window.act(() -> window.table().scrollTo(150));
    window.until("it is scrolled", () -> firstRow() == 150);

    window.robot().push(KeyCode.SHORTCUT, KeyCode.PAGE_UP);
    window.untilSays("Nothing is deployed yet");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.PAGE_UP);
    window.untilSays("300 entries");

    window.until("it is as far down as before", () -> firstRow() == 150);
  }

  @Test
  void theTreeSaysHowEachProjectStands() throws Exception {
    window.open(sample()).open(orders());
    openBroken();

    window.untilSays("1 interrupted deploy");
    assertThat(window.read(() -> accessible("checkout-api"))).contains("interrupted deploy");
    assertThat(window.read(() -> accessible("orders"))).isEqualTo("orders, fine");
    assertThat(window.read(() -> accessible("broken")))
        .isEqualTo("broken, the configuration does not load, shown below");
  }

  @Test
  void aFailedProjectIsRemovedFromTheListByItsKey() throws Exception {
    window.open(orders());
    openBroken();
    window.untilSays("Remove from the list");
    window.act(() -> row("broken").requestFocus());

    window.robot().push(KeyCode.DELETE);

    window.untilSays("Nothing is deployed yet");
    assertThat(window.read(() -> window.model().projects().all().size())).isEqualTo(1);
  }

  @Test
  void theOtherProjectsAreClosedAtOnce() throws Exception {
    orders();
    window.open(sample());
    openBroken();
    window.act(() -> window.model().open(folder.resolve("orders")));

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.X);

    window.until("one is left", () -> window.model().projects().all().size() == 1);
    window.untilSays("Nothing is deployed yet");
  }

  @Test
  void closingAProjectOverAWriteAsksAndWaitsForItsEnd() throws Exception {
    window.open(sample()).open(orders());
    CountDownLatch finish = new CountDownLatch(1);
    RunningTask[] task = new RunningTask[1];
    window.act(() -> {
      task[0] =
          window
              .model()
              .tasks()
              .start(
                  Job.writing(
                      "Restoring stage dev",
                      (_, _) -> {
                        finish.await();
                        return true;
                      },
                      _ -> {}));
      active().project().endsWithProject(task[0]);
    });

    window.robot().push(KeyCode.SHORTCUT, KeyCode.W);
    window.untilDialogSays("Something is being written");
    window.clickButton("Keep running").untilNoDialog();
    assertThat(window.read(() -> window.model().projects().all().size())).isEqualTo(2);

    window.robot().push(KeyCode.SHORTCUT, KeyCode.W);
    window.untilDialogSays("the project closes once that is done");
    window.clickButton("Stop and close").untilNoDialog();
    assertThat(window.read(() -> window.model().projects().all().size())).isEqualTo(2);
    finish.countDown();

    window.until("it is closed", () -> window.model().projects().all().size() == 1);
    assertThat(window.read(task[0]::cancelled)).isTrue();
  }

  @Test
  void theNextWindowComesBackAsThisOneWasLeft() throws Exception {
    window.open(sample()).open(orders());
    window.click("checkout-api");
    window.untilSays("Needs attention");
    window.act(() -> {
      frame().setY(40);
      frame().setHeight(660);
    });
    window.close();

    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
    window.act(() -> window.model().begin(Optional.empty()));

    window.untilSays("Needs attention");
    window.untilSays("orders");
    assertThat(window.read(() -> frame().getY())).isEqualTo(40);
    assertThat(window.read(() -> frame().getHeight())).isEqualTo(660);
  }

  @Test
  void aNumberOfAllProjectsLeadsToItsRows() throws Exception {
    window.open(sample()).open(orders());
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
    window.until("the table is there", () -> window.table() != null);
    window.until("both are in it", () -> window.cells("project").size() == 2);
    assertThat(window.column("project")).containsExactly("checkout-api", "orders");

    window.act(() -> window.table().getSelectionModel().select(0));
    window.click(".projects-table .table-row-cell #stale");

    window.until("the project is shown", () -> active().name().equals("checkout-api"));
    window.untilSays("of 3 locks");
  }

  @Test
  void theSearchFindsAnEntryAndEnterLeadsToIt() throws Exception {
    window.open(sample()).open(orders());
    openBroken();
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
    window.untilSays("Search the entries of all open projects");
    window.robot().write("prod");
    window.untilSays("Not searched: ");
    window.until("something is found", () -> !window.table().getItems().isEmpty());

    window.robot().push(KeyCode.DOWN).push(KeyCode.ENTER);

    window.until("its project is shown", () -> active().name().equals("checkout-api"));
    window.untilSays("13 entries");
    window.until(
        "its row is selected", () -> window.table().getSelectionModel().getSelectedIndex() >= 0);
  }

  @Test
  void theProjectsBelowAFolderAreOffered() throws Exception {
    sample();
    orders();
    window.open(orders());
    window.act(() -> window.model().open(folder));
    window.untilDialogSays("3 projects in");
    window.untilDialogSays("open already");

    window.clickButton("Open 2 projects").untilNoDialog();

    window.until("three are open", () -> window.model().projects().all().size() == 3);
    window.untilSays("Needs attention");
  }

  private javafx.stage.Window frame() {
    return window.robot().lookup(".shell").query().getScene().getWindow();
  }

  private OpenProject active() {
    return window.model().projects().active().orElseThrow();
  }

  private javafx.scene.Node row(String name) {
    return window.robot().lookup(".project-button").queryAll().stream()
        .filter(node -> node.getAccessibleText().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private String accessible(String name) {
    return row(name).getAccessibleText();
  }

  private int firstRow() {
    return window.table().lookupAll(".table-row-cell").stream()
        .map(node -> (IndexedCell<?>) node)
        .filter(cell -> cell.isVisible() && cell.getBoundsInParent().getMaxY() > 1)
        .mapToInt(IndexedCell::getIndex)
        .min()
        .orElse(-1);
  }

  private Path sample() throws Exception {
    return SampleProject.write(folder.resolve("shop"), Clock.systemUTC());
  }

  private Path orders() throws Exception {
    return project("orders", "service: orders\nbackend:\n  kind: local\n");
  }

  private void openBroken() throws Exception {
    Path file = project("broken", "service: [\n");
    window.act(() -> window.model().open(file));
    window.untilSays("has 1 error");
  }

  private Path project(String name, String text) throws Exception {
    Path file = Files.createDirectories(folder.resolve(name)).resolve("runfabric.yml");
    return Files.writeString(file, text);
  }
}
