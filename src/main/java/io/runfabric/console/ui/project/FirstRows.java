package io.runfabric.console.ui.project;

import io.runfabric.console.model.Entry;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The first rows of a load, for whoever has nothing else to look at while it lasts. Whoever reads
/// offers them in the background; on screen they are when the screen asks.
final class FirstRows {

  /// Enough to recognize the project by; a table of all of them comes with the load's end.
  static final int MOST = 500;

  private final List<Entry> waiting = new ArrayList<>();
  private final ObservableList<Entry> rows = FXCollections.observableArrayList();
  private int offered;

  /// What is on screen.
  ObservableList<Entry> rows() {
    return rows;
  }

  /// An entry was read. From any thread.
  synchronized void offer(Entry entry) {
    if (offered < MOST) {
      offered++;
      waiting.add(entry);
    }
  }

  /// Shows what was read by now. On the FX thread.
  void show() {
    List<Entry> arrived = taken();
    if (!arrived.isEmpty()) {
      rows.addAll(arrived);
    }
  }

  private synchronized List<Entry> taken() {
    List<Entry> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
