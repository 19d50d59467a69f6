package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.cli.output.Cell;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.trend.DriftRun;
import io.runfabric.console.operation.drift.trend.DriftRunFormat;
import io.runfabric.console.operation.drift.trend.DriftTrend.Point;
import io.runfabric.console.operation.drift.trend.DriftTrend.Reading;
import io.runfabric.console.operation.drift.trend.DriftTrend.Since;
import java.io.IOException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `drift history`: what earlier comparisons found. It opens no backend.
@Command(
    name = "history",
    description = {
      "List what this user's comparisons of the project found, the newest first. New and gone are"
          + " told from the last run that looked at the same."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console drift history",
      "  runfabric-console drift history --stage prod --limit 100",
      "  runfabric-console drift history --json | jq '.result.runs[] | [.at, .counts.critical]'"
    })
final class DriftHistory extends HeadlessCommand {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  DriftHistory(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Project project = ProjectLoader.load(project().request(terminal())).project();
    Reading reading = Recording.trend(this, project).newest(limit, this::wanted);
    if (output().json()) {
      print(json -> {
        json.writeStringField("service", project.service());
        json.writeArrayFieldStart("runs");
        for (Point point : reading.points()) {
          json(json, point);
        }
        json.writeEndArray();
        json.writeNumberField("unreadable", reading.unreadable());
      });
    } else {
      text(reading);
    }
    return ExitCode.DONE;
  }

  private boolean wanted(DriftRun run) {
    return project().stage().filter(stage -> !stage.equals(run.stage())).isEmpty();
  }

  private static void json(JsonGenerator json, Point point) throws IOException {
    ObjectNode fields = DriftRunFormat.json(point.run());
    json.writeStartObject();
    for (var field : fields.properties()) {
      json.writeFieldName(field.getKey());
      json.writeTree(field.getValue());
    }
    if (point.since().isPresent()) {
      Since since = point.since().get();
      json.writeObjectFieldStart("since");
      json.writeStringField("at", Timestamps.engine1(since.at()));
      StateJson.texts(json, "appeared", since.appeared());
      StateJson.texts(json, "gone", since.gone());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void text(Reading reading) {
    try (TextTable table =
        new TextTable(
            terminal().out(),
            coloured(),
            "TIME",
            "ENTRIES",
            "CRITICAL",
            "WARNING",
            "INFO",
            "IGNORED",
            "NOT CHECKED",
            "NEW",
            "GONE",
            "COMPARED")) {
      for (Point point : reading.points()) {
        DriftRun run = point.run();
        table.row(
            Cell.of(Timestamps.shown(run.at().toString())),
            Cell.of(Long.toString(run.entries())),
            count(run.count(Gravity.CRITICAL), Style.DANGER),
            count(run.count(Gravity.WARNING), Style.WARNING),
            count(run.count(Gravity.INFO), Style.NOTICE),
            count(run.ignored(), Style.PLAIN),
            count(run.notChecked(), Style.WARNING),
            changed(point, since -> since.appeared().size()),
            changed(point, since -> since.gone().size()),
            Cell.faint(compared(run)));
      }
    }
    if (reading.points().isEmpty()) {
      say("Nothing was compared from here yet: state reconcile does.");
    }
    if (reading.unreadable() > 0) {
      note(
          reading.unreadable() == 1
              ? "1 line of the history does not load."
              : reading.unreadable() + " lines of the history do not load.");
    }
  }

  private static Cell count(long count, Style style) {
    return new Cell(Long.toString(count), count == 0 ? Style.FAINT : style);
  }

  // Nothing is new or gone where nothing went before.
  private static Cell changed(Point point, Function<Since, Integer> count) {
    return Cell.of(point.since().map(count).map(many -> Integer.toString(many)).orElse("-"));
  }

  private static String compared(DriftRun run) {
    return String.join(",", run.against())
        + (run.stage().isEmpty() ? "" : " stage=" + run.stage())
        + (run.filter().isEmpty() ? "" : " " + run.filter())
        + " "
        + run.backend();
  }
}
