package io.runfabric.console.operation.unlock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The locks that would be removed, each as it was judged.
public record UnlockPlan(UnlockScope scope, List<Evidence> locks) {

  /// Looks at the locks of every source; nothing is changed.
  ///
  /// @throws BackendException with [Code#CONFLICT] when no lock has an id that was asked for
  public static UnlockPlan of(ProjectSession session, UnlockScope scope, Cancellation cancellation)
      throws BackendException {
    List<Lock> found = concerned(session, scope, cancellation);
    Instant now = session.now();
    List<Evidence> locks =
        found.stream()
            .filter(lock -> !scope.staleOnly() || !lock.live())
            .map(lock -> Evidence.of(lock, now))
            .filter(lock -> scope.ids().isEmpty() || scope.ids().contains(lock.id()))
            .toList();
    requireAll(scope, locks, found);
    return new UnlockPlan(scope, locks);
  }

  static List<Lock> concerned(ProjectSession session, UnlockScope scope, Cancellation cancellation)
      throws BackendException {
    StateFilter everything = StateFilter.PROJECT;
    return session.locks(everything, cancellation).stream().filter(scope::concerns).toList();
  }

  private static void requireAll(UnlockScope scope, List<Evidence> locks, List<Lock> found)
      throws BackendException {
    Set<String> missing = new HashSet<>(scope.ids());
    locks.forEach(lock -> missing.remove(lock.id()));
    if (!missing.isEmpty()) {
      throw new BackendException(
          Code.CONFLICT,
          "no lock of "
              + scope.words()
              + " has the id that was given: "
              + (found.isEmpty()
                  ? "the stage is free"
                  : "it is held by " + Holders.words(found) + " now"),
          "look at the locks again before you decide");
    }
  }

  public boolean empty() {
    return locks.isEmpty();
  }

  /// The most caution that any of the locks asks for.
  public Caution caution() {
    return locks.stream()
        .map(Evidence::caution)
        .max(Comparator.naturalOrder())
        .orElse(Caution.ABANDONED);
  }

  /// Makes sure that every lock's lease has ended, as for who takes locks over.
  ///
  /// @throws BackendException with [Code#LOCKED] otherwise
  public void requireEnded() throws BackendException {
    List<Lock> live = locks.stream().map(Evidence::lock).filter(Lock::live).toList();
    if (!live.isEmpty()) {
      throw new BackendException(
          Code.LOCKED,
          scope.words() + " is held by " + Holders.words(live),
          "wait until it is given back or its lease ends; force-unlock removes a lock that holds");
    }
  }
}
