package io.runfabric.console.ui.activity;

import io.runfabric.console.ui.project.StateWatcher;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Tells when another console writes to the activity log.
final class LogWatch {

  private static final Duration QUIET = Duration.ofMillis(300);

  private final Tasks tasks;
  private final Path file;
  private final Runnable changed;

  private volatile boolean wanted;
  // Guarded by this: watching begins and ends in the background.
  private Optional<StateWatcher> watcher = Optional.empty();

  /// @param changed called on the FX thread
  LogWatch(Tasks tasks, Path file, Runnable changed) {
    this.tasks = tasks;
    this.file = file;
    this.changed = changed;
  }

  void start() {
    wanted = true;
    tasks.aside(this::follow);
  }

  void stop() {
    wanted = false;
    tasks.aside(this::follow);
  }

  // In whichever order the background gets to it, what is wanted last is what is done.
  private synchronized void follow() {
    if (!wanted) {
      watcher.ifPresent(StateWatcher::close);
      watcher = Optional.empty();
    } else if (watcher.isEmpty()) {
      try {
        watcher = Optional.of(StateWatcher.ofFile(file, QUIET, () -> tasks.onScreen(this::tell)));
      } catch (IOException _) {
        // The system has no watches left: the user can still refresh.
      }
    }
  }

  private void tell() {
    if (wanted) {
      changed.run();
    }
  }
}
