package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.RemoveOutput;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.remove.Remove;
import io.runfabric.console.operation.remove.RemovePlan;
import io.runfabric.console.operation.restore.RestoreScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `state remove`: takes entries away that nothing stands behind any more.
@Command(
    name = "remove",
    description = {
      "Remove receipts and state records that nothing stands behind any more.",
      "Nothing in the cloud is touched: what still runs there runs on, and the engine no longer"
          + " knows of it. What goes is shown first and backed up before."
    },
    footer = {
      "%nExit codes: 0 removed, or nothing fits; 3 a dry run that would remove; 5 a stage is"
          + " locked,",
      "its deploy is not at its end, or the entry changed meanwhile; 6 the lock was lost on the"
          + " way.",
      "%nExamples:",
      "  runfabric-console state remove --only kind=receipt,stage=old --dry-run",
      "  runfabric-console state remove --only kind=record,stage=old,provider=aws-lambda",
      "  runfabric-console state remove --only stage=pr-12,stage=pr-13 --yes --json"
    })
final class StateRemove extends HeadlessCommand {

  @Option(
      names = "--only",
      paramLabel = "FIELD=VALUE",
      split = ",",
      required = true,
      description =
          "Entries with this kind, service, stage or provider; may be repeated. A stage must be"
              + " among them.")
  private List<String> only = List.of();

  @Option(
      names = "--dry-run",
      description = "Show what would be removed; take no lock, write nothing.")
  private boolean dryRun;

  @Mixin private ProgressOptions progress = new ProgressOptions();

  StateRemove(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    RestoreScope scope = scope();
    try (ProjectSession session =
            ProjectSession.open(
                project().request(terminal()), project().backendOptions(terminal()));
        ProgressOutput shown = progress.open(terminal())) {
      session.warnings().forEach(this::warn);
      Remove remove = new Remove(session, Recording.copies());
      RemovePlan plan = remove.plan(scope, shown, terminal().cancellation());
      RemoveOutput result = new RemoveOutput(session, plan, coloured());
      if (!output().json()) {
        result.plan(terminal().out(), dryRun);
      }
      if (!dryRun && plan.nothing()) {
        // A run that was killed at its very end may have left its locks.
        remove.apply(plan, new Trace(), shown, terminal().cancellation());
      }
      if (dryRun || plan.nothing()) {
        if (output().json()) {
          print(json -> result.json(json, dryRun, Optional.empty(), ""));
        }
        return plan.nothing() ? ExitCode.DONE : ExitCode.DIFFERENCES;
      }
      if (!agreed(plan)) {
        note("Nothing was removed.");
        return ExitCode.FAILED;
      }
      return removed(session, remove, plan, result, shown);
    }
  }

  private int removed(
      ProjectSession session,
      Remove remove,
      RemovePlan plan,
      RemoveOutput result,
      ProgressOutput shown)
      throws Exception {
    List<String> stages =
        plan.changes().effective().stream().map(PlannedChange::stage).distinct().toList();
    Remove.Result done =
        Recording.log(this)
            .record(
                Recording.doing(this, session.project())
                    .at(session.project().service(), stages.size() == 1 ? stages.getFirst() : ""),
                trace -> remove.apply(plan, trace, shown, terminal().cancellation()));
    String undo = done.before().map(file -> undo(session, plan, file)).orElse("");
    if (!output().json()) {
      result.done(terminal().out(), done, undo);
    }
    if (!done.outcome().complete()) {
      throw new CommandException(RemoveOutput.incomplete(done));
    }
    if (output().json()) {
      print(json -> result.json(json, false, Optional.of(done), undo));
    }
    return ExitCode.DONE;
  }

  private boolean agreed(RemovePlan plan) throws CommandException {
    int count = plan.changes().effective().size();
    return output()
        .agreed(
            terminal(), "Remove " + count + (count == 1 ? " entry?" : " entries?"), plan.changes());
  }

  // Empty where nothing of it can be put back.
  private String undo(ProjectSession session, RemovePlan plan, Path before) {
    if (plan.changes().effective().stream().noneMatch(plan::restorable)) {
      return "";
    }
    List<String> words = new ArrayList<>(List.of("runfabric-console", "state", "restore"));
    words.addAll(List.of("--file", before.toString(), "--only", String.join(",", only)));
    words.addAll(project().words(session.project()));
    return ShellWords.line(words);
  }

  private RestoreScope scope() throws CommandException {
    RestoreScope scope = EntryConditions.of(only);
    if (scope.only().getOrDefault("stage", Set.of()).isEmpty()) {
      throw CommandException.usage(
          "which stage's entries are to be removed?", "say --only stage=… beside the others");
    }
    for (String kind : scope.only().getOrDefault("kind", Set.of())) {
      if (EntryKind.of(kind).isEmpty()) {
        throw CommandException.usage(
            "there is no kind '" + kind + "'", "say kind=receipt or kind=record");
      }
    }
    return scope;
  }
}
