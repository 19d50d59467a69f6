package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.MigrationJson;
import io.runfabric.console.cli.output.MigrationText;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.migrate.Ends;
import io.runfabric.console.operation.migrate.Migration;
import io.runfabric.console.operation.migrate.MigrationMemory;
import io.runfabric.console.operation.migrate.MigrationPlan;
import io.runfabric.console.operation.migrate.MigrationRequest;
import io.runfabric.console.operation.migrate.Route;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A command that moves state from one backend to another.
abstract class MigrationCommand extends HeadlessCommand {

  @Option(
      names = "--dry-run",
      description = "Show what would be done; take no lock, write nothing.")
  private boolean dryRun;

  @Mixin private ProgressOptions progress = new ProgressOptions();

  MigrationCommand(Terminal terminal) {
    super(terminal);
  }

  /// Plans, shows, asks and does it.
  ///
  /// @param words the command line that goes on with it
  final int migrate(Route route, MigrationRequest request, List<String> words) throws Exception {
    try (Ends ends = Ends.open(route, project().backendOptions(terminal()));
        ProgressOutput shown = progress.open(terminal())) {
      ends.source().warnings().forEach(this::warn);
      ProjectRequest configuration = project().request(terminal());
      Migration migration = new Migration(ends, configuration, request, Recording.copies());
      MigrationPlan plan = migration.plan(shown, terminal().cancellation());
      return planned(migration, plan, words, shown);
    }
  }

  private int planned(
      Migration migration, MigrationPlan plan, List<String> words, ProgressOutput shown)
      throws Exception {
    MigrationText text =
        new MigrationText(terminal().out(), coloured(), output().redactor(), migration);
    MigrationJson result = new MigrationJson(migration, output().redactor());
    if (!output().json()) {
      text.plan(plan, dryRun);
    }
    boolean nothing = plan.nothing() && plan.leftBehind().isEmpty();
    if (!dryRun && nothing) {
      // A run that was killed at its very end may have left its locks.
      migration.apply(plan, new Trace(), shown, terminal().cancellation());
    }
    if (dryRun || nothing) {
      if (output().json()) {
        print(json -> result.plan(json, plan, dryRun));
      } else if (nothing) {
        say("Nothing to do: the target holds all of it already.");
      }
      if (!nothing) {
        return ExitCode.DIFFERENCES;
      }
      memory().forget(source(migration));
      return ExitCode.DONE;
    }
    boolean refused =
        !plan.changes().refused().isEmpty()
            || (!plan.leftBehind().isEmpty() && !migration.request().allowPartial());
    if (!refused && !agreed(plan.changes())) {
      note("Nothing was migrated.");
      return ExitCode.FAILED;
    }
    if (!refused) {
      memory().remember(source(migration), migration.lasting(words));
    }
    Migration.Result done =
        Recording.log(this)
            .record(
                Recording.doing(this, source(migration)),
                trace -> migration.apply(plan, trace, shown, terminal().cancellation()));
    if (!done.outcome().complete()) {
      if (!output().json()) {
        done.outcome()
            .failed()
            .forEach(
                one -> note("not migrated: " + one.change().name() + ": " + one.why().sentence()));
      }
      throw new CommandException(MigrationText.incomplete(done));
    }
    memory().forget(source(migration));
    if (output().json()) {
      print(json -> result.done(json, plan, done));
    } else {
      text.result(plan, done);
    }
    return ExitCode.DONE;
  }

  private boolean agreed(ChangePlan plan) throws CommandException {
    int count = plan.effective().size();
    return output()
        .agreed(terminal(), "Copy " + count + (count == 1 ? " document?" : " documents?"), plan);
  }

  private static Project source(Migration migration) {
    return migration.ends().source().project();
  }

  final MigrationMemory memory() throws IOException {
    return new MigrationMemory(Recording.folder(this));
  }
}
