package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.DocumentView;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `state pull`: the stored documents themselves.
@Command(
    name = "pull",
    description = "Print the stored receipts and state records, with secrets hidden.",
    footer = {
      "%nExamples:",
      "  runfabric-console state pull --stage prod",
      "  runfabric-console state pull --json | jq '.result.documents[].document.outputs'"
    })
final class StatePull extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();

  StatePull(Terminal terminal) {
    super(terminal);
  }

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    json.writeStringField("service", session.project().service());
    json.writeStringField("stage", session.project().stage());
    json.writeStringField("backend", session.backend().kind().word());
    List<Entry> entries = new ArrayList<>();
    ListingSummary summary = list(session, entries);
    json.writeArrayFieldStart("documents");
    for (Entry entry : entries) {
      json.writeStartObject();
      StateJson.entryFields(json, entry);
      Optional<DocumentView> view = view(session, entry);
      if (view.isPresent() && view.get().document().isPresent()) {
        json.writeFieldName("document");
        json.writeTree(view.get().document().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.releases(json, entries);
    StateJson.otherServices(json, summary.otherServices());
    StateJson.warnings(json, session.warnings());
  }

  @Override
  void text(ProjectSession session) throws Exception {
    List<Entry> entries = new ArrayList<>();
    ListingSummary summary = list(session, entries);
    for (Entry entry : entries) {
      terminal()
          .out()
          .println(Style.HEADING.paint("# " + Plain.text(entry.ref().key()), coloured()));
      if (!entry.readable()) {
        terminal()
            .out()
            .println(
                Style.DANGER.paint(
                    "# unreadable: " + Plain.text(entry.health().reason()), coloured()));
      }
      view(session, entry)
          .ifPresentOrElse(
              view -> terminal().out().println(Plain.lines(view.text().stripTrailing())),
              () -> terminal().out().println("# gone meanwhile"));
      terminal().out().println();
    }
    if (entries.isEmpty()) {
      terminal().out().println("No entries.");
    }
    Notices.leftOut(session, summary.otherServices()).forEach(this::note);
  }

  private ListingSummary list(ProjectSession session, List<Entry> into) throws Exception {
    StateFilter filter = filters.filter(project().stage());
    return session.entries(filter, into::add, Progress.NONE, terminal().cancellation());
  }

  private Optional<DocumentView> view(ProjectSession session, Entry entry) throws Exception {
    try {
      return DocumentView.entry(session, entry, output().redactor());
    } catch (BackendException e) {
      if (entry.readable()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
