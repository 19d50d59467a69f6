package io.runfabric.console.ui.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value of two documents, by its path.
///
/// @param index where it stands among all
public record FieldRow(int index, JsonDiff.Change change) {

  static List<FieldRow> of(List<JsonDiff.Change> changes) {
    List<FieldRow> rows = new ArrayList<>(changes.size());
    for (JsonDiff.Change change : changes) {
      rows.add(new FieldRow(rows.size(), change));
    }
    return rows;
  }

  static List<Column<FieldRow>> columns() {
    return List.of(
        Column.of("path", "Path", CellKind.MONO, 280, row -> row.change.path()),
        Column.<FieldRow>of("change", "Change", CellKind.BADGE, 96, FieldRow::word)
            .withTone(FieldRow::tone),
        Column.of("left", "Left", CellKind.MONO, 360, row -> shown(row.change.before())),
        Column.of("right", "Right", CellKind.MONO, 360, row -> shown(row.change.after())));
  }

  /// `changed`, `added`, `removed` or `same`.
  String word() {
    if (change.before().isEmpty()) {
      return "added";
    }
    if (change.after().isEmpty()) {
      return "removed";
    }
    return change.same() ? "same" : "changed";
  }

  private Tone tone() {
    return switch (word()) {
      case "added" -> Tone.SUCCESS;
      case "removed" -> Tone.DANGER;
      case "changed" -> Tone.WARNING;
      default -> Tone.NEUTRAL;
    };
  }

  /// As one line of text.
  String line() {
    return change.path() + ": " + told(change.before()) + " -> " + told(change.after());
  }

  private static String told(Optional<JsonNode> value) {
    return value.map(JsonNode::toString).orElse("(absent)");
  }

  private static String shown(Optional<JsonNode> value) {
    return value.map(node -> node.isTextual() ? node.textValue() : node.toString()).orElse("");
  }
}
