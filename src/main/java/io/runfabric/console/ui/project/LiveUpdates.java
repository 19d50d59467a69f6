package io.runfabric.console.ui.project;

import io.runfabric.console.operation.ProjectSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Loads a project anew when its files change on disk: the configuration, the `.env` beside it, and
/// what its backend keeps locally. Also while the configuration does not load, so that mending it
/// is enough. Watching starts before a load reads, so that no change falls in between. What lies
/// elsewhere is asked for by [BackendUpdates], while somebody looks.
public final class LiveUpdates implements AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(300);

  private final ProjectModel project;
  private final Duration quiet;
  private final List<Path> configuration;
  private final BackendUpdates backend;

  // Guarded by this: folders are watched from the load's thread.
  private Optional<StateWatcher> watcher = Optional.empty();
  private List<Path> watched = List.of();
  private volatile boolean closed;

  // On the FX thread only.
  private boolean filesWatched;
  private Following elsewhere = new Following.Files();

  private LiveUpdates(ProjectModel project, Duration quiet, AskingPace pace) {
    this.project = project;
    this.quiet = quiet;
    this.configuration = List.of(project.file(), project.file().resolveSibling(".env"));
    this.backend = new BackendUpdates(project, pace, this::asked);
  }

  /// Follows a project until closed. Call on the FX thread, before the first load.
  public static LiveUpdates of(ProjectModel project) {
    return of(project, QUIET, new AskingPace(new SplittableRandom()));
  }

  /// As [#of(ProjectModel)].
  ///
  /// @param quiet how long nothing must happen before a burst of changes counts as over
  /// @param pace of asking what is not told
  static LiveUpdates of(ProjectModel project, Duration quiet, AskingPace pace) {
    LiveUpdates updates = new LiveUpdates(project, quiet, pace);
    project.tasks().aside(updates::watchConfiguration);
    project.beforeReading(updates::watch);
    return updates;
  }

  /// Asks the backend whether something changed, if there is something to ask and it is time to.
  /// Call on the FX thread, every second or so while somebody looks at the project.
  public void ask(Instant now) {
    if (!closed) {
      backend.ask(now);
    }
  }

  /// The user did something, and likely wants to see what others do.
  public void acted(Instant now) {
    backend.acted(now);
  }

  /// The user came back to the window.
  public void returned(Instant now) {
    backend.returned(now);
  }

  /// Nobody looks any more: gives up what is being asked.
  public void rest() {
    backend.rest();
  }

  @Override
  public void close() {
    closed = true;
    backend.rest();
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
    boolean following = watcher.isPresent() && !places.isEmpty();
    project.tasks().onScreen(() -> watched(following));
  }

  private void watched(boolean following) {
    filesWatched = following;
    tell();
  }

  private void asked(Following how) {
    elsewhere = how;
    tell();
  }

  private void tell() {
    project.following(filesWatched ? elsewhere : new Following.Nothing());
  }

  private void changed() {
    if (!closed) {
      project.reload();
    }
  }
}
