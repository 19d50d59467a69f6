package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.StateText;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lock list`: who holds what.
@Command(
    name = "list",
    description = "List the locks of every source, with holder, lease and heartbeat.",
    footer = {
      "%nExamples:",
      "  runfabric-console lock list",
      "  runfabric-console lock list --json | jq '.result.locks[] | select(.state == \"stale\")'"
    })
final class LockList extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();

  LockList(Terminal terminal) {
    super(terminal);
  }

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    StateJson.locks(json, locks(session));
    StateJson.warnings(json, session.warnings());
  }

  @Override
  void text(ProjectSession session) throws Exception {
    List<Lock> locks = locks(session);
    new StateText(terminal().out(), coloured(), session.now()).locks(locks);
    if (locks.isEmpty()) {
      terminal().out().println("No locks: nobody is deploying.");
    }
  }

  private List<Lock> locks(ProjectSession session) throws Exception {
    return session.locks(filters.filter(project().stage()), terminal().cancellation());
  }
}
