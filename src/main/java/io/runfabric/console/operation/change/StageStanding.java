package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether somebody holds what a plan is going to lock, as it was seen without locking.
///
/// @param what such as `stage dev` or `record shop/dev/aws`
/// @param holder who holds it, or held it last; empty when nobody does, or it is not known
public record StageStanding(String what, Standing standing, String holder) {

  /// From the best to the worst.
  public enum Standing {
    FREE,
    UNKNOWN,
    /// There is a lock whose lease has ended; it is in the way until it is taken away.
    STALE,
    HELD;

    /// In JSON and on screen.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Looks at the locks of everything that a plan changes, and takes none.
  public static List<StageStanding> of(
      ProjectSession session, List<PlannedChange> changes, Cancellation cancellation) {
    Optional<List<Lock>> locks;
    try {
      locks =
          Optional.of(
              session.locks(
                  new StateFilter(Optional.empty(), Optional.empty(), Optional.empty(), true),
                  cancellation));
    } catch (BackendException _) {
      locks = Optional.empty();
    }
    Map<String, StageStanding> standings = new LinkedHashMap<>();
    for (PlannedChange change : changes) {
      String what =
          change.part().lockedAs() == EntryKind.RECEIPT ? "stage " + change.stage() : change.name();
      List<Lock> of =
          new ArrayList<>(
              locks.orElse(List.of()).stream().filter(lock -> locks(lock, change)).toList());
      standings.putIfAbsent(
          what,
          locks.isEmpty() ? new StageStanding(what, Standing.UNKNOWN, "") : standing(what, of));
    }
    return List.copyOf(standings.values());
  }

  /// What stands in the way of locking the same in several places: the worst of each.
  public static List<StageStanding> worst(List<StageStanding> several) {
    Map<String, StageStanding> worst = new LinkedHashMap<>();
    for (StageStanding one : several) {
      worst.merge(one.what(), one, (a, b) -> a.standing().compareTo(b.standing()) >= 0 ? a : b);
    }
    return List.copyOf(worst.values());
  }

  private static StageStanding standing(String what, List<Lock> locks) {
    return locks.stream()
        .filter(Lock::live)
        .findFirst()
        .map(lock -> new StageStanding(what, Standing.HELD, lock.holder()))
        .or(() ->
            locks.stream()
                .findFirst()
                .map(lock -> new StageStanding(what, Standing.STALE, lock.holder())))
        .orElseGet(() -> new StageStanding(what, Standing.FREE, ""));
  }

  private static boolean locks(Lock lock, PlannedChange change) {
    boolean ofRecords = lock.source() == Lock.Source.RECORD;
    return ofRecords == (change.part().lockedAs() == EntryKind.RECORD)
        && lock.stage().equals(change.stage())
        && (lock.service().isEmpty() || lock.service().equals(change.service()))
        && (!ofRecords || lock.provider().equals(change.provider()));
  }
}
