package io.runfabric.console.backend.checkup;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.VersionedStore;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.model.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Asks any store in the same way: is it reached, may one list, write, read, replace and delete,
/// and does it keep to conditions. Writes one document of its own and removes it.
///
/// @param range where documents of this place lie
/// @param key of the trial's document: beside the others, and like none of them
/// @param races how often several writers at once are tried; more where many makes of a store speak
///   one protocol
public record StoreTrial(
    DocumentStore store, Range range, String key, Permissions permissions, int races) {

  /// A trial with one race, for a store of one make.
  public StoreTrial(DocumentStore store, Range range, String key, Permissions permissions) {
    this(store, range, key, permissions, 1);
  }

  /// Looks, and tells.
  ///
  /// @return whether the store answers
  public boolean run(Sitting sitting) {
    return run(sitting, () -> withoutWriting(sitting));
  }

  /// As [#run(Sitting)], for a store that can tell permissions without a trial.
  ///
  /// @param withoutWriting what is told instead of the trial where nothing may be written
  public boolean run(Sitting sitting, Runnable withoutWriting) {
    if (!listed(sitting)) {
      unreached(sitting);
      return false;
    }
    if (sitting.mayWrite()) {
      sitting.cancellation().check();
      // Stopped halfway, it would leave its document behind.
      written(sitting.toTheEnd());
    } else {
      withoutWriting.run();
    }
    return true;
  }

  /// Tells that nothing of this can be known.
  public void unreached(Sitting sitting) {
    notReached(permissions, sitting);
  }

  /// Tells that nothing can be known of a store that cannot even be opened.
  public static void notReached(Permissions permissions, Sitting sitting) {
    notChecked(
        permissions,
        sitting,
        "the store was not reached",
        "mend what is said above, then run doctor again");
  }

  /// Tells what a look without writing leaves open.
  private void withoutWriting(Sitting sitting) {
    notChecked(
        permissions,
        sitting,
        "nothing may be written in this run",
        "look again with a trial write (doctor without --read-only)");
  }

  private static void notChecked(
      Permissions permissions, Sitting sitting, String reason, String remedy) {
    List.of(permissions.read(), permissions.create(), permissions.replace(), permissions.delete())
        .stream()
        .distinct()
        .filter(permission -> !permission.equals(permissions.list()))
        .forEach(permission -> sitting.notChecked(Area.PERMISSIONS, permission, reason, remedy));
    conditionsUntried(sitting, reason, remedy);
  }

  private static void conditionsUntried(Sitting sitting, String reason, String remedy) {
    sitting.notChecked(Area.CONDITIONAL_WRITES, "conditional writes", reason, remedy);
  }

  private boolean listed(Sitting sitting) {
    long asked = System.nanoTime();
    try {
      first(sitting.cancellation());
      Duration took = Duration.ofNanos(System.nanoTime() - asked);
      sitting.tell(
          new Finding(
                  Area.CONNECTION,
                  Severity.OK,
                  sitting.place(),
                  "reached",
                  "answered in " + Math.max(1, took.toMillis()) + " ms",
                  "")
              .after(took));
      sitting.ok(Area.PERMISSIONS, permissions.list(), "listing is permitted");
      return true;
    } catch (BackendException e) {
      sitting.tell(Finding.failed(area(e), sitting.place(), subject(e, permissions.list()), e));
      return e.code() == Code.DENIED;
    }
  }

  // One page is enough to know.
  private void first(Cancellation wanted) throws BackendException {
    Cancellation enough = new Cancellation();
    try {
      store.list(
          range,
          _ -> {
            wanted.check();
            enough.cancel();
          },
          enough);
    } catch (CancellationException e) {
      wanted.check();
      if (!enough.requested()) {
        throw e;
      }
    }
  }

  private void written(Sitting sitting) {
    ConditionTrial trial = new ConditionTrial(store, key);
    Optional<Revision> created =
        tried(sitting, permissions.create(), "writing is permitted", trial::create);
    if (created.isEmpty()) {
      leftOpen(sitting, permissions.create());
      return;
    }
    readBack(sitting);
    try {
      replaced(sitting, trial, created.get());
    } finally {
      removed(sitting, trial);
    }
  }

  private void readBack(Sitting sitting) {
    var _ =
        tried(
            sitting,
            permissions.read(),
            "reading is permitted",
            () ->
                store
                    .get(key)
                    .map(StoredDocument::revision)
                    .orElseThrow(() ->
                        new BackendException(
                            Code.DAMAGED,
                            "a document just written to " + store.location() + " is not there",
                            "use a store that shows a write to the next read")));
  }

  private void replaced(Sitting sitting, ConditionTrial trial, Revision created) {
    try {
      trial.conditions(created, races);
      if (!permissions.replace().equals(permissions.create())) {
        sitting.ok(Area.PERMISSIONS, permissions.replace(), "replacing is permitted");
      }
      if (trial.ignored().isEmpty()) {
        sitting.ok(
            Area.CONDITIONAL_WRITES,
            "conditional writes",
            "the store refused to create over, replace and delete what had changed, and let one"
                + " of several who wrote at once");
      } else {
        sitting.critical(
            Area.CONDITIONAL_WRITES,
            "conditional writes",
            "the store accepted and ignored: "
                + String.join(", ", trial.ignored())
                + "; its locks exclude nobody, so the console takes none there",
            "use a store that honours conditional writes, or lock in DynamoDB with"
                + " backend.lockTable");
      }
    } catch (BackendException e) {
      sitting.tell(Finding.failed(area(e), sitting.place(), subject(e, permissions.replace()), e));
      sitting.notChecked(
          Area.CONDITIONAL_WRITES,
          "conditional writes",
          "the trial could not be finished",
          "mend what is said above, then run doctor again");
    }
  }

  private void removed(Sitting sitting, ConditionTrial trial) {
    try {
      trial.remove();
      sitting.ok(Area.PERMISSIONS, permissions.delete(), "deleting is permitted");
      forgotten(sitting);
    } catch (BackendException e) {
      sitting.tell(
          Finding.failed(Area.PERMISSIONS, sitting.place(), subject(e, permissions.delete()), e));
      sitting.warning(
          Area.STATE,
          "left behind",
          "the document of this trial could not be removed: " + key,
          "remove it by hand");
    }
  }

  private void forgotten(Sitting sitting) {
    if (!(store instanceof VersionedStore versioned)) {
      return;
    }
    try {
      for (DocumentVersion version : versioned.versions(key)) {
        versioned.forget(key, version.id());
      }
    } catch (BackendException e) {
      sitting.info(
          Area.HISTORY,
          "left behind",
          "earlier versions of the trial's document stay under " + key + ": " + e.sentence(),
          "let a lifecycle rule remove them, or: " + e.remedy());
    }
  }

  private void leftOpen(Sitting sitting, String failed) {
    List.of(permissions.read(), permissions.replace(), permissions.delete()).stream()
        .distinct()
        .filter(permission -> !permission.equals(failed))
        .forEach(permission ->
            sitting.notChecked(
                Area.PERMISSIONS,
                permission,
                "nothing could be written to try it on",
                "allow " + failed + " first"));
    sitting.notChecked(
        Area.CONDITIONAL_WRITES,
        "conditional writes",
        "nothing could be written to try them on",
        "allow " + failed + " first");
  }

  private interface Step {
    Revision make() throws BackendException;
  }

  private Optional<Revision> tried(Sitting sitting, String permission, String good, Step step) {
    try {
      Revision revision = step.make();
      sitting.ok(Area.PERMISSIONS, permission, good);
      return Optional.of(revision);
    } catch (BackendException e) {
      sitting.tell(Finding.failed(area(e), sitting.place(), subject(e, permission), e));
      return Optional.empty();
    }
  }

  /// What a failure is about.
  public static Area area(BackendException e) {
    return switch (e.code()) {
      case NOT_FOUND -> Area.EXISTENCE;
      case DENIED -> Area.PERMISSIONS;
      case UNREACHABLE -> Area.CONNECTION;
      case INVALID, UNSUPPORTED -> Area.CONFIGURATION;
      case AMBIGUOUS_WORKSPACE -> Area.WORKSPACES;
      case LOCKED, LEASE_LOST -> Area.LOCKS;
      case CONFLICT, UNREADABLE_DOCUMENT, DAMAGED -> Area.STATE;
    };
  }

  private static String subject(BackendException e, String permission) {
    return switch (area(e)) {
      case PERMISSIONS -> permission;
      case CONNECTION -> "reached";
      case EXISTENCE -> "exists";
      default -> "works";
    };
  }
}
