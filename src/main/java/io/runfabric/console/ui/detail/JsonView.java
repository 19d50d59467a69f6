package io.runfabric.console.ui.detail;

import atlantafx.base.controls.CustomTextField;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.ui.detail.JsonText.Line;
import io.runfabric.console.ui.detail.JsonText.Match;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// A document's text, coloured and searchable. Only the lines in sight have nodes.
final class JsonView extends BorderPane {

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final int CONTEXT_LINES = 4;
  private static final int CONTEXT_CHARACTERS = 400;

  private final JsonSearch search;
  private final Consumer<String> copy;
  private final CustomTextField field = new CustomTextField();
  private final ListView<Line> list = new ListView<>();
  private final JsonParts parts = new JsonParts(this::showPart);
  private final StackPane problem = new StackPane();
  private JsonText text = new JsonText("");
  private Optional<DocumentRef> document = Optional.empty();

  /// @param copy takes text for the clipboard
  JsonView(JsonSearch search, Consumer<String> copy) {
    this.search = search;
    this.copy = copy;
    getStyleClass().add("json-view");
    problem.getStyleClass().add("json-problem");
    problem.managedProperty().bind(problem.visibleProperty());
    setTop(new VBox(toolbar(), problem));
    list.getStyleClass().add("json-lines");
    list.setAccessibleText("The document's text");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(_ -> new JsonCell(search, () -> text));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::copySelected);
    setCenter(list);
    setBottom(parts);
    addEventHandler(KeyEvent.KEY_PRESSED, this::focusSearch);
    search.resultProperty().subscribe(result -> result.currentMatch().ifPresent(this::reveal));
  }

  /// @param of whose detail it is; that of another document is shown from its top
  void show(DocumentRef of, Detail detail) {
    problem.setVisible(!detail.problem().isEmpty());
    if (problem.isVisible()) {
      problem
          .getChildren()
          .setAll(
              new NoteLine(Tone.DANGER, "This document does not load: " + detail.problem() + "."));
    }
    if (!text.text().equals(detail.raw().text())) {
      text = detail.raw();
      parts.of(text);
    }
    if (!document.equals(Optional.of(of))) {
      document = Optional.of(of);
      list.scrollTo(parts.indexOf(0));
    }
    search.in(text);
  }

  private void showPart(List<Line> lines) {
    list.getSelectionModel().clearSelection();
    list.setItems(FXCollections.observableList(lines));
    list.scrollTo(0);
  }

  private HBox toolbar() {
    field.setPromptText("Search in the document");
    field.setAccessibleText("Search in the document");
    field.getStyleClass().add("json-search");
    field.setLeft(Icons.of(Icons.SEARCH));
    field.setRight(count());
    field.textProperty().subscribe(search::find);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button whole = new Button("Copy", Icons.of(Icons.COPY));
    whole.getStyleClass().add("json-copy");
    whole.setTooltip(Texts.tooltip("Copy the whole text"));
    whole.setMinWidth(USE_PREF_SIZE);
    whole.setOnAction(_ -> copy.accept(text.text()));
    HBox bar =
        new HBox(
            field,
            step(Icons.UP, "Previous match", search::previous),
            step(Icons.DOWN, "Next match", search::next),
            whole);
    bar.getStyleClass().add("json-toolbar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Label count() {
    Label count = Texts.label("", Styles.HINT, "json-count");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    search.searchingProperty().get()
                        ? "Searching…"
                        : search.result().words(field.getText()),
                search.searchingProperty(),
                search.resultProperty(),
                field.textProperty()));
    return count;
  }

  private Button step(Ikon icon, String words, Runnable action) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setTooltip(Texts.tooltip(words));
    button.setAccessibleText(words);
    button.setOnAction(_ -> action.run());
    button
        .disableProperty()
        .bind(search.resultProperty().map(result -> result.matches().size() < 2));
    return button;
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        search.previous();
      } else {
        search.next();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    }
  }

  private void focusSearch(KeyEvent event) {
    if (FIND.match(event)) {
      field.requestFocus();
      field.selectAll();
      event.consume();
    }
  }

  private void copySelected(KeyEvent event) {
    if (LinesPane.COPY.match(event)) {
      StringBuilder selected = new StringBuilder();
      for (Line line : list.getSelectionModel().getSelectedItems()) {
        if (line.first() && !selected.isEmpty()) {
          selected.append('\n');
        }
        selected.append(line.text());
      }
      copy.accept(selected.toString());
      event.consume();
    }
  }

  // With a few lines before it, so that one sees where it stands.
  private void reveal(Match match) {
    int line = parts.indexOf(match.line());
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && whollyInSight(flow, line)) {
      return;
    }
    int top = line;
    int room = CONTEXT_CHARACTERS;
    List<Line> lines = list.getItems();
    while (top > 0 && line - top < CONTEXT_LINES && lines.get(top - 1).text().length() <= room) {
      top--;
      room -= lines.get(top).text().length();
    }
    list.scrollTo(top);
  }

  private static boolean whollyInSight(VirtualFlow<?> flow, int line) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    IndexedCell<?> last = flow.getLastVisibleCell();
    return first != null && last != null && first.getIndex() < line && line < last.getIndex();
  }
}
