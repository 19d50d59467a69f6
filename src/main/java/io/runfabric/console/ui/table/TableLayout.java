package io.runfabric.console.ui.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How a table's columns stand: which are shown, in what order, how wide, and what rows are sorted
/// by.
///
/// @param columns every column, from left to right
/// @param order the first column first
public record TableLayout(List<Placed> columns, List<SortBy> order) {

  private static final double NARROWEST = 40;
  private static final double WIDEST = 2_000;
  private static final int MOST_COLUMNS = 100;

  /// One column.
  ///
  /// @param id see [Column#id()]
  /// @param width in pixels
  public record Placed(String id, double width, boolean shown) {}

  public TableLayout {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  /// As a table opens that nobody changed.
  static <R> TableLayout declared(List<Column<R>> columns) {
    return new TableLayout(columns.stream().map(TableLayout::declared).toList(), List.of());
  }

  private static Placed declared(Column<?> column) {
    return new Placed(column.id(), column.width(), column.visible());
  }

  /// This layout for a table that may have other columns now: those it knows as they stood, new
  /// ones after the one they are declared after. Without a column left to see, as declared.
  <R> TableLayout fitted(List<Column<R>> declared) {
    Set<String> ids = new HashSet<>(declared.stream().map(Column::id).toList());
    List<Placed> fitting = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    columns.stream()
        .filter(column -> ids.contains(column.id()) && placed.add(column.id()))
        .forEach(fitting::add);
    int after = 0;
    for (Column<R> column : declared) {
      if (!placed.contains(column.id())) {
        fitting.add(after, declared(column));
      }
      after = indexOf(fitting, column.id()) + 1;
    }
    if (fitting.stream().noneMatch(Placed::shown)) {
      return declared(declared);
    }
    return new TableLayout(
        fitting, order.stream().filter(by -> ids.contains(by.columnId())).toList());
  }

  private static int indexOf(List<Placed> columns, String id) {
    return columns.stream().map(Placed::id).toList().indexOf(id);
  }

  public ObjectNode toJson() {
    ObjectNode root = Json.MAPPER.createObjectNode();
    ArrayNode list = root.putArray("columns");
    columns.forEach(column ->
        list.addObject()
            .put("id", column.id())
            .put("width", Math.round(column.width()))
            .put("shown", column.shown()));
    ArrayNode sorted = root.putArray("sort");
    order.forEach(
        by -> sorted.addObject().put("id", by.columnId()).put("descending", by.descending()));
    return root;
  }

  /// What can be understood of it; nothing here is worth an error.
  public static TableLayout of(JsonNode root) {
    List<Placed> columns = new ArrayList<>();
    for (JsonNode column : root.path("columns")) {
      double width = column.path("width").asDouble();
      if (width > 0 && columns.size() < MOST_COLUMNS) {
        columns.add(
            new Placed(
                column.path("id").asText(),
                Math.clamp(width, NARROWEST, WIDEST),
                column.path("shown").asBoolean()));
      }
    }
    List<SortBy> order = new ArrayList<>();
    for (JsonNode by : root.path("sort")) {
      if (order.size() < MOST_COLUMNS) {
        order.add(new SortBy(by.path("id").asText(), by.path("descending").asBoolean()));
      }
    }
    return new TableLayout(columns, order);
  }
}
