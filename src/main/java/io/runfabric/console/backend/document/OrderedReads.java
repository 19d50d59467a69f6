package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Reads with a bounded number under way, results handed over in the order of submission, on the
/// submitting thread. Memory holds no more than that number of results.
public final class OrderedReads<T> implements AutoCloseable {

  /// One read; an empty result is left out.
  public interface Read<T> {
    Optional<T> run() throws BackendException;
  }

  private final int atOnce;
  private final Consumer<T> sink;
  private final Cancellation cancellation;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<Optional<T>>> underWay = new ArrayDeque<>();
  private Optional<BackendException> failure = Optional.empty();

  public OrderedReads(int atOnce, Consumer<T> sink, Cancellation cancellation) {
    this.atOnce = atOnce;
    this.sink = sink;
    this.cancellation = cancellation;
  }

  /// Starts a read, first waiting for the oldest one when enough are under way. After a failure
  /// nothing more is started; [#finish()] throws it.
  public void submit(Read<T> read) {
    cancellation.check();
    if (failure.isPresent()) {
      return;
    }
    if (underWay.size() >= atOnce) {
      takeOldest();
    }
    underWay.add(executor.submit(read::run));
  }

  /// Waits for everything submitted.
  public void finish() throws BackendException {
    while (!underWay.isEmpty() && failure.isEmpty()) {
      takeOldest();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private void takeOldest() {
    try {
      cancellation.await(underWay.remove()).ifPresent(sink);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof BackendException failed)) {
        throw new IllegalStateException("reading failed in an unforeseen way", e);
      }
      failure = Optional.of(failed);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
