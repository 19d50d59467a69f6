package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What putting a set of documents into a backend would do, one by one. Making it only reads.
///
/// @param operation what for, such as `restore`; locks carry it
/// @param besides how many entries are stored that are not wanted and stay, by service; those that
///   do not tell theirs under the empty name
public record ChangePlan(String operation, List<PlannedChange> changes, Map<String, Long> besides) {

  /// What to plan for.
  ///
  /// @param onConflict what becomes of entries that may be newer than what is wanted
  /// @param extra which of the entries that are stored and not wanted are removed
  /// @param generations which generations' entries the plan is about
  public record Rules(
      String operation, OnConflict onConflict, Predicate<Entry> extra, Set<EntryKind> generations) {

    /// Entries that are not wanted stay.
    public static final Predicate<Entry> KEEP = _ -> false;

    /// About entries of both generations.
    public Rules(String operation, OnConflict onConflict, Predicate<Entry> extra) {
      this(operation, onConflict, extra, EnumSet.allOf(EntryKind.class));
    }
  }

  /// Compares every wanted document with what is stored.
  ///
  /// @throws BackendException also for a document whose names no key may be made of
  public static <X extends Exception> ChangePlan of(
      Feed<X> wanted,
      StateBackend backend,
      Rules rules,
      Progress progress,
      Cancellation cancellation)
      throws BackendException, X {
    progress.phase("comparing");
    Planning planning = new Planning(backend, rules, progress, cancellation);
    planning.look();
    wanted.each(planning, cancellation);
    return planning.plan();
  }

  /// The changes that stop the plan.
  public List<PlannedChange> refused() {
    return with(Action.REFUSE);
  }

  /// The documents that change.
  public List<PlannedChange> effective() {
    return changes.stream().filter(PlannedChange::effective).toList();
  }

  public List<PlannedChange> with(Action action) {
    return changes.stream().filter(change -> change.action() == action).toList();
  }
}
