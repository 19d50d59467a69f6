package io.runfabric.console.operation.remove;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.ChangeRun;
import io.runfabric.console.operation.change.Feed;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.restore.RestoreScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Removes entries of a project from its state. What runs in the cloud runs on; the engine no
/// longer knows of it.
///
/// @param copies takes the backup before
public record Remove(ProjectSession session, SafetyCopy copies) {

  private static final Feed<BackendException> NOTHING_WANTED = (_, _) -> {};

  /// How it went.
  ///
  /// @param before the backup of what was there; absent when nothing had to go
  public record Result(Outcome outcome, Optional<Path> before) {}

  /// What would be removed. Only reads, and takes no lock.
  ///
  /// @throws BackendException also when all that fits is another service's, cannot be kept before,
  ///   or is of a stage whose deploy is not at its end
  public RemovePlan plan(RestoreScope scope, Progress progress, Cancellation cancellation)
      throws BackendException {
    Fitting fitting = new Fitting(session.project().service(), scope);
    ChangePlan changes =
        ours(
            ChangePlan.of(
                NOTHING_WANTED,
                session.backend(),
                new ChangePlan.Rules("remove", OnConflict.FAIL, fitting::take),
                progress,
                cancellation));
    if (changes.effective().isEmpty() && !fitting.otherServices.isEmpty()) {
      throw new BackendException(
          Code.INVALID,
          "what fits is of service "
              + String.join(", ", fitting.otherServices.keySet())
              + ", this project's is "
              + session.project().service(),
          "open the project it belongs to with -c");
    }
    requireKeepable(changes.effective(), fitting.unreadable);
    new UnfinishedDeploys(session).refuse(changes.effective(), cancellation);
    return new RemovePlan(
        changes,
        Map.copyOf(fitting.unreadable),
        Map.copyOf(fitting.otherServices),
        StageStanding.of(session, changes.effective(), cancellation));
  }

  /// Does what the plan says.
  ///
  /// @param trace is told what was removed, and where the backup taken before lies
  /// @throws BackendException when nothing was removed
  public Result apply(RemovePlan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws BackendException {
    List<Path> before = new ArrayList<>(1);
    ChangeRun.Around around =
        new ChangeRun.Around() {
          @Override
          public void check(Cancellation stop) throws BackendException {
            new UnfinishedDeploys(session).refuse(plan.changes().effective(), stop);
          }

          @Override
          public void keep(List<PlannedChange> removed) throws BackendException {
            Path file = copies.of(session, progress, cancellation);
            trace.snapshot(file.toString());
            before.add(file);
          }
        };
    Outcome outcome =
        new ChangeRun(session.backend(), NOTHING_WANTED, around, /* keepGoing= */ false)
            .apply(plan.changes(), progress, cancellation);
    for (PlannedChange change : outcome.done()) {
      trace.changed(change.ref().key());
    }
    outcome.failure().ifPresent(failure -> trace.failed(failure.code().name()));
    return new Result(outcome, before.stream().findFirst());
  }

  // What does not load need not tell its service; the lock is this project's all the same.
  private ChangePlan ours(ChangePlan plan) {
    String service = session.project().service();
    return new ChangePlan(
        plan.operation(),
        plan.changes().stream()
            .map(change -> change.service().isEmpty() ? change.of(service) : change)
            .toList(),
        plan.besides());
  }

  private void requireKeepable(List<PlannedChange> changes, Map<DocumentRef, String> unreadable)
      throws BackendException {
    for (PlannedChange change : changes) {
      if (!unreadable.containsKey(change.ref())) {
        continue;
      }
      try {
        var _ = session.read(change.ref());
      } catch (BackendException e) {
        if (e.code() != Code.UNREADABLE_DOCUMENT) {
          throw e;
        }
        throw new BackendException(
                Code.DAMAGED,
                change.name()
                    + " cannot even be read as bytes, so no copy could be kept; nothing was"
                    + " removed",
                "remove " + change.ref().key() + " with the store's own tools")
            .causedBy(e);
      }
    }
  }

  /// Tells which entries go, as they are listed.
  private static final class Fitting {

    private final String service;
    private final RestoreScope scope;
    private final Map<DocumentRef, String> unreadable = new HashMap<>();
    private final Map<String, Long> otherServices = new TreeMap<>();

    Fitting(String service, RestoreScope scope) {
      this.service = service;
      this.scope = scope;
    }

    boolean take(Entry entry) {
      String of = entry.service().isEmpty() ? service : entry.service();
      if (!scope.includes(Part.of(entry.kind()), of, entry.stage(), entry.provider())) {
        return false;
      }
      if (!of.equals(service)) {
        otherServices.merge(of, 1L, Long::sum);
        return false;
      }
      if (!entry.readable()) {
        unreadable.put(entry.ref(), entry.health().reason());
      }
      return true;
    }
  }
}
