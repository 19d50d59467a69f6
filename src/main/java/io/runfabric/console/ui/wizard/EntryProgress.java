package io.runfabric.console.ui.wizard;

import io.runfabric.console.operation.Progress;
import io.runfabric.console.ui.task.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// What has become of each entry so far. Work tells from its own threads, however fast; the screen
/// takes what has come when it gets to it.
public final class EntryProgress {

  private final Tasks tasks;
  private final Map<String, String> reached = new HashMap<>();
  private final ReadOnlyLongWrapper news = new ReadOnlyLongWrapper(this, "news", 0);

  // Guarded by itself.
  private final List<Map.Entry<String, String>> arrived = new ArrayList<>();

  EntryProgress(Tasks tasks) {
    this.tasks = tasks;
  }

  /// What has become of an entry, such as `written`; empty while nothing has. Call on the FX
  /// thread.
  public String of(String name) {
    return reached.getOrDefault(name, "");
  }

  /// How many something has become of.
  int count() {
    return reached.size();
  }

  /// Changes on the FX thread whenever there is something new.
  public ReadOnlyLongProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  void forget() {
    reached.clear();
    news.set(news.get() + 1);
  }

  /// Takes what work says, and passes the rest on.
  Progress listening(Progress further) {
    return new Progress() {
      private volatile String word = "done";

      @Override
      public void at(long done, long total) {
        further.at(done, total);
      }

      @Override
      public void phase(String name) {
        word = past(name);
        further.phase(name);
      }

      @Override
      public void entry(String name) {
        arrive(name, word);
        further.entry(name);
      }
    };
  }

  private static String past(String phase) {
    return switch (phase) {
      case "writing" -> "written";
      case "verifying" -> "verified";
      case "removing" -> "removed";
      case "moving" -> "moved";
      default -> "done";
    };
  }

  private void arrive(String name, String word) {
    boolean first;
    synchronized (arrived) {
      first = arrived.isEmpty();
      arrived.add(Map.entry(name, word));
    }
    if (first) {
      tasks.onScreen(this::take);
    }
  }

  private void take() {
    synchronized (arrived) {
      arrived.forEach(one -> reached.put(one.getKey(), one.getValue()));
      arrived.clear();
    }
    news.set(news.get() + 1);
  }
}
