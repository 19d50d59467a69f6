package io.runfabric.console.ui.project;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells when watched files change on disk, once per burst of changes. Works in the background
/// until closed; what it cannot watch, it does not watch.
public final class StateWatcher implements AutoCloseable {

  private static final Duration LONGEST_BURST = Duration.ofSeconds(2);

  private final WatchedPaths paths;
  private final Duration quiet;
  private final Runnable changed;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Map<Path, WatchKey> keys = new HashMap<>();

  private StateWatcher(WatchedPaths paths, Duration quiet, Runnable changed, WatchService service) {
    this.paths = paths;
    this.quiet = quiet;
    this.changed = changed;
    this.service = service;
  }

  /// Watches from the return of this method on.
  ///
  /// @param quiet how long nothing must happen before a burst counts as over
  /// @param changed called on the watcher's own thread
  public static StateWatcher start(WatchedPaths paths, Duration quiet, Runnable changed)
      throws IOException {
    StateWatcher watcher =
        new StateWatcher(paths, quiet, changed, FileSystems.getDefault().newWatchService());
    watcher.registerAll();
    Thread.ofVirtual().name("state-watcher").start(watcher::run);
    return watcher;
  }

  /// As [#start], for a single file.
  public static StateWatcher ofFile(Path file, Duration quiet, Runnable changed)
      throws IOException {
    return start(new WatchedPaths(List.of(file), List.of()), quiet, changed);
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException _) {
      // There is nothing left to watch with either way.
    }
  }

  private void run() {
    try {
      while (true) {
        if (relevant(service.take())) {
          awaitQuiet();
          registerAll();
          changed.run();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException _) {
      // Closed is how watching ends.
    }
  }

  private void awaitQuiet() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_BURST.toNanos();
    WatchKey key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      relevant(key);
      key = System.nanoTime() < end ? service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS) : null;
    }
  }

  private boolean relevant(WatchKey key) {
    Path folder = folders.get(key);
    boolean found = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      found |= concerns(event, folder);
    }
    if (!key.reset()) {
      folders.remove(key);
      if (folder != null) {
        keys.remove(folder, key);
      }
    }
    return found;
  }

  // An event without a name says that events were lost: anything may have changed.
  private boolean concerns(WatchEvent<?> event, @Nullable Path folder) {
    return !(event.context() instanceof Path name)
        || (folder != null && paths.concernedBy(folder.resolve(name)));
  }

  /// Registers what has come into being since the last time too.
  private void registerAll() {
    paths.shallow().forEach(this::register);
    paths.deep().forEach(this::registerTree);
  }

  private void registerTree(Path root) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              register(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException _) {
      // A folder that vanishes while it is walked is no longer to be watched.
    }
  }

  // What is registered already is so again, because a watch stays with a folder that is moved away
  // and another may have taken its place. For the same folder the service gives the same key.
  private void register(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      WatchKey key =
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      folders.put(key, folder);
      WatchKey before = keys.put(folder, key);
      if (before != null && !before.equals(key) && folder.equals(folders.get(before))) {
        before.cancel();
        folders.remove(before);
      }
    } catch (IOException _) {
      // Gone again, or not ours to watch: the user can still refresh.
    }
  }
}
