package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Holding;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The top of the window: where the user is, and what holds for every page.
final class TopBar extends HBox {

  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

  private final WindowModel window;
  private final Commands commands;
  private final Label title = Texts.label("", "page-title");
  private final StageChooser stages = new StageChooser();
  private final Button refresh;
  private final FontIcon eye = Icons.of(Icons.REVEAL);
  private final Button reveal = new Button("", eye);

  TopBar(WindowModel window, Commands commands) {
    this.window = window;
    this.commands = commands;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    refresh = commands.refresh().iconButton();
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            title, space, stages, readOnlyButton(), revealButton(), refresh, themeButton(), menu());
    refresh.managedProperty().bind(refresh.visibleProperty());
    reveal.managedProperty().bind(reveal.visibleProperty());
    window.shownProperty().addListener((_, _, now) -> follow(now));
    window.placeProperty().addListener((_, _, _) -> showTitle());
    window.acrossProperty().addListener((_, _, _) -> showTitle());
    window.projectProperty().addListener((_, _, _) -> showTitle());
    follow(window.shownProperty().get());
    showTitle();
  }

  private void showTitle() {
    boolean any = window.projectProperty().get().isPresent();
    title.setText(
        window
            .acrossProperty()
            .get()
            .map(Across::title)
            .orElse(window.placeProperty().get().kind().title()));
    title.setVisible(any);
    refresh.setVisible(any);
  }

  private void follow(Optional<ProjectModel> project) {
    reveal.setVisible(project.isPresent());
    stages.follow(project);
  }

  private Button revealButton() {
    reveal.getStyleClass().addAll("icon-button", "reveal-button");
    reveal.setTooltip(Texts.tooltip(commands.reveal().hint()));
    reveal.setAccessibleText("Show secrets while held down");
    reveal.setMinWidth(USE_PREF_SIZE);
    reveal.disableProperty().bind(commands.reveal().enabled().map(can -> !can));
    new Holding(window::revealSecrets).with(reveal);
    window
        .redactorProperty()
        .addListener((_, _, _) -> {
          boolean shown = window.secretsShown();
          reveal.pseudoClassStateChanged(SHOWN, shown);
          eye.setIconCode(shown ? Icons.HIDE : Icons.REVEAL);
          reveal.setText(shown ? "Secrets shown" : "");
        });
    return reveal;
  }

  // Off, it is in the menu: what is not there is nothing to be looked at.
  private ToggleButton readOnlyButton() {
    ToggleButton button = new ToggleButton("Read-only", Icons.of(Icons.READ_ONLY));
    button.getStyleClass().addAll("icon-button", "read-only-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(
        Texts.tooltip("Nothing can be changed from this window. Press to leave read-only mode."));
    button.setAccessibleText("Read-only mode is on; leave it");
    button.selectedProperty().bindBidirectional(window.readOnlyProperty());
    button.visibleProperty().bind(window.readOnlyProperty());
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private Menu exportMenu() {
    Menu menu = new Menu("Export the table", Icons.of(Icons.EXPORT));
    commands.exports().forEach(export -> menu.getItems().add(export.menuItem()));
    return menu;
  }

  private Button themeButton() {
    Button button = commands.toggleTheme().iconButton();
    button
        .graphicProperty()
        .bind(window.darkProperty().map(dark -> (Node) Icons.of(dark ? Icons.LIGHT : Icons.DARK)));
    return button;
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton("", Icons.of(Icons.MORE));
    menu.getStyleClass().addAll("icon-button", "menu-without-arrow");
    menu.setAccessibleText("Menu");
    menu.setTooltip(Texts.tooltip("Menu"));
    menu.getItems()
        .addAll(
            commands.open().menuItem(),
            commands.folder().menuItem(),
            commands.sample().menuItem(),
            commands.close().menuItem(),
            commands.closeOthers().menuItem(),
            new SeparatorMenuItem(),
            commands.next().menuItem(),
            commands.previous().menuItem(),
            new SeparatorMenuItem());
    commands.across().values().forEach(page -> menu.getItems().add(page.menuItem()));
    menu.getItems().add(new SeparatorMenuItem());
    commands.places().values().forEach(place -> menu.getItems().add(place.menuItem()));
    menu.getItems().add(new SeparatorMenuItem());
    commands.errands().forEach(errand -> menu.getItems().add(errand.menuItem()));
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            commands.palette().menuItem(),
            commands.refresh().menuItem(),
            commands.filter().menuItem(),
            commands.reveal().menuItem(),
            commands.readOnly().checkItem(window.readOnlyProperty()),
            commands.tasks().menuItem(),
            exportMenu(),
            new SeparatorMenuItem());
    ToggleGroup group = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(choice.title());
      item.setToggleGroup(group);
      item.setSelected(window.themeProperty().get() == choice);
      item.setOnAction(_ -> window.themeProperty().set(choice));
      window.themeProperty().addListener((_, _, now) -> item.setSelected(now == choice));
      menu.getItems().add(item);
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            commands.largerText().menuItem(),
            commands.smallerText().menuItem(),
            commands.normalText().menuItem(),
            new SeparatorMenuItem(),
            commands.quit().menuItem());
    return menu;
  }
}
