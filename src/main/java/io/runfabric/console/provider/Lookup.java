package io.runfabric.console.provider;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;

/// A resource and the way to look for it.
public record Lookup(Resource resource, Looking looking) {

  /// One look, by one request or a few.
  @FunctionalInterface
  public interface Looking {

    /// @throws BackendException when it cannot be told whether the resource is there: permission is
    ///   missing, no answer, or one that is not understood
    /// @throws java.util.concurrent.CancellationException soon after cancellation
    Seen look(Cancellation cancellation) throws BackendException;
  }
}
