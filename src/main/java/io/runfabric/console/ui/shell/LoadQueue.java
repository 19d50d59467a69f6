package io.runfabric.console.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Loads projects in the background, a few at once: a window that comes back with many must not ask
/// every store at the same moment.
final class LoadQueue {

  static final int AT_ONCE = 2;

  private final Deque<OpenProject> waiting = new ArrayDeque<>();
  private final Set<OpenProject> loading = new HashSet<>();

  /// Loads it when its turn comes.
  void add(OpenProject project) {
    if (waiting.contains(project)) {
      return;
    }
    project.waits();
    waiting.add(project);
    next();
  }

  /// Loads it at once, whatever else is loading.
  void now(OpenProject project) {
    waiting.remove(project);
    begin(project);
  }

  /// It is closed.
  void remove(OpenProject project) {
    waiting.remove(project);
    done(project);
  }

  private void next() {
    while (loading.size() < AT_ONCE && !waiting.isEmpty()) {
      begin(waiting.removeFirst());
    }
  }

  private void begin(OpenProject project) {
    loading.add(project);
    project
        .project()
        .loadingProperty()
        .addListener((_, _, task) -> {
          if (task.isEmpty()) {
            done(project);
          }
        });
    project.begin();
    if (project.project().loadingProperty().get().isEmpty()) {
      done(project);
    }
  }

  private void done(OpenProject project) {
    if (loading.remove(project)) {
      next();
    }
  }
}
