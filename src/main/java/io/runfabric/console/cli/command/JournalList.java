package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.StateText;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.ProjectSession;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `journal list`: how far deploys came.
@Command(
    name = "list",
    description = "List the journals of deploys and removals, and which were interrupted.",
    footer = {
      "%nExamples:",
      "  runfabric-console journal list",
      "  runfabric-console journal list --json | jq '.result.journals[] | select(.interrupted)'"
    })
final class JournalList extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();

  JournalList(Terminal terminal) {
    super(terminal);
  }

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    StateJson.journals(json, journals(session));
    StateJson.warnings(json, session.warnings());
  }

  @Override
  void text(ProjectSession session) throws Exception {
    List<Journal> journals = journals(session);
    new StateText(terminal().out(), coloured(), session.now()).journals(journals);
    if (journals.isEmpty()) {
      terminal().out().println("No journals.");
    }
  }

  private List<Journal> journals(ProjectSession session) throws Exception {
    return session.journals(filters.filter(project().stage()), terminal().cancellation());
  }
}
