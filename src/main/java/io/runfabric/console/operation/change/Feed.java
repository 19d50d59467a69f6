package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;

/// Where wanted documents come from: a backup, or another backend. It is gone through once for the
/// plan and once more for the writing, so that no more than a few of them are in memory.
///
/// @param <X> what else may go wrong on the way
@FunctionalInterface
public interface Feed<X extends Exception> {

  /// Takes one document after the other, on the thread that goes through them.
  interface Sink {
    void take(Wanted wanted, byte[] content);
  }

  /// Hands over every document.
  void each(Sink sink, Cancellation cancellation) throws BackendException, X;
}
