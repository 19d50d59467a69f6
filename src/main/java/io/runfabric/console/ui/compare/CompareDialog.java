package io.runfabric.console.ui.compare;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.operation.diff.TextRow;
import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.ChoicePills;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.ErrorPane;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.StateTable;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Two documents side by side, in a window beside the main one.
public final class CompareDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 1240;
  private static final double HEIGHT = 760;
  private static final double MARGIN = 48;

  private final CompareModel model;
  private final StateTable<FieldRow> table;
  private final ListView<TextRow> lines = new ListView<>();
  private final StackPane body = new StackPane();
  private final VBox problems = new VBox();
  private final Label words = Texts.label("", Styles.HINT);
  private final InvalidationListener onState = _ -> refresh();
  private final InvalidationListener onRows = _ -> showLines();

  public CompareDialog(Window owner, CompareModel model, ViewContext context) {
    this.model = model;
    table = new StateTable<>(model.fields(), context.clock().instant());
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle("Compare");
    setResizable(true);
    DialogPane pane = getDialogPane();
    pane.getStyleClass().add("compare-dialog");
    // The table looks as it does on every page.
    pane.getStylesheets().addAll(ListingView.sheet(), sheet("compare.css"));
    pane.getButtonTypes().setAll(ButtonType.CLOSE);
    pane.setPrefSize(
        Math.min(WIDTH, owner.getWidth() - MARGIN), Math.min(HEIGHT, owner.getHeight() - MARGIN));
    table.setAccessibleText("What differs, by path");
    lines.getStyleClass().add("pair-lines");
    lines.setAccessibleText("Both texts, line beside line");
    lines.setCellFactory(_ -> new TextRowCell());
    problems.getStyleClass().add("compare-problems");
    body.getStyleClass().add("compare-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    pane.setContent(new VBox(sides(context), toolbar(context), problems, body));
    setOnShown(_ -> start());
    setOnHidden(_ -> end());
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(CompareDialog.class.getResource(name)).toExternalForm();
  }

  private void start() {
    model.stateProperty().addListener(onState);
    model.asTextProperty().addListener(onState);
    model.rowsProperty().addListener(onRows);
    table.shown();
    model.shown();
    refresh();
  }

  private void end() {
    model.hidden();
    table.hidden();
    model.rowsProperty().removeListener(onRows);
    model.asTextProperty().removeListener(onState);
    model.stateProperty().removeListener(onState);
  }

  private HBox sides(ViewContext context) {
    SideChooser left = new SideChooser("Left", model, model.leftProperty(), context.desktop());
    SideChooser right = new SideChooser("Right", model, model.rightProperty(), context.desktop());
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    Button swap = new Button("", Icons.of(Icons.SWAP));
    swap.getStyleClass().add("icon-button");
    swap.setTooltip(Texts.tooltip("Swap the sides"));
    swap.setAccessibleText("Swap the sides");
    swap.setOnAction(_ -> model.swap());
    HBox bar = new HBox(left, swap, right);
    bar.setAlignment(Pos.BOTTOM_CENTER);
    bar.getStyleClass().add("compare-sides");
    return bar;
  }

  private HBox toolbar(ViewContext context) {
    ChoicePills modes = new ChoicePills("By path", "As text", model.asTextProperty()::set);
    CheckBox only = new CheckBox("Changed only");
    only.selectedProperty().bindBidirectional(model.changedOnlyProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button copy = new Button("Copy", Icons.of(Icons.COPY));
    copy.setTooltip(Texts.tooltip("Copy what is shown as text"));
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(_ -> context.copyShown(model.text()));
    HBox bar = new HBox(modes, only, words, space, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("compare-toolbar");
    return bar;
  }

  private void refresh() {
    words.setText(Unseen.shown(model.words()));
    problems.getChildren().clear();
    switch (model.stateProperty().get()) {
      case CompareState.Reading() -> present(waiting());
      case CompareState.Failed(var failure) ->
          present(new ErrorPane(failure, model::compare, _ -> {}));
      case CompareState.Compared(var difference, var left, var right) -> {
        difference
            .problems()
            .forEach(
                problem -> problems.getChildren().add(Texts.paragraph(problem, "compare-problem")));
        if (!left && !right) {
          present(
              new EmptyState(
                  Icons.UNREADABLE, "Neither is there", "Choose another document on a side."));
        } else if (difference.same() && model.changedOnlyProperty().get()) {
          present(
              new EmptyState(
                  Icons.OK, "No difference", "Every value of the two documents is the same."));
        } else {
          present(model.byLine() ? lines : table);
        }
      }
    }
  }

  private static Node waiting() {
    ProgressIndicator waiting = new ProgressIndicator();
    waiting.setMaxSize(32, 32);
    waiting.setAccessibleText("Reading both documents");
    return waiting;
  }

  private void showLines() {
    lines.setItems(FXCollections.observableList(model.rowsProperty().get()));
    refresh();
  }

  private void present(Node content) {
    if (!body.getChildren().equals(java.util.List.of(content))) {
      body.getChildren().setAll(content);
    }
  }
}
