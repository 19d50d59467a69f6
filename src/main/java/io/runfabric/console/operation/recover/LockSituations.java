package io.runfabric.console.operation.recover;

import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.recover.Situation.Kind;
import java.util.ArrayList;
import java.util.List;

/// Locks that nobody gives back any more, or that may be such.
record LockSituations(Observations seen, Steps steps) {

  List<Situation> found() {
    List<Situation> found = new ArrayList<>();
    for (Lock lock : seen.locks()) {
      switch (lock.state()) {
        case STALE -> found.add(stale(lock));
        case UNREADABLE -> found.add(unreadable(lock));
        case HELD -> {
          if (ofADeploy(lock) && !hasJournal(lock)) {
            found.add(withoutJournal(lock));
          }
        }
      }
    }
    return found;
  }

  private Situation stale(Lock lock) {
    return situation(
        Kind.STALE_LOCK,
        Urgency.WARNING,
        lock,
        "The lease of this lock has ended and the lock is still there: whoever took it was stopped"
            + " before giving it back. The engine does not deploy while it is there.",
        List.of(
            "held by " + holder(lock) + ", lease ended at " + lock.expiresAt(),
            "last sign of life: "
                + (lock.lastHeartbeatAt().isEmpty() ? lock.createdAt() : lock.lastHeartbeatAt())),
        List.of(
            steps.look(lock.stage()),
            steps.byHand("Make sure that no deploy of this stage still runs, here or in CI."),
            steps.unlock("Remove the lock.", lock)));
  }

  private Situation unreadable(Lock lock) {
    return situation(
        Kind.UNREADABLE_LOCK,
        Urgency.CRITICAL,
        lock,
        "The lock does not load, so nobody can tell whose it is or when it ends. It blocks every"
            + " deploy until it is removed.",
        List.of(lock.reason()),
        List.of(
            steps.look(lock.stage()),
            steps.byHand("Make sure that no deploy of this stage still runs, here or in CI."),
            steps.unlock("Remove the lock.", lock)));
  }

  private Situation withoutJournal(Lock lock) {
    boolean dead = lock.pidAlive().filter(alive -> !alive).isPresent();
    List<Step> todo = new ArrayList<>();
    todo.add(steps.look(lock.stage()));
    todo.add(
        steps.byHand(
            "Wait a moment and look again: a deploy that has just started has no journal yet."));
    if (dead) {
      todo.add(steps.byHand("Make sure that no deploy of this stage runs in CI."));
      todo.add(
          steps.unlock(
              "Remove the lock, or wait until it ends at " + lock.expiresAt() + ".", lock));
    }
    return situation(
        Kind.LOCK_WITHOUT_JOURNAL,
        dead ? Urgency.WARNING : Urgency.NOTE,
        lock,
        "Somebody holds the stage, and there is no journal of what they do. Either the work has"
            + " just begun, or it keeps none, or it was stopped before it wrote one.",
        List.of(
            "held by "
                + holder(lock)
                + (dead ? ", which does not run on this machine" : "")
                + ", until "
                + lock.expiresAt()),
        todo);
  }

  // The console's own locks, and engine 1's, go with no journal.
  private static boolean ofADeploy(Lock lock) {
    return switch (lock.source()) {
      case FILE, LEGACY_FILE, DYNAMODB -> lock.maintenance().isEmpty();
      case TABLE, RECORD -> false;
    };
  }

  private boolean hasJournal(Lock lock) {
    return seen.journals().stream()
        .anyMatch(journal ->
            journal.stage().equals(lock.stage())
                && (lock.service().isEmpty()
                    || journal.service().isEmpty()
                    || journal.service().equals(lock.service())));
  }

  private static String holder(Lock lock) {
    String who = lock.holder().isEmpty() ? "somebody" : lock.holder();
    return lock.operation().isEmpty() ? who : who + " (" + lock.operation() + ")";
  }

  private static Situation situation(
      Kind kind,
      Urgency urgency,
      Lock lock,
      String meaning,
      List<String> evidence,
      List<Step> todo) {
    return new Situation(
        kind,
        urgency,
        lock.service(),
        lock.stage(),
        lock.ref().key(),
        meaning,
        evidence,
        List.copyOf(todo));
  }
}
