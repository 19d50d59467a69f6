package io.runfabric.console.ui.project;

import io.runfabric.console.operation.ProjectSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Loads a project anew when its files change on disk: the configuration, the `.env` beside it, and
/// what its backend keeps locally. Also while the configuration does not load, so that mending it
/// is enough. Watching starts before a load reads, so that no change falls in between.
public final class LiveUpdates implements AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(300);

  private final ProjectModel project;
  private final Duration quiet;
  private final List<Path> configuration;

  // Guarded by this: folders are watched from the load's thread.
  private Optional<StateWatcher> watcher = Optional.empty();
  private List<Path> watched = List.of();
  private volatile boolean closed;

  private LiveUpdates(ProjectModel project, Duration quiet) {
    this.project = project;
    this.quiet = quiet;
    this.configuration = List.of(project.file(), project.file().resolveSibling(".env"));
  }

  /// Follows a project until closed. Call on the FX thread, before the first load.
  public static LiveUpdates of(ProjectModel project) {
    return of(project, QUIET);
  }

  /// As [#of(ProjectModel)].
  ///
  /// @param quiet how long nothing must happen before a burst of changes counts as over
  static LiveUpdates of(ProjectModel project, Duration quiet) {
    LiveUpdates updates = new LiveUpdates(project, quiet);
    project.tasks().aside(updates::watchConfiguration);
    project.beforeReading(updates::watch);
    return updates;
  }

  @Override
  public void close() {
    closed = true;
    project.tasks().aside(this::stop);
  }

  private synchronized void stop() {
    watcher.ifPresent(StateWatcher::close);
    watcher = Optional.empty();
  }

  private synchronized void watchConfiguration() {
    if (watcher.isEmpty()) {
      start(List.of());
    }
  }

  private synchronized void watch(ProjectSession session) {
    List<Path> places = session.backend().watched();
    if (watcher.isEmpty() || !places.equals(watched)) {
      start(places);
    }
  }

  private synchronized void start(List<Path> places) {
    if (closed) {
      return;
    }
    watcher.ifPresent(StateWatcher::close);
    watcher = Optional.empty();
    try {
      watcher =
          Optional.of(
              StateWatcher.start(
                  WatchedPaths.of(places, configuration),
                  quiet,
                  () -> project.tasks().onScreen(this::changed)));
      watched = places;
    } catch (IOException _) {
      // The system has no watches left: the user can still refresh.
    }
  }

  private void changed() {
    if (!closed) {
      project.reload();
    }
  }
}
