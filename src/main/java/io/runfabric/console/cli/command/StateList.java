package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.StateText;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `state list`: every entry, lock and journal of a project.
@Command(
    name = "list",
    description = "List receipts, state records, locks and journals.",
    footer = {
      "%nExamples:",
      "  runfabric-console state list",
      "  runfabric-console state list -c my-api/runfabric.yml --stage prod",
      "  runfabric-console state list --json | jq '.result.entries[] | select(.health != \"ok\")'"
    })
final class StateList extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  StateList(Terminal terminal) {
    super(terminal);
  }

  /// A released stage, as the engine lists it.
  private record Release(String stage, String updatedAt) {}

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    StateFilter filter = filters.filter(project().stage());
    json.writeStringField("service", session.project().service());
    json.writeStringField("stage", session.project().stage());
    json.writeStringField("backend", session.backend().kind().word());
    json.writeStringField("location", session.backend().location());
    List<Release> releases = new ArrayList<>();
    json.writeArrayFieldStart("entries");
    ListingSummary summary;
    try (ProgressOutput shown = progress.open(terminal())) {
      summary =
          session.entries(
              filter,
              entry -> {
                write(json, entry);
                if (entry.kind() == EntryKind.RECEIPT && entry.readable()) {
                  releases.add(new Release(entry.stage(), entry.updatedAt()));
                }
              },
              shown,
              terminal().cancellation());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("releases");
    for (Release release : releases) {
      json.writeStartObject();
      json.writeStringField("stage", release.stage());
      json.writeStringField("updatedAt", release.updatedAt());
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.locks(json, session.locks(filter, terminal().cancellation()));
    StateJson.journals(json, session.journals(filter, terminal().cancellation()));
    StateJson.otherServices(json, summary.otherServices());
    StateJson.workspaces(json, session.backend().workspaces());
    json.writeObjectFieldStart("otherBackends");
    for (Map.Entry<String, BackendKind> other : session.project().otherBackends().entrySet()) {
      json.writeStringField(other.getKey(), other.getValue().word());
    }
    json.writeEndObject();
    StateJson.warnings(json, session.warnings());
  }

  @Override
  void text(ProjectSession session) throws Exception {
    StateFilter filter = filters.filter(project().stage());
    StateText text = new StateText(terminal().out(), coloured(), session.now());
    Headline.print(session, terminal(), coloured());
    ListingSummary summary;
    try (TextTable table = text.entryTable();
        ProgressOutput shown = progress.openBesideRows(terminal())) {
      summary =
          session.entries(
              filter, entry -> text.add(table, entry), shown, terminal().cancellation());
    }
    List<Lock> locks = session.locks(filter, terminal().cancellation());
    List<Journal> journals = session.journals(filter, terminal().cancellation());
    text.locks(locks);
    text.journals(journals);
    Notices.print(session, summary, locks, journals, this);
  }

  private static void write(JsonGenerator json, Entry entry) {
    try {
      json.writeStartObject();
      StateJson.entryFields(json, entry);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
