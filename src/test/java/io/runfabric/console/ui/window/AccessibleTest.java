package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Across;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.TextSize;
import io.runfabric.console.ui.shell.ThemeChoice;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.task.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether everybody can use the window: with eyes that need contrast or large text, without a
/// mouse, with a screen reader.
class AccessibleTest {

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
  void everyButtonWithoutTextSaysWhatItDoes() throws Exception {
    TreeSet<String> nameless = new TreeSet<>();

    everywhere(() -> {
      nameless.addAll(window.read(() -> nameless(root())));
      return nameless;
    });

    assertThat(nameless).isEmpty();
  }

  @Test
  void aButtonThatSaysNothingIsFound() throws Exception {
    assertThat(window.read(() -> nameless(new Button("", Icons.of(Icons.CLOSE))))).hasSize(1);
    assertThat(window.read(() -> nameless(new Button("Close")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void everyTextStandsOutFromWhatItStandsOn(ThemeChoice theme) throws Exception {
    TreeSet<String> faint = new TreeSet<>();
    List<Contrast.Drawn> all = new ArrayList<>();
    window.act(() -> window.model().themeProperty().set(theme));

    everywhere(() -> {
      List<Contrast.Drawn> texts = window.read(() -> Contrast.texts(root()));
      all.addAll(texts);
      texts.stream()
          .filter(text -> text.ratio() < Contrast.ENOUGH)
          .forEach(text -> faint.add(text.toString()));
      return faint;
    });

    assertThat(all).hasSizeGreaterThan(500);
    assertThat(faint).isEmpty();
  }

  @Test
  void contrastIsComputedAsWcagDoes() {
    assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.01));
    assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isCloseTo(4.48, within(0.01));
    assertThat(Contrast.over(Color.color(1, 1, 1, 0.5), Color.BLACK).getRed()).isEqualTo(0.5);
  }

  @Test
  void textGrowsAndShrinksAndItsSizeIsRemembered() throws Exception {
    window.untilSays("Open the sample project");
    double normal = size(".welcome-title");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.EQUALS).push(KeyCode.SHORTCUT, KeyCode.PLUS);

    window.until("text is larger", () -> Math.abs(size(".welcome-title") / normal - 1.2) < 0.01);
    assertThat(window.model().textSizeProperty().get()).isEqualTo(new TextSize(120));
    Path settings = folder.resolve("home/window.json");
    window.until("it is written", () -> contains(settings, "\"textPercent\" : 120"));
    window.robot().push(KeyCode.SHORTCUT, KeyCode.MINUS);
    window.until("it is smaller", () -> size(".welcome-title") < normal * 1.15);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    window.until("it is normal", () -> Math.abs(size(".welcome-title") - normal) < 0.01);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void wizardsAreReadableAndEveryFieldOfThemSaysWhatItIs(ThemeChoice theme) throws Exception {
    window.act(() -> window.model().themeProperty().set(theme));
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    List<String> found = new ArrayList<>();
    for (KeyCode wizard : List.of(KeyCode.B, KeyCode.O, KeyCode.M, KeyCode.W)) {
      window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, wizard);
      window.untilDialogSays("Choose");
      window.until("what it looks for is found", window.model().tasks()::idle);
      found.addAll(window.read(this::faultsOfTheDialog));
      if (window.read(() -> window.offers("Next"))) {
        window.clickButton("Next");
        found.addAll(window.read(this::faultsOfTheDialog));
      }
      window.clickButton("Cancel").untilNoDialog();
    }
    assertThat(found).isEmpty();
  }

  private List<String> faultsOfTheDialog() {
    Parent dialog = window.dialogRoot();
    dialog.applyCss();
    dialog.layout();
    List<String> found = nameless(dialog);
    Contrast.texts(dialog).stream()
        .filter(text -> text.ratio() < Contrast.ENOUGH)
        .forEach(text -> found.add(text.toString()));
    dialog.lookupAll(".text-field").stream()
        .filter(field -> String.valueOf(field.getAccessibleText()).isBlank())
        .forEach(field -> found.add("a field without a name: " + field));
    return found;
  }

  @Test
  void aWizardIsUsedWithTheKeyboardAlone() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
    window.untilDialogSays("What to back up");

    window.robot().push(KeyCode.ENTER);
    window.untilDialogSays("Keep the newest");
    window.robot().write("out.json");
    window.until("it is typed", () -> window.dialogRoot().lookup("#wizard-replace").isVisible());
    window.robot().push(KeyCode.ESCAPE);

    window.untilNoDialog();
  }

  /// Has something done on every page, with a row selected, and on what lies over the pages.
  private void everywhere(Callable<?> look) throws Exception {
    look.call();
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    for (Place.Kind kind : Place.Kind.values()) {
      window.act(() -> window.model().go(Place.of(kind)));
      window.until("the page is there", window.model().tasks()::idle);
      window.act(() -> {
        if (window.table() != null) {
          window.table().getSelectionModel().selectFirst();
        }
      });
      window.until("its detail is read", window.model().tasks()::idle);
      laidOut();
      look.call();
    }
    for (Across page : Across.values()) {
      window.act(() -> window.model().go(page));
      window.until("the page is there", window.model().tasks()::idle);
      laidOut();
      look.call();
    }
    window.act(() -> window.model().go(Place.OVERVIEW));
    window.act(() -> window.model().readOnlyProperty().set(true));
    window.act(() ->
        window
            .model()
            .tasks()
            .start(
                Job.reading(
                    "Reading",
                    (_, _) -> {
                      throw new IllegalStateException("on purpose");
                    },
                    _ -> {})));
    window.untilSays("Reading failed");
    laidOut();
    look.call();
    window.act(window.model().taskPanel()::list);
    laidOut();
    look.call();
    window.act(() -> window.model().taskPanel().show(window.model().tasks().ended().getFirst()));
    laidOut();
    look.call();
    window.act(window.model().taskPanel()::close);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
    window.robot().write("re prod");
    window.until(
        "something is found", () -> !window.robot().lookup(".palette-match").queryAll().isEmpty());
    laidOut();
    look.call();
  }

  private void laidOut() throws InterruptedException {
    window.act(() -> {
      root().applyCss();
      ((Parent) root()).layout();
    });
  }

  private Node root() {
    return window.robot().lookup(".shell").query();
  }

  private double size(String query) {
    return ((Label) window.robot().lookup(query).query()).getFont().getSize();
  }

  private static List<String> nameless(Node node) {
    List<String> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (node instanceof ButtonBase button
        && (button.getText() == null || button.getText().isBlank())
        && (button.getAccessibleText() == null || button.getAccessibleText().isBlank())
        && button.getTooltip() == null) {
      found.add(button.getStyleClass() + " in " + button.getParent());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).contains(text);
    } catch (java.io.IOException _) {
      return false;
    }
  }
}
