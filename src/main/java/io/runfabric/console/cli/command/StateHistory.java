package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.HistoryOutput;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.history.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `state history`: what an entry was.
@Command(
    name = "history",
    description = {
      "List what is kept of one entry: what is stored now, the versions that a bucket keeps, and"
          + " every backup in .runfabric/backup that holds it, safety copies among them.",
      "The words in the first column name a version to state diff; state restore puts one back."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console state history --stage prod",
      "  runfabric-console state history --stage prod --kind record --provider aws-lambda",
      "  runfabric-console state history --stage prod --json | jq -r '.result.versions[].version'"
    })
final class StateHistory extends SessionCommand {

  @Mixin private EntryOptions entry = new EntryOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  StateHistory(Terminal terminal) {
    super(terminal);
  }

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    HistoryOutput.json(json, history(session));
  }

  @Override
  void text(ProjectSession session) throws Exception {
    new HistoryOutput(terminal().out(), coloured(), session.now()).print(history(session));
  }

  private History history(ProjectSession session) throws Exception {
    try (ProgressOutput shown = progress.open(terminal())) {
      return History.of(
          session,
          entry.find(session, terminal().cancellation()),
          shown,
          terminal().cancellation());
    }
  }
}
