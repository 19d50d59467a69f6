package io.runfabric.console.ui.shell;

import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.UnreadableDocumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/// The window's settings on disk, readable by their owner only and never half written. A file that
/// cannot be read or written costs what it would have remembered, nothing else.
public final class SettingsFile {

  private final Path file;
  private static final long REST_MILLIS = 500;

  private final Executor writers;
  private final Executor rested;
  private final AtomicBoolean awaited = new AtomicBoolean();
  private volatile Settings current;
  private Settings written;

  /// Reads the file.
  ///
  /// @param writers runs the writing, which waits for the disk
  public SettingsFile(Path file, Executor writers) {
    this(
        file,
        writers,
        CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, writers));
  }

  /// @param rested runs the writing a moment later
  SettingsFile(Path file, Executor writers, Executor rested) {
    this.file = file;
    this.writers = writers;
    this.rested = rested;
    this.written = read(file);
    this.current = written;
  }

  public Settings get() {
    return current;
  }

  /// Changes the settings at once and the file soon. Always call on the same thread.
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread changes, others read
  public void update(UnaryOperator<Settings> change) {
    current = change.apply(current);
    writers.execute(this::write);
  }

  /// As [#update(UnaryOperator)], for what changes many times a second: the file follows a moment
  /// later, once for all that came meanwhile.
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread changes, others read
  public void updateSoon(UnaryOperator<Settings> change) {
    current = change.apply(current);
    if (awaited.compareAndSet(false, true)) {
      rested.execute(() -> {
        awaited.set(false);
        write();
      });
    }
  }

  /// Writes what is not written yet. Several writers at once all write the latest.
  public synchronized void write() {
    Settings latest = current;
    if (latest.equals(written)) {
      return;
    }
    try {
      String text = Json.pretty(latest.toJson()) + "\n";
      DurableFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
      written = latest;
    } catch (IOException _) {
      // Not remembered; the next change tries again.
    }
  }

  private static Settings read(Path file) {
    try {
      return Settings.of(Json.object(Files.readAllBytes(file)));
    } catch (IOException | UnreadableDocumentException _) {
      return Settings.NONE;
    }
  }
}
