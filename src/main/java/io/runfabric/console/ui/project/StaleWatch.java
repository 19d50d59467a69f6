package io.runfabric.console.ui.project;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Notices that a lock which was held has turned stale. What was stale when it was first seen is no
/// news.
public final class StaleWatch {

  private final Consumer<String> told;
  private Set<DocumentRef> held = Set.of();

  private StaleWatch(Consumer<String> told) {
    this.told = told;
  }

  /// Watches the locks of a project.
  ///
  /// @param told a sentence for each that turns stale
  public static void of(ObservableList<Lock> locks, Consumer<String> told) {
    StaleWatch watch = new StaleWatch(told);
    watch.see(locks);
    locks.addListener((ListChangeListener<Lock>) _ -> watch.see(locks));
  }

  private void see(List<Lock> locks) {
    List<Lock> turned =
        locks.stream()
            .filter(lock -> lock.state() == Lock.State.STALE && held.contains(lock.ref()))
            .toList();
    held =
        locks.stream()
            .filter(lock -> lock.state() == Lock.State.HELD)
            .map(Lock::ref)
            .collect(Collectors.toSet());
    if (!turned.isEmpty()) {
      told.accept(words(turned));
    }
  }

  private static String words(List<Lock> turned) {
    Lock first = turned.getFirst();
    String one =
        "The lock of "
            + first.stage()
            + " has turned stale: "
            + (first.holder().isEmpty() ? "its holder" : first.holder())
            + " did not give it back in time.";
    int more = turned.size() - 1;
    return more == 0 ? one : one + (more == 1 ? " So has 1 more." : " So have " + more + " more.");
  }
}
