package io.runfabric.console.backend;

import java.util.concurrent.CancellationException;

/// A request to stop, shared by whoever started a piece of work and everything that does it.
public final class Cancellation {

  private volatile boolean requested;

  /// A token nobody cancels.
  public static Cancellation never() {
    return new Cancellation();
  }

  public void cancel() {
    requested = true;
  }

  public boolean requested() {
    return requested;
  }

  /// @throws CancellationException once [#cancel()] was called
  public void check() {
    if (requested) {
      throw new CancellationException("cancelled");
    }
  }
}
