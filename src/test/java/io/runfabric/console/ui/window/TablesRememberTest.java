package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a window remembers of its tables, across two windows of the same user.
class TablesRememberTest {

  @TempDir private Path folder;
  private Path file = Path.of("");
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    file = SampleProject.write(folder.resolve("shop"), Clock.systemUTC());
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
    window.open(file).go(Place.RECEIPTS);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void columnsTheirOrderWidthsAndSortAreAsTheyWereLeft() throws Exception {
    window.act(() -> {
      column("key").setVisible(true);
      column("note").setVisible(false);
      moveFirst("provider");
      resize("stage", 60);
    });
    window.clickHeader("updated");
    window.until("it is sorted", () -> window.cells("stage").getFirst().equals("demo"));
    List<String> before = window.read(this::visible);

    restart();

    assertThat(window.read(this::visible)).isEqualTo(before).startsWith("provider", "stage");
    assertThat(before).contains("key").doesNotContain("note");
    assertThat(window.read(() -> column("stage").getWidth())).isEqualTo(196);
    assertThat(window.column("stage").getFirst()).isEqualTo("demo");
  }

  @Test
  void resettingColumnsPutsThemAsDeclaredForGood() throws Exception {
    List<String> declared = window.read(this::visible);
    window.act(() -> {
      column("health").setVisible(false);
      moveFirst("provider");
      resize("provider", 40);
    });
    restart();
    assertThat(window.read(this::visible)).isNotEqualTo(declared);

    window.click("#column-menu").click("Reset columns");

    window.until("they are as declared", () -> visible().equals(declared));
    assertThat(window.read(() -> column("provider").getWidth())).isEqualTo(152);
    restart();
    assertThat(window.read(this::visible)).isEqualTo(declared);
    assertThat(Files.readString(folder.resolve("home/window.json"))).doesNotContain("\"columns\"");
  }

  @Test
  void theFilterIsThatOfThePageAndTheProject() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
    window.robot().write("stage:prod");
    window.untilSays("3 of 13 entries");
    window.go(Place.LOCKS).untilSays("3 locks");
    window.go(Place.RECEIPTS).untilSays("3 of 13 entries");

    restart();

    window.untilSays("3 of 13 entries");
    assertThat(window.read(this::filterText)).isEqualTo("stage:prod");
    Path other = SampleProject.write(folder.resolve("other"), Clock.systemUTC());
    window.open(other).go(Place.RECEIPTS);
    assertThat(window.read(this::filterText)).isEmpty();
  }

  @Test
  void aNumberOfTheOverviewShowsAllBehindItWhateverTheFilterWas() throws Exception {
    window.go(Place.LOCKS.filtered("nothing like it"));
    window.untilSays("Nothing matches");
    window.go(Place.OVERVIEW).click("Locks held");

    window.untilSays("3 locks");
    assertThat(window.read(this::filterText)).isEmpty();
  }

  @Test
  void aDamagedMemoryCostsNothingElse() throws Exception {
    window.close();
    Files.writeString(
        folder.resolve("home/window.json"),
        """
        {"theme": "dark", "habits": {"tables": {"receipts": {"columns":
          [{"id": "gone", "width": 90, "shown": true}, {"id": "stage", "width": -4}, 7]}},
          "filters": "none"}}
        """);

    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
    window.open(file).go(Place.RECEIPTS);

    window.untilSays("13 entries");
    assertThat(window.read(this::visible)).startsWith("stage", "health", "provider");
    assertThat(window.read(() -> window.model().darkProperty().get())).isTrue();
  }

  private void restart() throws Exception {
    window.close();
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
    window.open(file).go(Place.RECEIPTS);
  }

  private TableColumn<?, ?> column(String id) {
    return window.table().getColumns().stream()
        .filter(column -> id.equals(column.getId()))
        .findFirst()
        .orElseThrow();
  }

  private void moveFirst(String id) {
    moveFirst(window.table(), id);
  }

  private static <R> void moveFirst(TableView<R> table, String id) {
    List<TableColumn<R, ?>> columns = FXCollections.observableArrayList(table.getColumns());
    columns.sort(java.util.Comparator.comparing(column -> !id.equals(column.getId())));
    table.getColumns().setAll(columns);
  }

  private void resize(String id, double by) {
    resize(window.table(), id, by);
  }

  private static <R> void resize(TableView<R> table, String id, double by) {
    table.getColumns().stream()
        .filter(column -> id.equals(column.getId()))
        .forEach(column -> table.resizeColumn(column, by));
  }

  private List<String> visible() {
    return window.table().getVisibleLeafColumns().stream()
        .map(column -> Optional.ofNullable(column.getId()).orElse(""))
        .toList();
  }

  private String filterText() {
    return window.robot().lookup(".filter-field").<TextField>query().getText();
  }
}
