package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.Cell;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.config.ConfigView;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.ProjectLoader;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/// `config show`: the configuration as it resolves. It opens no backend.
@Command(
    name = "show",
    description = "Show the resolved configuration, each value with where it comes from.",
    footer = {
      "%nExamples:",
      "  runfabric-console config show --stage prod",
      "  runfabric-console config show --json | jq '.result.settings'"
    })
final class ConfigShow extends HeadlessCommand {

  ConfigShow(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    LoadedProject loaded = ProjectLoader.load(project().request(terminal()));
    List<ConfigView.Row> rows = ConfigView.rows(loaded, output().redactor()::value);
    if (output().json()) {
      print(json -> json(loaded, rows, json));
    } else {
      loaded.warnings().forEach(this::warn);
      text(rows);
    }
    return ExitCode.DONE;
  }

  private static void json(LoadedProject loaded, List<ConfigView.Row> rows, JsonGenerator json)
      throws IOException {
    json.writeStringField("file", loaded.project().file().toString());
    json.writeStringField("service", loaded.project().service());
    json.writeStringField("stage", loaded.project().stage());
    json.writeStringField("backend", loaded.project().backend().kind().word());
    StateJson.texts(json, "stages", loaded.project().stages());
    StateJson.texts(json, "functions", loaded.project().functions());
    json.writeArrayFieldStart("settings");
    for (ConfigView.Row row : rows) {
      json.writeStartObject();
      json.writeStringField("key", row.key());
      json.writeStringField("value", row.value());
      json.writeStringField("origin", row.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.warnings(json, loaded.warnings());
  }

  private void text(List<ConfigView.Row> rows) {
    try (TextTable table = new TextTable(terminal().out(), coloured(), "KEY", "VALUE", "ORIGIN")) {
      rows.forEach(
          row -> table.row(Cell.of(row.key()), Cell.of(row.value()), Cell.faint(row.origin())));
    }
  }
}
