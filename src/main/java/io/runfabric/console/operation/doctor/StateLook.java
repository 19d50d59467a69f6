package io.runfabric.console.operation.doctor;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.StoreTrial;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.StateFilter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks at the state as the console lists it: workspaces, entries, locks, journals.
///
/// @param alreadyWrong whether a place that keeps it was found wrong, which then is why it cannot
///   be read
record StateLook(ProjectRequest request, BackendOptions options, boolean alreadyWrong) {

  private static final StateFilter ALL_SERVICES =
      new StateFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), /* allServices= */ true);

  void run(Sitting sitting) {
    try (ProjectSession session = ProjectSession.open(request, options)) {
      looked(
          sitting,
          new Look(Area.WORKSPACES, "workspaces", () -> workspaces(session, sitting)),
          new Look(Area.STATE, "entries", () -> entries(session, sitting)),
          new Look(Area.LOCKS, "locks", () -> locks(session, sitting)),
          new Look(Area.STATE, "journals", () -> journals(session, sitting)));
    } catch (BackendException e) {
      failed(StoreTrial.area(e), "state", e, sitting);
    } catch (InvalidProjectException _) {
      sitting.notChecked(
          Area.CONFIGURATION,
          "state",
          "the configuration changed while it was looked at",
          "run doctor again");
    }
  }

  private interface Reading {
    void run() throws BackendException;
  }

  private record Look(Area area, String subject, Reading reading) {}

  // A store that was not reached is not waited for again by each.
  private void looked(Sitting sitting, Look... looks) {
    Optional<BackendException> unreached = Optional.empty();
    for (Look look : looks) {
      try {
        if (unreached.isPresent()) {
          throw unreached.get();
        }
        look.reading().run();
      } catch (BackendException e) {
        failed(look.area(), look.subject(), e, sitting);
        if (e.code() == Code.UNREACHABLE) {
          unreached = Optional.of(e);
        }
      }
    }
  }

  private void failed(Area area, String subject, BackendException e, Sitting sitting) {
    if (e.code() == Code.AMBIGUOUS_WORKSPACE) {
      sitting.critical(Area.WORKSPACES, "workspaces", e.sentence(), e.remedy());
    } else if (alreadyWrong) {
      sitting.notChecked(
          area, subject, "it cannot be read", "mend what is said above, then run doctor again");
    } else {
      sitting.tell(Finding.failed(area, sitting.place(), subject, e));
    }
  }

  private static void workspaces(ProjectSession session, Sitting sitting) throws BackendException {
    List<WorkspaceRows> rows = session.backend().workspaces();
    if (rows.isEmpty()) {
      return;
    }
    String all =
        rows.stream()
            .map(row -> row.id() + " (" + row.entries() + ")")
            .collect(Collectors.joining(", "));
    List<WorkspaceRows> chosen = rows.stream().filter(WorkspaceRows::chosen).toList();
    if (chosen.isEmpty()) {
      sitting.warning(
          Area.WORKSPACES,
          "workspaces",
          "no rows are under this project's workspace id; the table holds " + all,
          "if one of them is this project's, name it with --workspace");
    } else if (chosen.getFirst().id().equals(".") && rows.size() > 1) {
      sitting.info(
          Area.WORKSPACES,
          "workspaces",
          "this project's rows are under '.', which any project may write; the table holds " + all,
          "give the engine the absolute path with -c to keep projects apart");
    } else {
      sitting.ok(
          Area.WORKSPACES,
          "workspaces",
          "this project's id is " + chosen.getFirst().id() + "; the table holds " + all);
    }
  }

  private static void entries(ProjectSession session, Sitting sitting) throws BackendException {
    String own = session.project().service();
    EntryCount count = new EntryCount(own);
    session.entries(ALL_SERVICES, count, Progress.NONE, sitting.cancellation());
    if (count.unreadable() > 0) {
      sitting.critical(
          Area.STATE,
          "entries",
          count.told() + ", of which " + count.unreadable() + " do not load",
          "see which with: runfabric-console state list");
    } else {
      sitting.ok(Area.STATE, "entries", count.told() + ", every one loads");
    }
    if (!count.otherReceipts().isEmpty()) {
      sitting.warning(
          Area.STATE,
          "services",
          "receipts of other services lie in the same place ("
              + String.join(", ", count.otherReceipts())
              + "); there a receipt is told by its stage alone, so that services overwrite each"
              + " other's",
          "keep the services apart: another prefix, table or folder");
    }
  }

  private static void locks(ProjectSession session, Sitting sitting) throws BackendException {
    List<Lock> locks = session.locks(StateFilter.PROJECT, sitting.cancellation());
    if (locks.isEmpty()) {
      sitting.ok(Area.LOCKS, "locks", "none: nobody is deploying");
    }
    for (Lock lock : locks) {
      lock(lock, sitting);
    }
  }

  private static void lock(Lock lock, Sitting sitting) {
    String subject = lock.service().isEmpty() ? lock.stage() : lock.service() + "/" + lock.stage();
    String look =
        "see it with: "
            + ShellWords.line(
                List.of("runfabric-console", "lock", "list", "--stage", lock.stage()));
    switch (lock.state()) {
      case HELD -> {
        if (lock.pidAlive().filter(alive -> !alive).isPresent()) {
          sitting.warning(
              Area.LOCKS,
              subject,
              "held by " + lock.holder() + ", which does not run on this machine",
              "it ends by itself at " + lock.expiresAt());
        } else {
          sitting.info(
              Area.LOCKS, subject, "held by " + lock.holder() + " until " + lock.expiresAt(), "");
        }
      }
      case STALE ->
          sitting.warning(
              Area.LOCKS,
              subject,
              "the lease of " + lock.holder() + " ended at " + lock.expiresAt(),
              look);
      case UNREADABLE ->
          sitting.critical(
              Area.LOCKS,
              subject,
              "the lock does not load and blocks every deploy: " + lock.reason(),
              look);
    }
  }

  private static void journals(ProjectSession session, Sitting sitting) throws BackendException {
    List<Journal> journals = session.journals(StateFilter.PROJECT, sitting.cancellation());
    List<Journal> interrupted = journals.stream().filter(Journal::interrupted).toList();
    interrupted.forEach(journal ->
        sitting.warning(
            Area.STATE,
            journal.service() + "/" + journal.stage(),
            "a "
                + (journal.operation().isEmpty() ? "run" : journal.operation())
                + " was interrupted: its journal is "
                + journal.status()
                + " and no deploy holds the lock",
            "see how far it came with: "
                + ShellWords.line(
                    List.of("runfabric-console", "inspect", "--stage", journal.stage()))));
    if (interrupted.isEmpty()) {
      sitting.ok(Area.STATE, "journals", "no deploy was interrupted");
    }
  }
}
