package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Cell;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.ActivityFormat;
import io.runfabric.console.operation.activity.ActivityLog.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `activity list`: what was changed from this machine.
@Command(
    name = "list",
    description = {
      "List what this user's consoles changed, or tried to, on this machine: of every project, the"
          + " newest first."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console activity list",
      "  runfabric-console activity list --stage prod --limit 200",
      "  runfabric-console activity list --json | jq '.result.activities[].command'"
    })
final class ActivityList extends HeadlessCommand {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 50;

  ActivityList(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Reading reading = Recording.log(this).newest(limit, this::wanted);
    if (output().json()) {
      print(json -> {
        json.writeStringField("folder", Recording.folder(this).toString());
        json.writeArrayFieldStart("activities");
        for (Activity activity : reading.activities()) {
          json.writeTree(ActivityFormat.json(activity));
        }
        json.writeEndArray();
        json.writeNumberField("unreadable", reading.unreadable());
      });
    } else {
      text(reading);
    }
    return ExitCode.DONE;
  }

  private boolean wanted(Activity activity) {
    return project().stage().filter(stage -> !stage.equals(activity.doing().stage())).isEmpty();
  }

  private void text(Reading reading) {
    try (TextTable table =
        new TextTable(
            terminal().out(),
            coloured(),
            "TIME",
            "SERVICE",
            "STAGE",
            "OPERATION",
            "RESULT",
            "CHANGED",
            "BY",
            "COMMAND")) {
      for (Activity activity : reading.activities()) {
        table.row(
            Cell.of(Timestamps.shown(activity.at().toString())),
            Cell.of(activity.doing().service()),
            Cell.of(activity.doing().stage().isEmpty() ? "-" : activity.doing().stage()),
            Cell.of(activity.doing().operation()),
            result(activity),
            Cell.of(Long.toString(activity.changed())),
            Cell.of(activity.who().toString()),
            Cell.faint(activity.doing().command()));
      }
    }
    if (reading.activities().isEmpty()) {
      say("Nothing was changed from here yet.");
    }
    if (reading.unreadable() > 0) {
      note(reading.unreadable() + " lines of the log do not load.");
    }
  }

  private static Cell result(Activity activity) {
    return switch (activity.result()) {
      case OK -> Cell.of(activity.result().word());
      case FAILED -> new Cell("failed: " + activity.errorCode(), Style.DANGER);
      case CANCELLED -> new Cell(activity.result().word(), Style.WARNING);
    };
  }
}
