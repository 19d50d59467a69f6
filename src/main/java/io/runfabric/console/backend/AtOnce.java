package io.runfabric.console.backend;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Pieces of work with a bounded number under way. Each sees to its own failures. Closing waits for
/// all: what was started on a store is never left unwatched.
public final class AtOnce implements AutoCloseable {

  private final Semaphore free;
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
      } finally {
        free.release();
      }
    });
  }

  @Override
  public void close() {
    executor.close();
  }
}
