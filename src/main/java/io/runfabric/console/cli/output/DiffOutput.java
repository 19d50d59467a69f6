package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.operation.diff.Difference;
import io.runfabric.console.operation.diff.TextRow;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.Side;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// What differs between two documents of an entry, for people and for scripts.
///
/// @param before whether there is a left document
/// @param after whether there is a right document
public record DiffOutput(
    EntryPlace entry, Side left, Side right, boolean before, boolean after, Difference difference) {

  /// @param text whether line by line, and not by path
  public void print(PrintStream out, boolean coloured, boolean text) {
    out.println(
        Style.HEADING.paint(Plain.text(entry.name()), coloured)
            + ", "
            + side(left, before)
            + " -> "
            + side(right, after)
            + ":");
    difference
        .problems()
        .forEach(problem -> out.println(Style.WARNING.paint(Plain.text(problem), coloured)));
    if (difference.same()) {
      out.println("No difference.");
    } else if (text || difference.fields().isEmpty()) {
      TextRow.unified(TextRow.of(difference.lines(), /* changedOnly= */ true))
          .forEach(line -> out.println(style(line).paint(Plain.text(line), coloured)));
    } else {
      difference.changes().forEach(change -> print(change, out, coloured));
    }
  }

  public void json(JsonGenerator json) throws IOException {
    json.writeStringField("entry", entry.name());
    json.writeStringField("left", left.word());
    json.writeBooleanField("leftExists", before);
    json.writeStringField("right", right.word());
    json.writeBooleanField("rightExists", after);
    json.writeBooleanField("same", difference.same());
    json.writeArrayFieldStart("differences");
    for (JsonDiff.Change change : difference.changes()) {
      json.writeStartObject();
      json.writeStringField("path", change.path());
      value(json, "left", change.before());
      value(json, "right", change.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    for (String problem : difference.problems()) {
      json.writeString(problem);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("text");
    if (!difference.same()) {
      List<TextRow> rows = TextRow.of(difference.lines(), /* changedOnly= */ true);
      for (String line : TextRow.unified(rows)) {
        json.writeString(line);
      }
    }
    json.writeEndArray();
  }

  // A path that is absent on one side has no value there, not even null.
  private static void value(JsonGenerator json, String name, Optional<JsonNode> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeFieldName(name);
      json.writeTree(value.get());
    }
  }

  private static String side(Side side, boolean there) {
    return Plain.text(side.word()) + (there ? "" : " (not there)");
  }

  private static void print(JsonDiff.Change change, PrintStream out, boolean coloured) {
    out.println(
        "  "
            + Plain.text(change.path())
            + ": "
            + Style.DANGER.paint(words(change.before()), coloured)
            + " -> "
            + Style.GOOD.paint(words(change.after()), coloured));
  }

  private static String words(Optional<JsonNode> value) {
    return value.map(node -> Plain.text(node.toString())).orElse("(absent)");
  }

  private static Style style(String line) {
    return switch (line.charAt(0)) {
      case '-' -> Style.DANGER;
      case '+' -> Style.GOOD;
      default -> Style.PLAIN;
    };
  }
}
