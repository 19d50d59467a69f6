package io.runfabric.console.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What this process holds on to.
///
/// @param heap MB in use, once what is not needed was taken away
/// @param threads of the platform
/// @param files that are open, sockets too; 0 where the system does not tell
public record Holdings(long heap, int threads, long files) {

  private static final long HEAP_SLACK = 24;
  private static final int THREAD_SLACK = 6;
  private static final int FILE_SLACK = 12;

  /// How long a soak lasts: `-Dsoak.seconds`, or some seconds.
  public static Duration duration() {
    return Duration.ofSeconds(Integer.getInteger("soak.seconds", 2));
  }

  /// As it is now.
  public static Holdings now() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return new Holdings(
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        Thread.getAllStackTraces().size(),
        openFiles());
  }

  private static long openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    } catch (IOException _) {
      return 0;
    }
  }

  /// What grew by more than chance since then; empty when nothing did.
  public List<String> grownSince(Holdings before) {
    List<String> grown = new ArrayList<>();
    if (heap > before.heap + HEAP_SLACK) {
      grown.add("heap from " + before.heap + " to " + heap + " MB");
    }
    if (threads > before.threads + THREAD_SLACK) {
      grown.add("threads from " + before.threads + " to " + threads);
    }
    if (files > before.files + FILE_SLACK) {
      grown.add("open files from " + before.files + " to " + files);
    }
    return grown;
  }
}
