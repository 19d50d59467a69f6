package io.runfabric.console.ui.history;

import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.ui.detail.ExtraTab;
import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.ErrorPane;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The page of an entry's history.
public final class HistoryPane extends BorderPane implements ExtraTab {

  private final HistoryModel model;
  private final ListView<HistoryLine> list = new ListView<>();
  private final Label words = Texts.label("", Styles.HINT);

  /// @param now what ages are relative to
  /// @param writable whether something may be changed now
  /// @param compare shows a version beside what is stored now
  /// @param restore asks whether a version is to be put back
  public HistoryPane(
      HistoryModel model,
      Supplier<Instant> now,
      ObservableValue<Boolean> writable,
      BiConsumer<Entry, KeptVersion> compare,
      BiConsumer<Entry, KeptVersion> restore) {
    this.model = model;
    getStyleClass().add("history-pane");
    list.getStyleClass().addAll("lines-pane", "history-lines");
    list.setAccessibleText("Versions, newest first");
    HistoryCell.Reach reach =
        new HistoryCell.Reach(
            now,
            writable,
            version -> model.entry().ifPresent(entry -> compare.accept(entry, version)),
            version -> model.entry().ifPresent(entry -> restore.accept(entry, version)));
    list.setCellFactory(_ -> new HistoryCell(reach));
    Button again = new Button("", Icons.of(Icons.REFRESH));
    again.getStyleClass().add("icon-button");
    again.setTooltip(Texts.tooltip("Look again"));
    again.setAccessibleText("Look through the history again");
    again.setOnAction(_ -> model.lookAgain());
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox bar = new HBox(8, words, again);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("json-toolbar");
    setTop(bar);
    model.stateProperty().subscribe(this::show);
  }

  @Override
  public String title() {
    return "History";
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void show(Subject subject) {
    if (subject instanceof Subject.OfEntry(Entry entry)) {
      model.show(entry);
    }
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  private void show(HistoryState state) {
    switch (state) {
      case HistoryState.Nothing() -> {
        words.setText("");
        setCenter(null);
      }
      case HistoryState.Reading() -> {
        words.setText("Looking through versions and backups…");
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.setMaxSize(24, 24);
        setCenter(waiting);
      }
      case HistoryState.Shown(var history) -> {
        words.setText(Texts.count(history.versions().size(), "version", "versions"));
        List<HistoryLine> lines = HistoryLine.of(history);
        list.setItems(FXCollections.observableList(lines));
        setCenter(
            lines.isEmpty()
                ? new EmptyState(Icons.ACTIVITY, "Nothing is kept", "The entry is not stored now.")
                : list);
      }
      case HistoryState.Failed(var failure) -> {
        words.setText("");
        setCenter(new ErrorPane(failure, model::lookAgain, _ -> {}));
      }
    }
  }
}
