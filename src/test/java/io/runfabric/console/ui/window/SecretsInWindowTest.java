package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Unseen;
import io.runfabric.console.secrets.PlantedSecrets;
import io.runfabric.console.ui.shell.Across;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.ThemeChoice;
import io.runfabric.console.ui.task.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Control;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Secrets are planted wherever a project can hold one, and everything is visited that the window
/// has: none is in any text of it, on the clipboard, in a file it exports or keeps. So is text that
/// does something else than to be seen, or that JavaFX cannot lay out: every page shows it.
class SecretsInWindowTest {

  /// Every row and tab, every kind; otherwise the first of each.
  private static final boolean THOROUGH = Boolean.getBoolean("secrets.all");

  /// Turns the reading direction.
  private static final char TURNED = '\u202e';

  // Letters from right to left, which JavaFX cannot break into lines everywhere, come last.
  private static final String ODD =
      "a"
          + TURNED
          + "\u001b[1m\u200b"
          + " \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd".repeat(15);

  @TempDir private Path folder;
  private final Map<Path, Map<String, String>> environments = new HashMap<>();
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> copied = new TreeSet<>();
  private final List<String> leaks = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new OpenWindow(folder.resolve("home"), new SetClock(), this::request);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private ProjectRequest request(Path file) {
    return new ProjectRequest(
        file,
        folder,
        Optional.empty(),
        Optional.empty(),
        environments.getOrDefault(file, Map.of()));
  }

  private Path plant(String name, BackendKind kind) throws Exception {
    Path project = Files.createDirectories(folder.resolve(name));
    PlantedSecrets planted = PlantedSecrets.in(project, kind);
    environments.put(planted.configuration(), planted.environment());
    return planted.configuration();
  }

  // Text that does something else than to be seen, in all that is listed first.
  private static void plantUnseen(Path state) throws Exception {
    String receipt = Files.readString(state.resolve("prod.json"));
    ObjectNode odd = Json.object(receipt.getBytes(StandardCharsets.UTF_8));
    odd.put("stage", "0" + ODD).put("provider", ODD).put("deploymentId", ODD);
    ((ObjectNode) odd.path("outputs")).put("out" + ODD, ODD).put("url", "https://e/" + ODD);
    ((ObjectNode) odd.path("metadata")).put(ODD, ODD);
    ((ObjectNode) odd.path("functions").path(0)).put("function", ODD).put("resourceName", ODD);
    Files.writeString(state.resolve("0.json"), Json.pretty(odd));
    ObjectNode lock = Json.object(Files.readAllBytes(state.resolve("locks/shop-prod.lock.json")));
    lock.put("stage", "0").put("operation", "deploy" + ODD);
    Files.writeString(state.resolve("locks/shop-0.lock.json"), Json.pretty(lock));
    ObjectNode journal =
        Json.object(Files.readAllBytes(state.resolve("journals/shop-dev.journal.json")));
    journal.put("stage", "0").put("operation", "deploy" + ODD).put("status", "active");
    ((ObjectNode) journal.path("checkpoints").path(0)).put("name", ODD);
    Files.writeString(state.resolve("journals/shop-0.journal.json"), Json.pretty(journal));
  }

  @Test
  void nothingTheWindowHasGivesAnyAway() throws Exception {
    window.act(() -> window.model().themeProperty().set(ThemeChoice.LIGHT));
    Path shop = plant("shop", BackendKind.LOCAL);
    plantUnseen(shop.resolveSibling(".runfabric"));
    window.open(shop);
    for (Place.Kind kind : Place.Kind.values()) {
      page(kind);
    }
    wizards();
    comparison();
    over();
    across();

    assertThat(leaks).isEmpty();
    assertThat(unseen).isEmpty();
    assertThat(seen).hasSizeGreaterThan(600);
    assertThat(seen).anyMatch(text -> text.contains(Unseen.number(TURNED)));
    assertThat(copied).hasSizeGreaterThan(20);
    assertThat(keptFilesWithSecrets()).isEmpty();
    whatIsRevealedIsFound();
  }

