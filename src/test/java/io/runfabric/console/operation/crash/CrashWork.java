package io.runfabric.console.operation.crash;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.backup.Backup;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.backup.BackupRequest;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.migrate.Ends;
import io.runfabric.console.operation.migrate.Migration;
import io.runfabric.console.operation.migrate.MigrationPlan;
import io.runfabric.console.operation.migrate.MigrationRequest;
import io.runfabric.console.operation.migrate.Route;
import io.runfabric.console.operation.remove.Remove;
import io.runfabric.console.operation.remove.RemovePlan;
import io.runfabric.console.operation.restore.Restore;
import io.runfabric.console.operation.restore.RestorePlan;
import io.runfabric.console.operation.restore.RestoreScope;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.workspace.Rekey;
import io.runfabric.console.operation.workspace.RekeyPlan;
import io.runfabric.console.operation.workspace.RekeyPlan.Choice;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An operation as a user asks for it: planned first, then done.
enum CrashWork {
  BACKUP {
    @Override
    Job plan(CrashGround ground, Clock clock) throws Exception {
      ProjectSession session = ProjectSession.open(ground.project(), options(clock));
      return new Job(false, progress -> backup(session, progress), session::close);
    }
  },

  /// With entries that are replaced, created and, as of `--prune`, removed.
  RESTORE {
    @Override
    Job plan(CrashGround ground, Clock clock) throws Exception {
      ProjectSession session = ProjectSession.open(ground.project(), options(clock));
      Restore restore = new Restore(session, COPIES);
      Snapshot snapshot =
          Snapshot.open(
              SnapshotFile.of(ground.backup(), DecryptionKeys.none()),
              Progress.NONE,
              Cancellation.never());
      RestorePlan plan =
          restore.plan(
              snapshot,
              new RestoreScope(java.util.Map.of()),
              OnConflict.FAIL,
              /* prune= */ true,
              Progress.NONE,
              Cancellation.never());
      return new Job(
          plan.nothing(),
          progress ->
              complete(restore.apply(plan, new Trace(), progress, Cancellation.never()).outcome()),
          session::close);
    }
  },

  /// Of the stages that are not wanted any more.
  REMOVE {
    @Override
    Job plan(CrashGround ground, Clock clock) throws Exception {
      ProjectSession session = ProjectSession.open(ground.project(), options(clock));
      Remove remove = new Remove(session, COPIES);
      Set<String> stages =
          ground.documents().stream()
              .filter(document -> document.wanted().isEmpty())
              .map(CrashDocument::stage)
              .collect(Collectors.toSet());
      RemovePlan plan =
          remove.plan(
              new RestoreScope(java.util.Map.of("stage", stages)),
              Progress.NONE,
              Cancellation.never());
      return new Job(
          plan.nothing(),
          progress ->
              complete(remove.apply(plan, new Trace(), progress, Cancellation.never()).outcome()),
          session::close);
    }
  },

  /// From one kind to another of one file, which is pointed at the new one.
  MIGRATE {
    @Override
    Job plan(CrashGround ground, Clock clock) throws Exception {
      Route route =
          new Route(
              ground.project(),
              Optional.of(ground.from().word()),
              Optional.of(ground.kind().word()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      return migration(ground, route, /* cutover= */ true, clock);
    }
  },

  /// To the backend of another file, with journals.
  MIGRATE_ELSEWHERE {
    @Override
    Job plan(CrashGround ground, Clock clock) throws Exception {
      Route route =
          new Route(
              ground.project(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(ground.elsewhere()),
              Optional.empty(),
              Optional.empty());
      return migration(ground, route, /* cutover= */ false, clock);
    }
  },

  REKEY {
    @Override
    Job plan(CrashGround ground, Clock clock) throws Exception {
      Project project = ProjectLoader.load(ground.project()).project();
      RekeyPlan plan =
          RekeyPlan.of(
              project,
              options(clock),
              CrashGround.OLD_WORKSPACE,
              CrashGround.NEW_WORKSPACE,
              new Choice(Set.of(), false),
              Cancellation.never());
      return new Job(
          plan.moves().isEmpty(),
          progress -> {
            progress.phase("moving");
            new Rekey(project, options(clock), plan)
                .run(_ -> progress.at(1, -1), Cancellation.never(), CrashWork::lockKept);
          },
          () -> {});
    }
  };

  private static final SafetyCopy COPIES = new SafetyCopy("test", "test");

  /// What is yet to be done.
  interface Doing {
    void run(Progress progress) throws Exception;
  }

  /// @param nothing whether the plan says that there is nothing to do
  record Job(boolean nothing, Doing doing, Runnable closing) implements AutoCloseable {

    void run(Progress progress) throws Exception {
      doing.run(progress);
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  /// Opens what the operation is about and plans it.
  abstract Job plan(CrashGround ground, Clock clock) throws Exception;

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static BackendOptions options(Clock clock) {
    BackendOptions standard = BackendOptions.standard();
    return new BackendOptions(standard.workspace(), clock, standard.processAlive());
  }

  /// A backup of a whole project.
  static void backup(ProjectSession session, Progress progress) throws Exception {
    BackupRequest request =
        new BackupRequest(
            StateFilter.PROJECT,
            BackupFolder.fileFor(session.project(), session.now(), /* encrypted= */ false),
            /* replace= */ false,
            /* allowPartial= */ false,
            Optional.empty(),
            "test",
            "test");
    Backup.write(session, request, progress, Cancellation.never());
  }

  private static Job migration(CrashGround ground, Route route, boolean cutover, Clock clock)
      throws Exception {
    Ends ends = Ends.open(route, options(clock));
    Migration migration =
        new Migration(
            ends,
            ground.project(),
            new MigrationRequest(
                StateFilter.PROJECT,
                /* journals= */ true,
                OnConflict.FAIL,
                /* allowPartial= */ false,
                /* keepGoing= */ false,
                cutover),
            COPIES);
    MigrationPlan plan = migration.plan(Progress.NONE, Cancellation.never());
    return new Job(
        plan.nothing(),
        progress ->
            complete(migration.apply(plan, new Trace(), progress, Cancellation.never()).outcome()),
        ends::close);
  }

  private static void complete(Outcome outcome) {
    if (!outcome.complete()) {
      throw new AssertionError("not complete", outcome.failure().orElse(null));
    }
  }

  private static void lockKept(BackendException why) {
    throw new AssertionError(why);
  }
}
