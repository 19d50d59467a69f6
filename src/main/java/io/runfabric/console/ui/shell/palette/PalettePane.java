package io.runfabric.console.ui.shell.palette;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.shell.palette.Fuzzy.Match;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// The palette over the window: a field to type into, and below it what matches. The keyboard stays
/// in the field.
public final class PalettePane extends StackPane {

  private static final int ROWS = 12;
  private static final double ROW = 36;
  private static final double MARGIN = 4;

  private final PaletteModel model;
  private final CustomTextField field = new CustomTextField();
  private final ListView<Match> list = new ListView<>();
  private final Label nothing = Texts.label("Nothing matches", "palette-nothing");
  private Optional<Node> focusedBefore = Optional.empty();

  public PalettePane(PaletteModel model) {
    this.model = model;
    getStyleClass().add("palette-layer");
    getStylesheets()
        .add(Objects.requireNonNull(PalettePane.class.getResource("palette.css")).toExternalForm());
    setAlignment(Pos.TOP_CENTER);
    field.getStyleClass().add("palette-field");
    field.setPromptText("Find an action, a page, a stage, a project or an entry");
    field.setAccessibleText("Find an action, a page, a stage, a project or an entry");
    field.setLeft(Icons.of(Icons.SEARCH));
    field.textProperty().bindBidirectional(model.queryProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.getStyleClass().add("palette-list");
    list.setAccessibleText("What matches");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new PaletteCell(model::choose));
    list.managedProperty().bind(list.visibleProperty());
    nothing.managedProperty().bind(nothing.visibleProperty());
    Label keys = Texts.label("↑ ↓ to select   Enter to choose   Esc to close", "palette-footer");
    keys.setMaxWidth(Double.MAX_VALUE);
    VBox card = new VBox(field, list, nothing, keys);
    card.getStyleClass().add("palette");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.setOnMouseClicked(event -> event.consume());
    getChildren().add(card);
    setOnMouseClicked(_ -> model.close());
    setVisible(false);
    model.openProperty().addListener((_, _, open) -> open(open));
    model.foundProperty().addListener((_, _, found) -> show(found));
    model.selectedProperty().addListener((_, _, index) -> select(index.intValue()));
  }

  private void open(boolean open) {
    setVisible(open);
    if (open) {
      focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
      field.requestFocus();
    } else {
      focusedBefore.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
      focusedBefore = Optional.empty();
    }
  }

  private void show(List<Match> found) {
    list.getItems().setAll(found);
    list.setVisible(!found.isEmpty());
    nothing.setVisible(found.isEmpty());
    double height = Math.min(ROWS, found.size()) * ROW + 2 * MARGIN;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    select(model.selectedProperty().get());
  }

  private void select(int index) {
    if (index < list.getItems().size()) {
      list.getSelectionModel().select(index);
      list.scrollTo(Math.max(0, index - ROWS + 1));
      field.setAccessibleHelp(Unseen.lines(list.getItems().get(index).choice().title()));
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, TAB -> model.move(event.isShiftDown() ? -1 : 1);
      case UP -> model.move(-1);
      case PAGE_DOWN -> model.move(ROWS);
      case PAGE_UP -> model.move(-ROWS);
      case ENTER -> model.choose();
      case ESCAPE -> model.close();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
