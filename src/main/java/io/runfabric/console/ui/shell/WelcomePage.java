package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is there while no project is open: ways to open one.
final class WelcomePage extends StackPane {

  private static final int RECENTS_SHOWN = 6;
  private static final double ICON = 72;

  private final WindowModel window;
  private final VBox recents = new VBox(2);
  private final Label heading = Texts.label("Recent projects", "section-title");

  WelcomePage(WindowModel window, Commands commands, Optional<Image> logo) {
    this.window = window;
    getStyleClass().add("welcome");
    Button open = new Button("Open project…", Icons.of(Icons.OPEN));
    open.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
    open.setDefaultButton(true);
    open.setTooltip(Texts.tooltip(commands.open().hint()));
    open.setOnAction(_ -> commands.open().run());
    Button sample = new Button(commands.sample().title(), Icons.of(Icons.SAMPLE));
    sample.setOnAction(_ -> commands.sample().run());
    Button folder = new Button(commands.folder().title(), Icons.of(Icons.FOLDER));
    folder.setTooltip(
        Texts.tooltip("Open the projects below a folder  " + commands.folder().keysShown()));
    folder.setOnAction(_ -> commands.folder().run());
    HBox buttons = new HBox(12, open, folder, sample);
    Label hint =
        Texts.label(
            "or drop a runfabric.yml, or a folder with projects in it, on this window", "hint");
    VBox column =
        new VBox(
            Texts.label("RunFabric Console", "welcome-title"),
            Texts.paragraph(
                "See what is deployed, who holds which lock, and what a crashed deploy left"
                    + " behind. Open a project to begin.",
                "welcome-text"),
            buttons,
            hint,
            heading,
            recents);
    column.getStyleClass().add("welcome-column");
    logo.ifPresent(image -> {
      ImageView view = new ImageView(image);
      view.setFitWidth(ICON);
      view.setFitHeight(ICON);
      view.setSmooth(true);
      VBox.setMargin(view, new javafx.geometry.Insets(0, 0, 16, 0));
      column.getChildren().addFirst(view);
    });
    column.setMaxSize(520, USE_PREF_SIZE);
    column.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(column);
    window.recents().addListener((InvalidationListener) _ -> showRecents());
    showRecents();
  }

  private void showRecents() {
    recents
        .getChildren()
        .setAll(window.recents().stream().limit(RECENTS_SHOWN).map(this::row).toList());
    heading.setVisible(!window.recents().isEmpty());
  }

  private HBox row(Recent recent) {
    Label folder = Texts.label(recent.folder(), "hint");
    folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    folder.setMinWidth(0);
    Label name = Texts.label(recent.name(), "recent-title");
    name.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(10, Icons.of(Icons.OPEN), name, folder);
    line.setAlignment(Pos.CENTER_LEFT);
    RowButton open =
        new RowButton(
            line,
            "Open " + recent.name() + " in " + recent.folder(),
            () -> window.open(recent.file()));
    open.getStyleClass().add("recent-row");
    Button forget = new Button("", Icons.of(Icons.CLOSE));
    forget.getStyleClass().addAll("stop-button", atlantafx.base.theme.Styles.FLAT);
    forget.setTooltip(Texts.tooltip("Remove from this list"));
    forget.setAccessibleText("Remove " + recent.name() + " from this list");
    forget.setOnAction(_ -> window.forget(recent));
    HBox row = new HBox(4, open, forget);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(open, Priority.ALWAYS);
    return row;
  }
}
