package io.runfabric.console.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What was measured: printed as tables while it is, and kept for a file.
final class Figures {

  private static final int FIRST = 34;
  private static final int OTHERS = 15;

  private final ArrayNode tables = Json.MAPPER.createArrayNode();
  private List<String> columns = List.of();

  /// Begins a table.
  ///
  /// @param name of the table, in the file
  /// @param headings of the columns, the first on the left; with their units
  void table(String name, String... headings) {
    columns = List.of(headings);
    ObjectNode table = tables.addObject().put("name", name);
    table.set("columns", Json.MAPPER.valueToTree(columns));
    table.putArray("rows");
    System.out.println();
    print(columns);
  }

  /// Adds a row to the table that was begun last.
  ///
  /// @param cells text or numbers, one for each column
  void row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns);
    }
    ObjectNode row = ((ArrayNode) tables.get(tables.size() - 1).get("rows")).addObject();
    for (int i = 0; i < cells.length; i++) {
      row.set(columns.get(i), Json.MAPPER.valueToTree(cells[i]));
    }
    print(List.of(cells));
  }

  private static void print(List<?> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String text =
          cells.get(i) instanceof Double number
              ? "%.2f".formatted(number)
              : String.valueOf(cells.get(i));
      line.append(i == 0 ? (text + " ".repeat(FIRST)).substring(0, FIRST) : padded(text));
    }
    System.out.println(line.toString().stripTrailing());
  }

  private static String padded(String text) {
    return " ".repeat(Math.max(1, OTHERS - text.length())) + text;
  }

  /// Writes all tables as JSON: `{"at", "machine": {…}, "tables": [{"name", "columns", "rows"}]}`.
  void write(Path file) throws IOException {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    document.set("machine", machine());
    document.set("tables", tables);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, document.toPrettyString() + "\n");
  }

  private static ObjectNode machine() {
    ObjectNode machine = Json.MAPPER.createObjectNode();
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      machine.put("memoryMb", system.getTotalMemorySize() >> 20);
    }
    machine.put(
        "system",
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
    machine.put("java", Runtime.version().toString());
    return machine;
  }
}
