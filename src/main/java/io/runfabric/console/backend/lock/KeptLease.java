package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A lease with a heartbeat: it is renewed until it is closed or lost. A store that does not answer
/// is asked again until the lease ends; a lock that is somebody else's is lost at once.
///
/// One thread renews and another watches the end, since a renewal may hang for longer than the
/// lease lasts.
public final class KeptLease implements Lease, AutoCloseable {

  private static final int TRIES_IN_A_HEARTBEAT = 4;

  private final Lease lease;
  private final Consumer<BackendException> onLoss;
  private final CompletableFuture<BackendException> loss = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread beating =
      Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);

  private KeptLease(Lease lease, Consumer<BackendException> onLoss) {
    this.lease = lease;
    this.onLoss = onLoss;
  }

  /// Starts the heartbeat of a lease.
  ///
  /// @param onLoss told once, by any thread, at most one heartbeat after the lock was lost
  public static KeptLease keep(Lease lease, Consumer<BackendException> onLoss) {
    KeptLease kept = new KeptLease(lease, onLoss);
    kept.beating.start();
    Thread.ofPlatform().daemon().name("lease end").start(kept::watch);
    return kept;
  }

  /// How the lock was lost, if it was.
  public Optional<BackendException> loss() {
    return loss.isDone() ? Optional.of(again(loss.join())) : Optional.empty();
  }

  @Override
  public Duration heartbeat() {
    return lease.heartbeat();
  }

  @Override
  public Duration left() {
    return lease.left();
  }

  @Override
  public void renew() throws BackendException {
    noticing(lease::renew);
  }

  @Override
  public void check() throws BackendException {
    noticing(lease::check);
  }

  @Override
  public void check(Predicate<Held> seenTo) throws BackendException {
    noticing(() -> lease.check(seenTo));
  }

  @Override
  public List<Held> held() {
    return lease.held();
  }

  /// Ends the heartbeat and gives the lock back.
  @Override
  public void release() throws BackendException {
    closing.countDown();
    boolean interrupted = Thread.interrupted();
    // A renewal under way would bring back what is given back here.
    while (beating.isAlive()) {
      try {
        beating.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    lease.release();
  }

  @Override
  public void close() throws BackendException {
    release();
  }

  private void beat() {
    Duration pause = lease.heartbeat();
    while (!closedWithin(pause) && !loss.isDone()) {
      long asked = System.nanoTime();
      Duration next = renewed() ? heartbeat() : heartbeat().dividedBy(TRIES_IN_A_HEARTBEAT);
      pause = next.minusNanos(System.nanoTime() - asked);
    }
  }

  private boolean renewed() {
    try {
      renew();
      return true;
    } catch (BackendException _) {
      // Either noticed as a loss, or there may be an answer next time.
      return false;
    }
  }

  private void watch() {
    while (lease.left().isPositive()) {
      if (closedWithin(lease.left())) {
        return;
      }
    }
    lost(
        new BackendException(
            Code.LEASE_LOST,
            "the lease of the lock ended: no renewal went through in time",
            "nothing more is written; look at the stage before starting again"));
  }

  private boolean closedWithin(Duration time) {
    try {
      return closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      // Nobody interrupts these threads but the end of the JVM.
      return true;
    }
  }

  private interface Asking {
    void run() throws BackendException;
  }

  private void noticing(Asking asking) throws BackendException {
    if (loss.isDone()) {
      throw again(loss.join());
    }
    try {
      asking.run();
    } catch (BackendException e) {
      if (e.code() == Code.LEASE_LOST) {
        lost(e);
      }
      throw e;
    }
  }

  private void lost(BackendException how) {
    if (loss.complete(how)) {
      onLoss.accept(how);
    }
  }

  private static BackendException again(BackendException how) {
    return new BackendException(how.code(), how.sentence(), how.remedy()).causedBy(how);
  }
}
