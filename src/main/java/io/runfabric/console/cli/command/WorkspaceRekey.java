package io.runfabric.console.cli.command;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.RekeyText;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.model.Stages;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.workspace.Rekey;
import io.runfabric.console.operation.workspace.RekeyPlan;
import io.runfabric.console.operation.workspace.RekeyPlan.Choice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workspace rekey`: move a project's rows to another workspace id.
@Command(
    name = "rekey",
    description = {
      "Move this project's rows to another workspace id, for postgres, sqlite and dynamodb.",
      "A snapshot is written first, and the result names the command that moves them back."
    },
    footer = {
      "%nExit codes: 0 done, or nothing to do; 3 a dry run with rows to move; 5 another document"
          + " is",
      "under the new id, a stage is locked, or something changed meanwhile.",
      "%nExamples:",
      "  runfabric-console workspace rekey --from . --to /srv/my-api --dry-run",
      "  runfabric-console workspace rekey --from . --to /srv/my-api"
    })
final class WorkspaceRekey extends HeadlessCommand {

  @Option(names = "--from", paramLabel = "ID", required = true, description = "The id now.")
  private String from = "";

  @Option(names = "--to", paramLabel = "ID", required = true, description = "The id to be.")
  private String to = "";

  @Option(
      names = "--only",
      paramLabel = "STAGE",
      split = ",",
      description = "Only these stages, separated by commas.")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--all-services",
      description = "Also rows of other services under that id (default: only the project's).")
  private boolean allServices;

  @Option(names = "--dry-run", description = "Show the plan and change nothing.")
  private boolean dryRun;

  WorkspaceRekey(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Project project = ProjectLoader.load(project().request(terminal())).project();
    var options = project().backendOptions(terminal());
    RekeyPlan plan =
        RekeyPlan.of(
            project,
            options,
            from,
            to,
            new Choice(Set.copyOf(only), allServices),
            Cancellation.never());
    RekeyText text = new RekeyText(project, plan);
    if (!output().json()) {
      text.plan(dryRun ? terminal().out() : terminal().err(), coloured());
    }
    if (dryRun || plan.moves().isEmpty()) {
      if (output().json()) {
        print(json -> text.json(json, Optional.empty(), undo(plan)));
      }
      return !plan.blocked().isEmpty()
          ? ExitCode.CONFLICT
          : plan.moves().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
    if (plan.blocked().isEmpty() && !agreed(plan)) {
      note("Nothing was changed.");
      return ExitCode.DONE;
    }
    Rekey.Done done =
        Recording.log(this)
            .record(
                Recording.doing(this, project),
                trace ->
                    new Rekey(project, options, plan)
                        .run(
                            move -> {
                              trace.changed(move.stage());
                              note("moved " + move.stage());
                            },
                            terminal().cancellation(),
                            kept -> note("a lock could not be given back: " + kept.sentence())));
    if (output().json()) {
      print(json -> text.json(json, Optional.of(done), undo(plan)));
    } else {
      text.done(terminal().out(), done, undo(plan));
    }
    return ExitCode.DONE;
  }

  private boolean agreed(RekeyPlan plan) throws Exception {
    String guarded = plan.stages().stream().filter(Stages::production).findFirst().orElse("");
    return output().agreed(terminal(), "Move these rows?", guarded);
  }

  // Only what was moved: the new id may have held rows before.
  private String undo(RekeyPlan plan) {
    List<String> words =
        new ArrayList<>(
            List.of("runfabric-console", "workspace", "rekey", "--from", to, "--to", from));
    if (plan.there() > 0 && !plan.stages().isEmpty()) {
      words.addAll(List.of("--only", String.join(",", plan.stages())));
    }
    if (allServices) {
      words.add("--all-services");
    }
    words.addAll(
        List.of(
            "-c",
            terminal()
                .workingDirectory()
                .resolve(project().request(terminal()).typed())
                .normalize()
                .toString()));
    return ShellWords.line(words);
  }
}
