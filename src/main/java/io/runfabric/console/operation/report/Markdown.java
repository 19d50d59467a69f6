package io.runfabric.console.operation.report;

import io.runfabric.console.model.Unseen;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a table in Markdown as GitHub reads it; what a value holds stays text.
public final class Markdown {

  private static final String SPECIAL = "\\|`*_[]<>~#&";

  private Markdown() {}

  /// @param records the first one has the titles
  public static String of(List<List<String>> records) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < records.size(); i++) {
      text.append(line(records.get(i).stream().map(Markdown::field).toList()));
      if (i == 0) {
        text.append(line(records.getFirst().stream().map(_ -> "---").toList()));
      }
    }
    return text.toString();
  }

  private static String line(List<String> fields) {
    return fields.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /// A value as it stands in a table, and anywhere else in a text.
  public static String field(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\r') {
            text.append(' ');
          } else if (Unseen.is(c)) {
            text.append('\\').append(Unseen.number(c));
          } else {
            text.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
          }
        });
    return text.toString();
  }
}
