package io.runfabric.console.cli.command;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.output.Cell;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.operation.workspace.WorkspaceShare;
import io.runfabric.console.operation.workspace.WorkspaceTable;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `workspace list`: which ids a shared database holds.
@Command(
    name = "list",
    description = "List the workspace ids of the database, and what lies under each. Only reads.",
    footer = {
      "%nExamples:",
      "  runfabric-console workspace list",
      "  runfabric-console workspace list --json | jq '.result.workspaces[] | select(.chosen)'"
    })
final class WorkspaceList extends HeadlessCommand {

  WorkspaceList(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Project project = ProjectLoader.load(project().request(terminal())).project();
    WorkspaceTable table =
        WorkspaceTable.of(project, project().backendOptions(terminal()), Cancellation.never());
    if (output().json()) {
      json(project, table);
    } else {
      text(table);
    }
    return ExitCode.DONE;
  }

  private void json(Project project, WorkspaceTable table) throws Exception {
    print(json -> {
      json.writeStringField("service", project.service());
      json.writeStringField("backend", table.kind().word());
      json.writeStringField("location", table.location());
      json.writeBooleanField("ambiguous", table.ambiguous());
      json.writeArrayFieldStart("workspaces");
      for (WorkspaceShare share : table.shares()) {
        json.writeStartObject();
        json.writeStringField("id", share.id());
        json.writeNumberField("entries", share.entries());
        json.writeBooleanField("chosen", share.chosen());
        json.writeBooleanField("matches", share.matches());
        json.writeStringField("likeness", share.likeness().words());
        json.writeObjectFieldStart("services");
        for (Map.Entry<String, Long> service : share.services().entrySet()) {
          json.writeNumberField(service.getKey(), service.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("unreadable", share.unreadable());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private void text(WorkspaceTable table) {
    terminal().out().println(Plain.text(table.kind().word() + "  " + table.location()));
    terminal().out().println();
    if (table.shares().isEmpty()) {
      terminal().out().println("No workspace holds any row, or this user may not list them.");
      return;
    }
    try (TextTable rows =
        new TextTable(
            terminal().out(), coloured(), "ID", "ENTRIES", "CHOSEN", "MATCHES", "SERVICES")) {
      for (WorkspaceShare share : table.shares()) {
        rows.row(
            new Cell(share.id(), share.chosen() ? Style.HEADING : Style.PLAIN),
            Cell.of(
                share.entries()
                    + (share.unreadable() == 0 ? "" : " (damaged: " + share.unreadable() + ")")),
            share.chosen() ? new Cell("yes", Style.GOOD) : Cell.faint("-"),
            Cell.of(share.matches() ? share.likeness().words() : "-"),
            Cell.of(services(share)));
      }
    }
    if (table.ambiguous()) {
      note(
          "Several ids may be this project's: name one with --workspace, or join them with rekey.");
    }
  }

  private static String services(WorkspaceShare share) {
    return share.services().isEmpty()
        ? "-"
        : share.services().entrySet().stream()
            .map(service -> service.getKey() + " " + service.getValue())
            .collect(Collectors.joining(", "));
  }
}
