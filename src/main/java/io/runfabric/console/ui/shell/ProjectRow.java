package io.runfabric.console.ui.shell;

import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.StageBadge;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// One project in the tree: a dot for how it stands, its name, and where it lies or what asks for
/// attention. The active one has its pages below.
final class ProjectRow extends VBox {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double DOT = 4;

  private final WindowModel window;
  private final Commands commands;
  private final OpenProject open;
  private final Circle dot = new Circle(DOT);
  private final Label name = Texts.label("", "project-name");
  private final Label second = Texts.label("", "project-folder");
  private final HBox chips = new HBox(6);
  private final Button close = new Button("", Icons.of(Icons.CLOSE));
  private final RowButton button;
  private final InvalidationListener onChange = _ -> show();
  private boolean current;

  ProjectRow(WindowModel window, Commands commands, OpenProject open) {
    this.window = window;
    this.commands = commands;
    this.open = open;
    getStyleClass().add("project-row");
    name.setMinWidth(0);
    second.setMinWidth(0);
    VBox titles = new VBox(1, name, second);
    titles.setMinWidth(0);
    titles.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(titles, Priority.ALWAYS);
    HBox row = new HBox(10, dot, titles);
    row.setAlignment(Pos.CENTER_LEFT);
    button = new RowButton(row, "", () -> window.show(open));
    button.getStyleClass().add("project-button");
    button.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    button.setContextMenu(menu());
    close.getStyleClass().addAll("stop-button", "close-project", atlantafx.base.theme.Styles.FLAT);
    close.setFocusTraversable(false);
    close.setOnAction(_ -> commands.close(open));
    StackPane head = new StackPane(button, close);
    StackPane.setAlignment(close, Pos.CENTER_RIGHT);
    chips.getStyleClass().add("project-chips");
    chips.managedProperty().bind(chips.visibleProperty());
    getChildren().addAll(head, chips);
    open.nameProperty().addListener(onChange);
    open.statusProperty().addListener(onChange);
    open.project().sessionProperty().addListener(onChange);
    show();
  }

  OpenProject open() {
    return open;
  }

  /// Unfolds it over its pages.
  void unfold(Node pages) {
    current = true;
    getChildren().add(pages);
    show();
  }

  void fold(Node pages) {
    current = false;
    getChildren().remove(pages);
    show();
  }

  /// It is closed.
  void release() {
    open.nameProperty().removeListener(onChange);
    open.statusProperty().removeListener(onChange);
    open.project().sessionProperty().removeListener(onChange);
  }

  private void show() {
    ProjectStatus status = open.status();
    boolean quiet = status.kind() == ProjectStatus.Kind.FINE || current;
    button.pseudoClassStateChanged(CURRENT, current);
    dot.getStyleClass().setAll("project-dot", status.kind().tone().styleClass());
    name.setText(open.name());
    second.setText(quiet ? open.folder() : Texts.sentence(status.words()));
    second.setTextOverrun(quiet ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.ELLIPSIS);
    button.setTooltip(Texts.tooltip(open.file() + "\n" + Texts.sentence(status.words())));
    button.setAccessibleText(
        open.name() + ", " + status.words() + (current ? ", shown below" : ""));
    close.setAccessibleText(closing() + ": " + open.name());
    close.setTooltip(Texts.tooltip(closing()));
    showChips(open.project().sessionProperty().get());
  }

  private void showChips(Optional<ProjectSession> session) {
    chips.getChildren().clear();
    chips.setVisible(current && session.isPresent());
    session
        .filter(_ -> current)
        .ifPresent(known -> {
          Badge stage = StageBadge.of(known.project().stage());
          stage.setTooltip(Texts.tooltip("The configuration is resolved for this stage"));
          Badge backend = new Badge(known.backend().kind().word(), Tone.ACCENT);
          backend.setTooltip(
              Texts.tooltip(
                  "Backend "
                      + known.backend().kind()
                      + ", from "
                      + known.project().backendOrigin()));
          chips.getChildren().addAll(stage, backend);
        });
  }

  // What never loaded was never in: it is only on the list.
  private String closing() {
    boolean failed = open.status().kind() == ProjectStatus.Kind.FAILED;
    return failed ? "Remove from the list" : "Close project";
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      commands.close(open);
      event.consume();
    }
  }

  private ContextMenu menu() {
    MenuItem show = new MenuItem("Show");
    show.setOnAction(_ -> window.show(open));
    MenuItem refresh = new MenuItem("Refresh", Icons.of(Icons.REFRESH));
    refresh.setOnAction(_ -> window.projects().refresh(open));
    MenuItem closing = new MenuItem("", Icons.of(Icons.CLOSE));
    closing.setOnAction(_ -> commands.close(open));
    MenuItem others = new MenuItem("Close the other projects");
    others.setOnAction(_ -> commands.closeOthers(open));
    ContextMenu menu = new ContextMenu(show, refresh, new SeparatorMenuItem(), closing, others);
    menu.setOnShowing(_ -> {
      closing.setText(closing());
      others.setDisable(window.projects().all().size() < 2);
    });
    return menu;
  }
}
