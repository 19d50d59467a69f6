package io.runfabric.console.ui.shell;

import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.StageBadge;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Which project is open: its service, folder, stage and backend; a press offers others.
final class ProjectSwitcher extends VBox {

  private final WindowModel window;
  private final Commands commands;
  private final Label initial = Texts.label("", "project-initial");
  private final Label name = Texts.label("", "project-name");
  private final Label folder = Texts.label("", "project-folder");
  private final HBox chips = new HBox(6);
  private final RowButton button;

  ProjectSwitcher(WindowModel window, Commands commands) {
    this.window = window;
    this.commands = commands;
    getStyleClass().add("project-switcher");
    name.setMinWidth(0);
    folder.setMinWidth(0);
    folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    VBox titles = new VBox(1, name, folder);
    titles.setMinWidth(0);
    titles.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(titles, Priority.ALWAYS);
    StackPane tile = new StackPane(initial);
    tile.getStyleClass().add("project-tile");
    HBox row = new HBox(10, tile, titles, Icons.of(Icons.DOWN));
    row.setAlignment(Pos.CENTER_LEFT);
    button = new RowButton(row, "Switch project", this::showMenu);
    button.getStyleClass().add("project-button");
    chips.getStyleClass().add("project-chips");
    getChildren().addAll(button, chips);
  }

  void show(ProjectModel project, Optional<ProjectSession> session) {
    String shown = session.map(open -> open.project().service()).orElse(project.folderName());
    name.setText(shown);
    initial.setText(shown.isEmpty() ? "?" : shown.substring(0, 1).toUpperCase(Locale.ROOT));
    String place = new Recent(project.file(), shown).folder();
    folder.setText(place);
    folder.setTooltip(Texts.tooltip(project.file().toString()));
    chips.getChildren().clear();
    session.ifPresent(open -> {
      Badge stage = StageBadge.of(open.project().stage());
      stage.setTooltip(Texts.tooltip("The configuration is resolved for this stage"));
      Badge backend = new Badge(open.backend().kind().word(), Tone.ACCENT);
      backend.setTooltip(
          Texts.tooltip(
              "Backend " + open.backend().kind() + ", from " + open.project().backendOrigin()));
      chips.getChildren().addAll(stage, backend);
    });
    chips.setVisible(session.isPresent());
    chips.setManaged(session.isPresent());
  }

  private void showMenu() {
    menu().show(button, Side.BOTTOM, 0, 4);
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    window.recents().stream()
        .filter(recent -> !isOpen(recent))
        .limit(8)
        .forEach(recent -> menu.getItems().add(item(recent)));
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems()
        .addAll(
            commands.open().menuItem(),
            commands.sample().menuItem(),
            new SeparatorMenuItem(),
            commands.close().menuItem());
    return menu;
  }

  private MenuItem item(Recent recent) {
    MenuItem item = new MenuItem(recent.name() + "  —  " + recent.folder());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> window.open(recent.file()));
    return item;
  }

  private boolean isOpen(Recent recent) {
    return window
        .projectProperty()
        .get()
        .filter(open -> open.file().equals(recent.file()))
        .isPresent();
  }
}
