package io.runfabric.console.provider.rest;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// Answers that several looks need and that are asked for once. A failure is one answer too.
public final class Once<T> {

  /// One way to ask.
  @FunctionalInterface
  public interface Asking<T> {

    T ask() throws BackendException;
  }

  private final Map<String, CompletableFuture<T>> answers = new ConcurrentHashMap<>();

  /// @param key what is asked for
  /// @throws java.util.concurrent.CancellationException soon after cancellation
  public T get(String key, Cancellation cancellation, Asking<T> asking) throws BackendException {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> others = answers.putIfAbsent(key, mine);
    if (others == null) {
      answer(mine, asking);
    }
    try {
      return cancellation.await(others == null ? mine : others);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BackendException told) {
        throw told;
      }
      throw new IllegalStateException("a request failed in an unforeseen way", e);
    }
  }

  private static <T> void answer(CompletableFuture<T> answer, Asking<T> asking) {
    try {
      answer.complete(asking.ask());
    } catch (BackendException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }
}
