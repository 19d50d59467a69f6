package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `overview`: what needs attention, and every stage in one line.
@Command(
    name = "overview",
    description = "Show what needs attention, and every stage in one line.",
    footer = {
      "%nExamples:",
      "  runfabric-console overview -c my-api/runfabric.yml",
      "  runfabric-console overview --json | jq '.result.attention'"
    })
final class OverviewCommand extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  OverviewCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    OverviewPrinting.json(session, overview(session), json);
  }

  @Override
  void text(ProjectSession session) throws Exception {
    OverviewPrinting.text(session, overview(session), this);
  }

  private Overview overview(ProjectSession session) throws Exception {
    try (ProgressOutput shown = progress.open(terminal())) {
      return Overview.of(
          session, filters.filter(project().stage()), shown, terminal().cancellation());
    }
  }
}
