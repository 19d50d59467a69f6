package io.runfabric.console.backend;

import java.time.Duration;

/// What is to be locked, and for what.
///
/// @param provider of a state record; empty for a receipt, whose lock is the stage's
/// @param operation what the holder is going to do, such as `restore`
/// @param lease how long the lock holds without a renewal; engine 1's locks never hold longer than
///   the project's `state.lock` says
/// @param holder who takes it, such as `ada@laptop`, written into the lock beside the process; the
///   engines look at fields of their own only. Empty writes nothing.
public record LockRequest(
    String service,
    String stage,
    String provider,
    String operation,
    Duration lease,
    String holder) {

  public LockRequest {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("a lease lasts some time: " + lease);
    }
  }

  /// A request that names no holder beside the process.
  public LockRequest(
      String service, String stage, String provider, String operation, Duration lease) {
    this(service, stage, provider, operation, lease, "");
  }

  /// The same for another length of time.
  public LockRequest lasting(Duration other) {
    return new LockRequest(service, stage, provider, operation, other, holder);
  }

  /// The same for a provider's state record.
  public LockRequest of(String otherProvider) {
    return new LockRequest(service, stage, otherProvider, operation, lease, holder);
  }
}
