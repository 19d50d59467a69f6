package io.runfabric.console.operation.hold;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.lock.KeptLease;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.hold.HoldMemory.Remembered;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/// A stage this process has locked.
///
/// @param until when its lease ends unless it is renewed
public record HeldStage(
    Project project, HoldRequest request, HoldMemory memory, Lease lease, Instant until) {

  private static final Duration LOOK = Duration.ofMillis(200);

  /// How a hold that was kept came to its end.
  public enum Ending {
    /// `lock release` gave it back.
    RELEASED,
    /// Whoever kept it was told to stop, and gave it back.
    STOPPED
  }

  /// The keys of the locks.
  public List<String> keys() {
    return lease.held().stream().map(Fence.Held::key).toList();
  }

  Set<String> tokens() {
    return lease.held().stream().map(Fence.Held::token).collect(Collectors.toSet());
  }

  /// Renews the locks until they are released by another process, or the cancellation says to stop;
  /// they are given back then.
  ///
  /// @throws BackendException with [Code#LEASE_LOST] when they are lost
  public Ending keep(Cancellation cancellation) throws BackendException, IOException {
    try (KeptLease kept = KeptLease.keep(lease, _ -> {})) {
      while (!cancellation.requested()) {
        if (releasedByAnother()) {
          return Ending.RELEASED;
        }
        Optional<BackendException> loss = kept.loss();
        if (loss.isPresent()) {
          return endOf(loss.get());
        }
        pause();
      }
    }
    forget();
    return Ending.STOPPED;
  }

  // Who releases first says so in the memory, then removes the locks, then clears the memory.
  private Ending endOf(BackendException loss) throws BackendException, IOException {
    Optional<Remembered> remembered = remembered();
    if (remembered.isEmpty() || remembered.get().releasing()) {
      return Ending.RELEASED;
    }
    forget();
    throw loss;
  }

  private boolean releasedByAnother() throws IOException {
    return remembered().isEmpty();
  }

  /// What is remembered of these very locks.
  private Optional<Remembered> remembered() throws IOException {
    return memory
        .recall(project, request.service(), request.stage())
        .filter(found -> found.tokens().equals(tokens()));
  }

  private void forget() throws IOException {
    if (remembered().isPresent()) {
      memory.forget(project, request.service(), request.stage());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
