package io.runfabric.console.backend;

import java.time.Duration;

/// A lock this process holds, until it is given back or its lease ends.
public interface Lease extends Fence {

  /// How often [#renew()] is to be called.
  Duration heartbeat();

  /// How long the lock holds from now on unless it is renewed; nothing is asked of the store.
  Duration left();

  /// Starts the lease anew.
  ///
  /// @throws BackendException with [BackendException.Code#LEASE_LOST] when the lock is no longer
  ///   this process's, or its time has run out meanwhile
  void renew() throws BackendException;

  /// Gives the lock back. One that is no longer this process's is left alone.
  ///
  /// @throws BackendException when the store does not answer; the lock then ends with its lease
  void release() throws BackendException;
}
