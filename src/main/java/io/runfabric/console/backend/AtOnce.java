package io.runfabric.console.backend;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Pieces of work with a bounded number under way. Each sees to its own failures. Closing waits for
/// all: what was started on a store is never left unwatched. What fails unforeseen in one of them
/// is thrown when closing.
public final class AtOnce implements AutoCloseable {

  private final Semaphore free;
  private final AtomicReference<@Nullable Throwable> unforeseen = new AtomicReference<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /// @param most under way at once, from 1
  public AtOnce(int most) {
    this.free = new Semaphore(most);
  }

  /// Starts a piece of work, first waiting until there is room.
  public void start(Runnable work) {
    free.acquireUninterruptibly();
    executor.execute(() -> {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        unforeseen.compareAndSet(null, e);
      } finally {
        free.release();
      }
    });
  }

  @Override
  public void close() {
    executor.close();
    switch (unforeseen.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
