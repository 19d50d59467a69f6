package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.migrate.MigrationRequest;
import io.runfabric.console.operation.migrate.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `state migrate`: copies a project's state to another backend.
@Command(
    name = "migrate",
    description = {
      "Copy a project's state to another backend, another file's backend, or another workspace.",
      "Both ends are locked, every document is read back and compared by its digest, and the source"
          + " is only read. A run that was stopped or killed is finished by the same command."
    },
    footer = {
      "%nExit codes: 0 migrated, or all is there already; 3 a dry run with changes; 5 a conflict, a"
          + " held",
      "lock, or a change since the plan; 6 the lock was lost on the way.",
      "%nExamples:",
      "  runfabric-console state migrate --to postgres --dry-run",
      "  runfabric-console state migrate --from local --to s3 --include-journals --cutover",
      "  runfabric-console state migrate --to-config ../new/runfabric.yml",
      "  runfabric-console state migrate --resume"
    })
final class StateMigrate extends MigrationCommand {

  @Option(
      names = "--from",
      paramLabel = "KIND",
      completionCandidates = ProjectOptions.BackendWords.class,
      description = "The kind of backend to copy from (default: the configured one).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "KIND",
      completionCandidates = ProjectOptions.BackendWords.class,
      description = "The kind to copy to; runfabric.yml and the environment say where it is.")
  private @Nullable String to;

  @Option(
      names = "--to-config",
      paramLabel = "FILE",
      description = "Copy to where another runfabric.yml of the same service keeps its state.")
  private @Nullable Path toConfig;

  @Option(
      names = "--to-workspace",
      paramLabel = "ID",
      description = "Copy to the rows of this workspace id, in a shared database.")
  private @Nullable String toWorkspace;

  @Option(names = "--include-journals", description = "Also copy journals.")
  private boolean journals;

  @Option(
      names = "--cutover",
      description = "Afterwards point runfabric.yml at the target, keeping a .bak beside it.")
  private boolean cutover;

  @Option(
      names = "--on-conflict",
      paramLabel = "WHAT",
      defaultValue = "fail",
      description =
          "fail, skip or overwrite an entry that the target holds newer, or otherwise (default:"
              + " ${DEFAULT-VALUE}).")
  private OnConflict onConflict = OnConflict.FAIL;

  @Option(
      names = "--keep-going",
      description = "Copy the others when one cannot be copied (default: stop).")
  private boolean keepGoing;

  @Option(
      names = "--allow-partial",
      description = "Leave entries that do not load behind, instead of failing.")
  private boolean allowPartial;

  @Option(
      names = "--resume",
      description = "Go on with this project's migration that did not come to its end.")
  private boolean resume;

  @Mixin private FilterOptions filters = new FilterOptions();

  StateMigrate(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    if (resume) {
      return resumed();
    }
    ProjectRequest request = project().request(terminal());
    if (cutover && from == null) {
      // Killed after its cutover, the same command finds a configuration that says otherwise.
      Optional<List<String>> further =
          memory().furtherTo(ProjectLoader.load(request).project(), arguments());
      if (further.isPresent()) {
        calledBy(further.get());
        return answer();
      }
    }
    Route route =
        new Route(
            request.withBackend(Optional.empty()),
            Optional.ofNullable(from).or(request::backend),
            Optional.ofNullable(to),
            Optional.ofNullable(toConfig)
                .map(file -> request.withFile(file).withBackend(Optional.empty())),
            project().workspace(),
            Optional.ofNullable(toWorkspace));
    return migrate(
        route,
        new MigrationRequest(
            filters.filter(project().stage()),
            journals,
            onConflict,
            allowPartial,
            keepGoing,
            cutover),
        arguments());
  }

  // The words are those of a run that was agreed to; what is new is how to answer this time.
  private int resumed() throws Exception {
    List<String> words =
        memory()
            .recall(ProjectLoader.load(project().request(terminal())).project())
            .orElseThrow(() ->
                new CommandException(
                    ErrorReport.of(
                        "NOT_FOUND",
                        "no migration of this project is known that did not come to its end",
                        "say what to migrate with --from and --to",
                        ExitCode.FAILED)));
    List<String> all = new ArrayList<>(words);
    output().answering().stream().filter(word -> !all.contains(word)).forEach(all::add);
    calledBy(all);
    return answer();
  }
}
