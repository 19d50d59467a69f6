package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.OverviewJson;
import io.runfabric.console.cli.output.OverviewText;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;

/// The overview as several commands print it.
final class OverviewPrinting {

  private OverviewPrinting() {}

  static void json(ProjectSession session, Overview overview, JsonGenerator json) throws Exception {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    json.writeStringField("location", session.backend().location());
    OverviewJson.write(json, overview);
    StateJson.workspaces(json, session.backend().workspaces());
    StateJson.warnings(json, session.warnings());
  }

  static void text(ProjectSession session, Overview overview, HeadlessCommand command)
      throws Exception {
    Headline.print(session, command.terminal(), command.coloured());
    new OverviewText(command.terminal().out(), command.coloured(), session.now()).print(overview);
    Notices.leftOut(session, overview.otherServices()).forEach(command::note);
  }
}
