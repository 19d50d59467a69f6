package io.runfabric.console.ui.detail;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.runfabric.console.ui.app.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/// A pane in a window of its own, as high and as wide as it is beside a table.
final class PaneOnScreen {

  private static final Path PICTURES = Path.of("target", "pictures", "detail");
  private static final int PULSES_TO_SETTLE = 3;
  private static final int WIDTH = 460;
  private static final int HEIGHT = 780;

  private final DetailPane pane;
  private final Stage stage;
  private final Scene scene;
  private final FxRobot robot = new FxRobot();

  private PaneOnScreen(DetailPane pane, Stage stage, Scene scene) {
    this.pane = pane;
    this.stage = stage;
    this.scene = scene;
  }

  static PaneOnScreen of(Supplier<DetailPane> maker) throws InterruptedException {
    return Toolkit.onScreen(() -> {
      for (String font :
          List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "JetBrainsMono-Regular")) {
        Font.loadFont(resource("fonts/" + font + ".ttf"), 13);
      }
      DetailPane pane = maker.get();
      StackPane root = new StackPane(pane);
      root.getStyleClass().add("shell");
      Scene scene = new Scene(root, WIDTH, HEIGHT);
      scene.getStylesheets().add(resource("ui/console.css"));
      Stage stage = new Stage();
      stage.setScene(scene);
      PaneOnScreen shown = new PaneOnScreen(pane, stage, scene);
      shown.theme(false);
      stage.show();
      pane.shown();
      return shown;
    });
  }

  /// Does something on the FX thread and has its outcome laid out.
  void change(Runnable change) throws InterruptedException {
    Toolkit.onScreen(() -> {
      change.run();
      return true;
    });
    settle();
  }

  /// Waits until the screen was laid out a few times.
  void settle() throws InterruptedException {
    CountDownLatch pulses = new CountDownLatch(PULSES_TO_SETTLE);
    Runnable pulsed =
        () -> {
          pulses.countDown();
          Platform.requestNextPulse();
        };
    Toolkit.onScreen(() -> {
      scene.addPostLayoutPulseListener(pulsed);
      Platform.requestNextPulse();
      return true;
    });
    if (!pulses.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the screen stands still");
    }
    Toolkit.onScreen(() -> {
      scene.removePostLayoutPulseListener(pulsed);
      return true;
    });
  }

  /// Light and dark, for people to look at.
  void picture(String name) throws IOException, InterruptedException {
    for (boolean dark : new boolean[] {true, false}) {
      change(() -> theme(dark));
      Image image = Toolkit.onScreen(() -> scene.snapshot(null));
      Files.createDirectories(PICTURES);
      write(image, PICTURES.resolve(name + (dark ? "-dark" : "-light") + ".png"));
    }
  }

  DetailPane pane() {
    return pane;
  }

  FxRobot robot() {
    return robot;
  }

  /// The titles of the tabs, each with its number.
  List<String> tabs() throws InterruptedException {
    return Toolkit.onScreen(() ->
        tabPane().getTabs().stream()
            .map(tab ->
                tab.getGraphic() instanceof Labeled count
                    ? tab.getText() + " " + count.getText()
                    : tab.getText())
            .toList());
  }

  String chosenTab() throws InterruptedException {
    return Toolkit.onScreen(() -> tabPane().getSelectionModel().getSelectedItem().getText());
  }

  void choose(String title) throws InterruptedException {
    change(() -> {
      Tab tab =
          tabPane().getTabs().stream()
              .filter(each -> each.getText().equals(title))
              .findFirst()
              .orElseThrow();
      tabPane().getSelectionModel().select(tab);
    });
  }

  private TabPane tabPane() {
    return (TabPane) Objects.requireNonNull(pane.lookup(".detail-tabs"));
  }

  /// Every word in sight.
  String words() throws InterruptedException {
    return Toolkit.onScreen(() -> {
      List<String> words = new ArrayList<>();
      collect(pane, words);
      return String.join("\n", words);
    });
  }

  private static void collect(Node node, List<String> words) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Text text -> words.add(text.getText());
      case javafx.scene.Parent parent ->
          parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
      default -> {}
    }
  }

  /// The nodes in sight that a selector finds.
  <N extends Node> List<N> all(String selector, Class<N> type) throws InterruptedException {
    return Toolkit.onScreen(() ->
        pane.lookupAll(selector).stream().filter(PaneOnScreen::inSight).map(type::cast).toList());
  }

  private static boolean inSight(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  private void theme(boolean dark) {
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene.getRoot().pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), dark);
  }

  void close() throws InterruptedException {
    Toolkit.onScreen(() -> {
      pane.hidden();
      stage.close();
      return true;
    });
  }

  private static String resource(String name) {
    return Objects.requireNonNull(
            PaneOnScreen.class.getResource("/io/runfabric/console/" + name), name)
        .toExternalForm();
  }

  private static void write(Image image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(picture, "png", file.toFile());
  }
}
