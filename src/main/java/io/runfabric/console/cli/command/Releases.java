package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.Cell;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `releases`: which stages are deployed, newest first.
@Command(
    name = "releases",
    description = "List the deployed stages, newest first.",
    footer = {
      "%nExamples:",
      "  runfabric-console releases",
      "  runfabric-console releases --json | jq -r '.result.releases[0].stage'"
    })
final class Releases extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();

  Releases(Terminal terminal) {
    super(terminal);
  }

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    List<Entry> receipts = new ArrayList<>();
    ListingSummary summary = list(session, receipts);
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    json.writeArrayFieldStart("releases");
    for (Entry receipt : receipts) {
      if (receipt.readable()) {
        json.writeStartObject();
        json.writeStringField("stage", receipt.stage());
        json.writeStringField("updatedAt", receipt.updatedAt());
        json.writeStringField("provider", receipt.provider());
        json.writeStringField("deploymentId", receipt.facts().deploymentId());
        StateJson.optional(json, "endpoint", receipt.facts().endpoint());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unreadable");
    for (Entry receipt : receipts) {
      if (!receipt.readable()) {
        json.writeStartObject();
        json.writeStringField("stage", receipt.stage());
        json.writeStringField("key", receipt.ref().key());
        json.writeStringField("reason", receipt.health().reason());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    StateJson.otherServices(json, summary.otherServices());
    StateJson.warnings(json, session.warnings());
  }

  @Override
  void text(ProjectSession session) throws Exception {
    List<Entry> receipts = new ArrayList<>();
    ListingSummary summary = list(session, receipts);
    try (TextTable table =
        new TextTable(
            terminal().out(),
            coloured(),
            "STAGE",
            "UPDATED",
            "AGE",
            "PROVIDER",
            "DEPLOYMENT",
            "ENDPOINT")) {
      for (Entry receipt : receipts) {
        table.row(
            Cell.of(receipt.stage()),
            Cell.of(Timestamps.shown(receipt.updatedAt())),
            Cell.faint(
                Timestamps.parse(receipt.updatedAt())
                    .map(then -> Timestamps.relative(then, session.now()))
                    .orElse("")),
            Cell.of(receipt.provider()),
            receipt.readable()
                ? Cell.of(receipt.facts().deploymentId())
                : new Cell("unreadable: " + receipt.health().reason(), Style.DANGER),
            Cell.of(receipt.facts().endpoint()));
      }
    }
    if (receipts.isEmpty()) {
      terminal().out().println("No stage is deployed.");
    }
    Notices.leftOut(session, summary.otherServices()).forEach(this::note);
  }

  private ListingSummary list(ProjectSession session, List<Entry> receipts) throws Exception {
    ListingSummary summary =
        session.entries(
            filters.filter(project().stage()),
            entry -> {
              if (entry.kind() == EntryKind.RECEIPT) {
                receipts.add(entry);
              }
            },
            Progress.NONE,
            terminal().cancellation());
    receipts.sort(java.util.Comparator.comparing(Releases::moment).reversed());
    return summary;
  }

  private static java.time.Instant moment(Entry receipt) {
    return Timestamps.parse(receipt.updatedAt()).orElse(java.time.Instant.EPOCH);
  }
}
