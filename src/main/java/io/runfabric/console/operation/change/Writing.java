package io.runfabric.console.operation.change;

import io.runfabric.console.backend.AtOnce;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.Outcome.Failed;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/// The writes of a plan, several at once, each on the condition that nothing changed since the
/// plan.
final class Writing {

  private final StateBackend backend;
  private final StageLeases leases;
  private final boolean keepGoing;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Map<DocumentRef, PlannedChange> waiting = new ConcurrentHashMap<>();
  private final int total;
  private final List<PlannedChange> written = new ArrayList<>();
  private final List<Failed> failed = new ArrayList<>();
  private Optional<BackendException> stopped = Optional.empty();

  /// @param keepGoing whether the others are written when one fails
  Writing(
      ChangePlan plan,
      StateBackend backend,
      StageLeases leases,
      boolean keepGoing,
      Progress progress,
      Cancellation cancellation) {
    this.backend = backend;
    this.leases = leases;
    this.keepGoing = keepGoing;
    this.progress = progress;
    this.cancellation = cancellation.part();
    plan.with(Action.WRITE).forEach(change -> waiting.put(change.ref(), change));
    this.total = waiting.size();
  }

  /// Writes what the feed hands over and the plan says.
  void all(Feed<?> contents) {
    if (waiting.isEmpty()) {
      return;
    }
    try (AtOnce writes = new AtOnce(atOnce())) {
      contents.each((wanted, content) -> start(writes, wanted, content), cancellation);
    } catch (CancellationException _) {
      // What is left is told as open.
    } catch (BackendException e) {
      stopped = Optional.of(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      stopped =
          Optional.of(
              new BackendException(
                      Code.DAMAGED,
                      "what is to be written could not be read to its end: " + e.getMessage(),
                      "look at where it comes from, then run the command again")
                  .causedBy(e));
    }
    if (stopped.isEmpty() && !cancellation.requested()) {
      waiting.values().forEach(change -> failed(change, changed(change, "is gone")));
      waiting.clear();
    }
  }

  // As many as the store bears that bears the fewest.
  private int atOnce() throws BackendException {
    int most = backend.atOnce();
    for (PlannedChange change : waiting.values()) {
      most = Math.min(most, backend.writesAtOnce(change.ref()));
    }
    return most;
  }

  private void start(AtOnce writes, Wanted wanted, byte[] content) {
    Optional<PlannedChange> planned = planned(wanted);
    if (planned.isEmpty() || cancellation.requested()) {
      return;
    }
    PlannedChange change = planned.get();
    waiting.remove(change.ref());
    if (!change.digest().equals(Optional.of(wanted.digest()))) {
      failed(change, changed(change, "was changed"));
      return;
    }
    writes.start(() -> write(change, content));
  }

  private Optional<PlannedChange> planned(Wanted wanted) {
    try {
      return Optional.ofNullable(waiting.get(wanted.place(backend)));
    } catch (BackendException _) {
      // Planned places are made of good names.
      return Optional.empty();
    }
  }

  private void write(PlannedChange change, byte[] content) {
    if (cancellation.requested()) {
      waiting.put(change.ref(), change);
      return;
    }
    try {
      Precondition unchanged =
          change.stored().<Precondition>map(Precondition.Matches::new).orElse(Precondition.ABSENT);
      var _ = backend.write(change.ref(), content, unchanged, leases.fence(change));
      written(change);
    } catch (BackendException e) {
      if (e.code() == Code.CONFLICT && isStored(change, content)) {
        written(change);
      } else {
        failed(change, e);
      }
    }
  }

  // A client that asked again after a lost answer is told of a conflict with its own write.
  private boolean isStored(PlannedChange change, byte[] content) {
    try {
      return backend.read(change.ref()).filter(stored -> stored.holds(content)).isPresent();
    } catch (BackendException _) {
      return false;
    }
  }

  private synchronized void written(PlannedChange change) {
    written.add(change);
    progress.entry(change.name());
    progress.at(written.size() + failed.size(), total);
  }

  private synchronized void failed(PlannedChange change, BackendException why) {
    failed.add(new Failed(change, why));
    if (!keepGoing) {
      cancellation.cancel();
    }
  }

  private static BackendException changed(PlannedChange change, String how) {
    return new BackendException(
        Code.CONFLICT,
        change.name() + " " + how + " where it comes from since the plan was made",
        "run the command again to see what is there now");
  }

  List<PlannedChange> written() {
    return List.copyOf(written);
  }

  List<Failed> failed() {
    return List.copyOf(failed);
  }

  Optional<BackendException> stopped() {
    return stopped;
  }
}
