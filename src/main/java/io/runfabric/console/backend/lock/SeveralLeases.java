package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.AtOnce;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// The locks of all places where one stage is locked, held as one. They are taken in a fixed order,
/// so that two who want the same ones never wait for each other.
public final class SeveralLeases implements Lease {

  private final List<Lease> held;
  private final LockRequest request;
  private final int atOnce;

  private SeveralLeases(List<Lease> held, LockRequest request, int atOnce) {
    this.held = held;
    this.request = request;
    this.atOnce = atOnce;
  }

  /// Takes the lock in every place, or in none. Without a place, as where a project has switched
  /// locks off, there is nothing to lose.
  ///
  /// @param steal whether a lock whose lease has ended is taken over
  /// @param beside locks held already: their places are left out
  public static Lease take(List<StageLock> places, LockRequest request, boolean steal, Fence beside)
      throws BackendException {
    SeveralLeases leases = new SeveralLeases(new ArrayList<>(), request, 1);
    try {
      for (StageLock place : places) {
        if (!place.among(beside.held(), request)) {
          leases.held.add(steal ? place.steal(request) : place.acquire(request));
        }
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

  /// Locks that are held already, as one.
  ///
  /// @param request tells how long they are held without a renewal
  /// @param atOnce how many of them to renew or give back at a time
  public static Lease of(List<Lease> held, LockRequest request, int atOnce) {
    return new SeveralLeases(List.copyOf(held), request, atOnce);
  }

  @Override
  public Duration heartbeat() {
    return shortest(Lease::heartbeat);
  }

  @Override
  public Duration left() {
    return shortest(Lease::left);
  }

  private Duration shortest(Function<Lease, Duration> of) {
    return held.stream().map(of).min(Comparator.naturalOrder()).orElse(request.lease());
  }

  /// Renews every lock, also when one place does not answer.
  @Override
  public void renew() throws BackendException {
    each(held, Lease::renew);
  }

  @Override
  public void check() throws BackendException {
    for (Lease lease : held) {
      lease.check();
    }
  }

  @Override
  public void check(Predicate<Held> seenTo) throws BackendException {
    for (Lease lease : held) {
      lease.check(seenTo);
    }
  }

  @Override
  public List<Held> held() {
    return held.stream().flatMap(lease -> lease.held().stream()).toList();
  }

  /// Gives back every lock, also when one place does not answer.
  @Override
  public void release() throws BackendException {
    each(held.reversed(), Lease::release);
  }

  private interface Step {
    void with(Lease lease) throws BackendException;
  }

  private void each(List<Lease> leases, Step step) throws BackendException {
    List<BackendException> failures = Collections.synchronizedList(new ArrayList<>());
    try (AtOnce work = new AtOnce(atOnce)) {
      for (Lease lease : leases) {
        work.start(() -> {
          try {
            step.with(lease);
          } catch (BackendException e) {
            failures.add(e);
          }
        });
      }
    }
    if (!failures.isEmpty()) {
      // A lock that is lost for good says more than a store that does not answer.
      failures.sort(Comparator.comparing(e -> e.code() != Code.LEASE_LOST));
      BackendException told = failures.removeFirst();
      failures.forEach(told::addSuppressed);
      throw told;
    }
  }
}
