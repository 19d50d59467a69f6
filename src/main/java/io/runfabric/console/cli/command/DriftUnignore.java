package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.DriftIgnores;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.operation.drift.DriftIgnoreFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `drift unignore`: lives with a finding no longer.
@Command(
    name = "unignore",
    description = "Take a finding off .runfabric/drift-ignore.yml, so that it is drift again.",
    footer = {"%nExample:", "  runfabric-console drift unignore 3f2a90c1d4e5"})
final class DriftUnignore extends HeadlessCommand {

  @Parameters(index = "0", paramLabel = "ID", description = "Of the finding.")
  private String id = "";

  DriftUnignore(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Project project = ProjectLoader.load(project().request(terminal())).project();
    if (DriftIgnores.read(project).stream().noneMatch(one -> one.id().equals(id))) {
      throw new CommandException(
          ErrorReport.of(
              "NOT_FOUND",
              "no ignored finding has the id " + id,
              "drift ignore --list shows those there are",
              ExitCode.FAILED));
    }
    boolean removed =
        Recording.log(this)
            .record(
                Recording.doing(this, project),
                trace -> new DriftIgnoreFile(project).unignore(id, trace));
    if (output().json()) {
      print(json -> {
        json.writeStringField("file", DriftIgnores.file(project).toString());
        json.writeStringField("id", id);
        json.writeBooleanField("removed", removed);
      });
    } else {
      say(id + " counts again.");
    }
    return ExitCode.DONE;
  }
}
