package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The locks of all places where one stage is locked, held as one. They are taken in a fixed order,
/// so that two who want the same ones never wait for each other.
public final class SeveralLeases implements Lease {

  private final List<Lease> held;

  private SeveralLeases(List<Lease> held) {
    this.held = held;
  }

  /// Takes the lock in every place, or in none.
  ///
  /// @param steal whether a lock whose lease has ended is taken over
  public static Lease take(List<StageLock> places, LockRequest request, boolean steal)
      throws BackendException {
    SeveralLeases leases = new SeveralLeases(new ArrayList<>());
    try {
      for (StageLock place : places) {
        leases.held.add(steal ? place.steal(request) : place.acquire(request));
      }
      return leases;
    } catch (BackendException e) {
      try {
        leases.release();
      } catch (BackendException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  @Override
  public Duration heartbeat() {
    return held.stream()
        .map(Lease::heartbeat)
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException("a stage is locked somewhere"));
  }

  @Override
  public void renew() throws BackendException {
    for (Lease lease : held) {
      lease.renew();
    }
  }

  @Override
  public void check() throws BackendException {
    for (Lease lease : held) {
      lease.check();
    }
  }

  @Override
  public List<Held> held() {
    return held.stream().flatMap(lease -> lease.held().stream()).toList();
  }

  /// Gives back every lock, also when one place does not answer.
  @Override
  public void release() throws BackendException {
    Optional<BackendException> failure = Optional.empty();
    for (Lease lease : held.reversed()) {
      try {
        lease.release();
      } catch (BackendException e) {
        failure.ifPresent(e::addSuppressed);
        failure = Optional.of(e);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