  /// In the other colours, where the state is on a server.
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "S3", "DYNAMODB", "GCS", "AZBLOB"})
  void norDoesWhatItTellsOfAServer(BackendKind kind) throws Exception {
    window.act(() -> window.model().themeProperty().set(ThemeChoice.DARK));
    window.open(plant("shop", kind));
    List<Place.Kind> pages =
        THOROUGH ? List.of(Place.Kind.values()) : List.of(Place.Kind.OVERVIEW, Place.Kind.HEALTH);
    for (Place.Kind page : pages) {
      page(page);
    }
    if (kind == BackendKind.POSTGRES) {
      otherIds();
    }

    assertThat(leaks).isEmpty();
    assertThat(seen).hasSizeGreaterThan(100);
  }

  @Test
  void norDoesOneThatCannotBeOpened() throws Exception {
    Path good = plant("shop", BackendKind.LOCAL);
    List<String> kinds =
        THOROUGH
            ? List.of("postgres", "canary", "gcs", "azblob", "s3", "dynamodb")
            : List.of("postgres", "canary");
    for (String kind : kinds) {
      unopened(good, kind, Map.of());
    }
    // Credentials that the others do not come to.
    unopened(good, "gcs", Map.of("STORAGE_EMULATOR_HOST", ""));
    unopened(
        good,
        "azblob",
        Map.of(
            "AZURE_STORAGE_CONNECTION_STRING",
            "BlobEndpoint=http://127.0.0.1:1/acc;SharedAccessSignature=sv=2024-11-04&sig=canary"));

    // What the file itself says where a kind should be is the user's own.
    assertThat(leaks).allSatisfy(leak -> assertThat(leak).contains("kind: canary"));
    assertThat(seen).anyMatch(text -> text.contains("there is no such backend kind"));
  }

  private void unopened(Path good, String kind, Map<String, String> otherwise) throws Exception {
    String name = kind + " " + String.join(" ", otherwise.keySet());
    Path file =
        Files.createDirectories(folder.resolve("p" + environments.size())).resolve("runfabric.yml");
    Files.writeString(file, Files.readString(good).replace("kind: local", "kind: " + kind));
    Map<String, String> environment = new HashMap<>(environments.get(good));
    environment.put("RUNFABRIC_CONSOLE_TIMEOUT", "1");
    environment.putAll(otherwise);
    environments.put(file, environment);
    window.act(() -> window.model().open(file));
    look("project on " + name);
    window.act(() -> window.model().go(Place.of(Place.Kind.HEALTH)));
    look("health on " + name);
  }

  // Up to where the rows would move.
  private void otherIds() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W);
    window.untilDialogSays("Which rows");
    window.act(() -> {
      TextField to = (TextField) only("#wizard-to");
      ((TextField) only("#wizard-from")).setText(to.getText());
      to.setText("/elsewhere");
    });
    lookAndTake("other ids");
    next("Only these stages");
    next("3 rows move from");
    window.act(
        () -> ((TableView<?>) only(".dialog-pane .table-view")).getSelectionModel().select(0));
    lookAndTake("rows");
    next("is a production stage");
    window.act(SecretsInWindowTest::closeDialogs);
  }

  // Otherwise nothing was looked for.
  private void whatIsRevealedIsFound() throws Exception {
    window.act(() -> window.model().go(Place.RECEIPTS));
    window.act(() -> window.table().getSelectionModel().selectFirst());
    window.act(() -> window.model().revealSecrets(true));
    row("revealed", true);
    assertThat(leaks).isNotEmpty();
  }

  private void page(Place.Kind kind) throws Exception {
    window.act(() -> window.model().go(Place.of(kind)));
    look(kind + "");
    if (kind == Place.Kind.DRIFT) {
      window.act(SecretsInWindowTest::compareOffline);
      look("drift compared");
    }
    takeAway(kind + "");
    int rows = window.read(() -> window.table() == null ? 0 : window.table().getItems().size());
    for (int row = 0; row < rows; row++) {
      int selected = row;
      window.act(() -> window.table().getSelectionModel().clearAndSelect(selected));
      row(kind + " row " + row, row == 0 || THOROUGH);
    }
  }

  // The provider's and the endpoints' addresses lead nowhere, which takes long to find out.
  private static void compareOffline() {
    ((MenuButton) only("#drift-options"))
        .getItems().stream()
            .filter(item -> "drift-network".equals(item.getId()))
            .map(CheckMenuItem.class::cast)
            .forEach(item -> {
              item.setSelected(false);
              item.fire();
            });
    ((ButtonBase) only("#drift-check")).fire();
  }

  private void row(String where, boolean whole) throws Exception {
    look(where);
    if (!whole) {
      return;
    }
    int tabs = window.read(() -> tabs().map(pane -> pane.getTabs().size()).orElse(0));
    for (int tab = 0; tab < tabs; tab++) {
      int chosen = tab;
      window.act(() -> tabs().orElseThrow().getSelectionModel().select(chosen));
      look(where + " tab " + tab);
      takeAway(where + " tab " + tab, () -> tabs().orElseThrow().getParent());
    }
    questions(where);
  }

  private Optional<TabPane> tabs() {
    return all(".detail-tabs").map(TabPane.class::cast).findFirst();
  }

  /// What a page offers to do, up to where it asks.
  private void questions(String where) throws Exception {
    List<ButtonBase> offered =
        window.read(() ->
            all(".action-button")
                .map(ButtonBase.class::cast)
                .filter(button -> button.isVisible() && !button.isDisabled())
                .filter(button -> button.getText().endsWith("…"))
                .toList());
    for (ButtonBase button : offered) {
      window.act(button::fire);
      look(where + " " + button.getText());
      takeAway(where + " " + button.getText());
      window.act(SecretsInWindowTest::closeDialogs);
    }
  }

  private void wizards() throws Exception {
    window.act(() -> window.model().go(Place.of(Place.Kind.BACKUPS)));
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
    window.untilDialogSays("What to back up");
    window.clickButton("Next").untilDialogSays("Encryption");
    window.act(() -> ((CheckBox) only("#wizard-partial")).setSelected(true));
    lookAndTake("back up, options");
    next("go into one file");
    next("The same on the terminal");
    window.clickButton("Back up").untilDialogSays("written, read back and found good");
    lookAndTake("back up, done");
    window.clickButton("Close").untilNoDialog();
    page(Place.Kind.BACKUPS);

    Files.writeString(
        folder.resolve("shop/.runfabric/dev.json"),
        Files.readString(folder.resolve("shop/.runfabric/dev.json"))
            .replace("canary-key", "canary-other"));
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
    window.untilDialogSays("Which backup");
    window.act(() ->
        all(".button")
            .map(ButtonBase.class::cast)
            .filter(button -> String.valueOf(button.getAccessibleText()).startsWith("Choose "))
            .findFirst()
            .orElseThrow()
            .fire());
    window.untilDialogSays("A good backup");
    lookAndTake("restore, chosen");
    next("What to put back");
    window.act(() -> ((ButtonBase) only("#wizard-conflict-overwrite")).fire());
    next("is replaced");
    window.act(
        () -> ((TableView<?>) only(".dialog-pane .table-view")).getSelectionModel().select(0));
    lookAndTake("restore, compared");
    next("The same on the terminal");
    window.clickButton("Cancel").untilNoDialog();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    window.untilDialogSays("Choose");
    window.act(() -> window.choose("#wizard-to-kind", "postgres"));
    lookAndTake("migrate");
    next("Options");
    next("refused");
    window.act(SecretsInWindowTest::closeDialogs);
  }

  private void next(String then) throws Exception {
    window.clickButton("Next").untilDialogSays(then);
    lookAndTake(then);
  }

  private void lookAndTake(String name) throws Exception {
    look(name);
    takeAway(name);
  }

  /// A receipt beside what it was in the backup, by path and as text.
  private void comparison() throws Exception {
    window.act(() -> window.model().go(Place.RECEIPTS.filtered("stage:dev")));
    window.act(() -> window.table().getSelectionModel().selectFirst());
    look("receipt");
    window.act(() ->
        tabs()
            .ifPresent(pane ->
                pane.getTabs().stream()
                    .filter(tab -> "History".equals(tab.getText()))
                    .forEach(pane.getSelectionModel()::select)));
    look("history");
    window.click("Compare");
    window.untilDialogSays("As text");
    lookAndTake("compared");
    window.act(() ->
        all(".toggle-button")
            .map(ToggleButton.class::cast)
            .filter(mode -> "As text".equals(mode.getText()))
            .forEach(ToggleButton::fire));
    lookAndTake("compared as text");
    window.act(SecretsInWindowTest::closeDialogs);
  }

  private void over() throws Exception {
    window.act(() ->
        window
            .model()
            .tasks()
            .start(
                Job.reading(
                    "Reading",
                    (_, _) -> {
                      throw new IOException(
                          "postgres://u:canary-thrown@h/db Bearer canary.canary password=canary");
                    },
                    _ -> {})));
    window.untilSays("Reading failed");
    look("notification");
    window.act(window.model().taskPanel()::list);
    lookAndTake("tasks");
    window.act(() -> window.model().taskPanel().show(window.model().tasks().ended().getFirst()));
    lookAndTake("failed task");
    window.act(window.model().taskPanel()::close);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
    look("palette");
    window.robot().write("re prod");
    look("palette, found");
    window.robot().push(KeyCode.ESCAPE);
  }

  private void across() throws Exception {
    for (Across page : Across.values()) {
      window.act(() -> window.model().go(page));
      lookAndTake(page + "");
    }
    window.act(() -> ((TextField) only(".search-field")).setText("prod"));
    lookAndTake("found across");
  }

  private void takeAway(String where) throws Exception {
    takeAway(where, SecretsInWindowTest::uppermost);
  }

  /// Whatever copies is pressed; what is exported goes to a file.
  private void takeAway(String where, Supplier<Node> part) throws Exception {
    for (Runnable action : window.read(() -> copyActions(part.get()))) {
      Path file = folder.resolve("exports").resolve(copied.size() + ".txt");
      Files.createDirectories(file.resolveSibling(""));
      window.savesTo(file);
      window.act(action);
      window.until("it is copied", window.model().tasks()::idle);
      String text = window.clipboard();
      copied.add(text);
      check(where + ", copied", text);
      if (Files.exists(file)) {
        check(where + ", exported", Files.readString(file));
      }
    }
  }

  private static Node uppermost() {
    List<Window> stages = windows().filter(Stage.class::isInstance).toList();
    return stages.getLast().getScene().getRoot();
  }

  private static List<Runnable> copyActions(Node part) {
    List<Runnable> actions = new ArrayList<>();
    for (Node node : part.lookupAll("*")) {
      if (node instanceof MenuButton menu) {
        menu.getItems().forEach(item -> item(item, actions));
      } else if (node instanceof ButtonBase button
          && button.isVisible()
          && !button.isDisabled()
          && takesAway(words(button).strip())) {
        actions.add(button::fire);
      }
      if (node instanceof Control control && control.getContextMenu() != null) {
        control.getContextMenu().getItems().forEach(item -> item(item, actions));
      }
    }
    return actions;
  }

  private static void item(MenuItem item, List<Runnable> actions) {
    if (item instanceof Menu menu) {
      menu.getItems().forEach(inner -> item(inner, actions));
    } else if (item.getText() != null && !item.isDisable() && takesAway(item.getText())) {
      actions.add(item::fire);
    }
  }

  private static String words(ButtonBase button) {
    String hint = button.getTooltip() == null ? "" : button.getTooltip().getText();
    return button.getAccessibleText() + " " + hint + " " + button.getText() + ".";
  }

  private static boolean takesAway(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("copy")
        || lower.contains("clipboard")
        || (lower.endsWith(" file…") && !lower.startsWith("restore"));
  }

  private void look(String where) throws Exception {
    window.until("it is there", window.model().tasks()::idle);
    Set<String> texts = window.read(SceneTexts::all);
    seen.addAll(texts);
    texts.forEach(text -> check(where, text));
    texts.stream()
        .filter(text -> Unseen.in(text.replaceAll("[\n\t]", "")))
        .forEach(text -> unseen.add(where + ": " + Unseen.shown(text)));
  }

  private void check(String where, String text) {
    List<String> found = PlantedSecrets.seenIn(text);
    if (!found.isEmpty()) {
      leaks.add(where + " shows " + found + ": " + text);
    }
  }

  private static Stream<Window> windows() {
    return List.copyOf(Window.getWindows()).stream().filter(each -> each.getScene() != null);
  }

  private static Stream<Node> all(String query) {
    return windows().flatMap(each -> each.getScene().getRoot().lookupAll(query).stream());
  }

  private static Node only(String query) {
    return all(query).findFirst().orElseThrow(() -> new AssertionError("there is no " + query));
  }

  private static void closeDialogs() {
    windows()
        .filter(each -> each instanceof Stage stage && stage.getOwner() != null)
        .toList()
        .forEach(Window::hide);
  }

  /// Settings, logs and whatever else the window keeps beside the projects.
  private List<String> keptFilesWithSecrets() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("shop")))
          .filter(file -> !PlantedSecrets.seenIn(content(file)).isEmpty())
          .map(Path::toString)
          .toList();
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
