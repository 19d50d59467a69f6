package io.runfabric.console.ui.window;

import io.runfabric.console.ui.app.Toolkit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Looks at the FX thread every few milliseconds and notes when it waits for something, a lock, a
/// file, a database, another thread, for over 100 ms within one event. Computing is not waiting:
/// how long that takes depends on the machine, and is the benchmarks' business.
final class PauseWatch implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMillis(100);
  private static final long EVERY_MILLIS = 5;
  private static final String OURS = "io.runfabric.console.";
  private static final List<String> WAITS_FOR_OTHERS =
      List.of("java.net.", "sun.nio.", "java.io.", "org.sqlite.", "jdk.internal.io.");

  private final List<String> pauses = new CopyOnWriteArrayList<>();
  private final Thread screen;
  private final Thread watcher;
  private volatile boolean ended;

  PauseWatch() throws InterruptedException {
    Toolkit.start();
    screen = Toolkit.onScreen(Thread::currentThread);
    watcher = Thread.ofPlatform().daemon().name("pause-watch").start(this::watch);
  }

  /// The pauses so far: where the FX thread stood.
  List<String> pauses() {
    return List.copyOf(pauses);
  }

  @Override
  public void close() {
    ended = true;
    watcher.interrupt();
  }

  private void watch() {
    long since = 0;
    boolean reported = false;
    while (!ended) {
      StackTraceElement[] stack = screen.getStackTrace();
      Optional<String> place = waitingIn(stack, screen.getState());
      if (place.isEmpty()) {
        since = 0;
        reported = false;
      } else if (since == 0) {
        since = System.nanoTime();
      } else if (!reported && System.nanoTime() - since > LONGEST.toNanos()) {
        reported = true;
        pauses.add(place.get());
      }
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  // Idle, the FX thread waits as well, but then none of our code has called.
  private static Optional<String> waitingIn(StackTraceElement[] stack, Thread.State state) {
    boolean called = Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(OURS));
    if (!called || stack.length == 0) {
      return Optional.empty();
    }
    String top = stack[0].getClassName();
    boolean waits =
        state == Thread.State.BLOCKED
            || state == Thread.State.WAITING
            || state == Thread.State.TIMED_WAITING
            || WAITS_FOR_OTHERS.stream().anyMatch(top::startsWith);
    return waits
        ? Optional.of(
            state
                + " in "
                + String.join(
                    "\n  ",
                    Arrays.stream(stack).limit(40).map(StackTraceElement::toString).toList()))
        : Optional.empty();
  }
}
