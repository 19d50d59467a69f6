package io.runfabric.console.ui.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import io.runfabric.console.ui.shell.WindowModel;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Light or dark, as chosen or as the system is.
final class Appearance implements AutoCloseable {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final Theme LIGHT_THEME = new PrimerLight();
  private static final Theme DARK_THEME = new PrimerDark();

  private final WindowModel window;
  private final Scene scene;
  private final InvalidationListener changed = _ -> apply();

  Appearance(WindowModel window, Scene scene) {
    this.window = window;
    this.scene = scene;
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(
                    Appearance.class.getResource("/io/runfabric/console/ui/console.css"))
                .toExternalForm());
    window.themeProperty().addListener(changed);
    Platform.getPreferences().colorSchemeProperty().addListener(changed);
    apply();
  }

  void toggle() {
    window.themeProperty().set(window.themeProperty().get().toggled(systemIsDark()));
  }

  @Override
  public void close() {
    window.themeProperty().removeListener(changed);
    Platform.getPreferences().colorSchemeProperty().removeListener(changed);
  }

  private void apply() {
    boolean dark = window.themeProperty().get().dark(systemIsDark());
    String sheet = (dark ? DARK_THEME : LIGHT_THEME).getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
    scene.getRoot().pseudoClassStateChanged(DARK, dark);
    window.darkProperty().set(dark);
  }

  private static boolean systemIsDark() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
  }
}
