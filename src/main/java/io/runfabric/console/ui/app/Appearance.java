package io.runfabric.console.ui.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import io.runfabric.console.ui.shell.WindowModel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Light or dark, as chosen or as the system is, and how large text is.
final class Appearance implements AutoCloseable {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final Theme LIGHT_THEME = new PrimerLight();
  private static final Theme DARK_THEME = new PrimerDark();
  private static final String DARK_SHEET = sheet("dark.css");

  private final WindowModel window;
  private final Scene scene;
  private final InvalidationListener changed = _ -> apply();
  private final InvalidationListener sized = _ -> size();
  private String sizeSheet = "";

  Appearance(WindowModel window, Scene scene) {
    this.window = window;
    this.scene = scene;
    scene.getStylesheets().add(sheet("console.css"));
    window.themeProperty().addListener(changed);
    Platform.getPreferences().colorSchemeProperty().addListener(changed);
    window.textSizeProperty().addListener(sized);
    apply();
    size();
  }

  /// Sets the theme; first of all before the first control is made, which would bring JavaFX's own
  /// with it.
  ///
  /// @return whether it is dark
  static boolean setTheme(WindowModel window) {
    boolean dark = window.themeProperty().get().dark(systemIsDark());
    String sheet = (dark ? DARK_THEME : LIGHT_THEME).getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
    return dark;
  }

  void toggle() {
    window.themeProperty().set(window.themeProperty().get().toggled(systemIsDark()));
  }

  @Override
  public void close() {
    window.themeProperty().removeListener(changed);
    window.textSizeProperty().removeListener(sized);
    Platform.getPreferences().colorSchemeProperty().removeListener(changed);
  }

  private void apply() {
    boolean dark = setTheme(window);
    scene.getRoot().pseudoClassStateChanged(DARK, dark);
    // A sheet, as for the size.
    scene.getStylesheets().remove(DARK_SHEET);
    if (dark) {
      scene.getStylesheets().add(DARK_SHEET);
    }
    window.darkProperty().set(dark);
  }

  // A sheet, because menus and dialogs have roots of their own that follow the scene's sheets.
  private void size() {
    String rule = ".root { -fx-font-size: " + window.textSizeProperty().get().pixels() + "px; }";
    String sheet =
        "data:text/css;base64,"
            + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
    scene.getStylesheets().remove(sizeSheet);
    scene.getStylesheets().add(sheet);
    sizeSheet = sheet;
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Appearance.class.getResource("/io/runfabric/console/ui/" + name))
        .toExternalForm();
  }

  private static boolean systemIsDark() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
  }
}
