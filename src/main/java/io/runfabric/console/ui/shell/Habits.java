package io.runfabric.console.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.table.TableLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the user left the tables, and what they chose last.
///
/// @param tables how each page's table stands, by page; absent while it stands as declared
/// @param filters what tables were narrowed to, the latest first, at most [#MOST_FILTERS]
/// @param chosen ids of what was chosen in the palette, the latest first, at most [#MOST_CHOSEN]
public record Habits(
    Map<String, TableLayout> tables, List<LastFilter> filters, List<String> chosen) {

  static final int MOST_FILTERS = 60;
  static final int MOST_CHOSEN = 8;

  /// Of somebody who was never here.
  public static final Habits NONE = new Habits(Map.of(), List.of(), List.of());

  /// The filter of one page of one project.
  ///
  /// @param project the path of its configuration
  public record LastFilter(String project, String page, String text) {

    boolean of(String askedProject, String askedPage) {
      return project.equals(askedProject) && page.equals(askedPage);
    }
  }

  public Habits {
    tables = Map.copyOf(tables);
    filters = List.copyOf(filters);
    chosen = List.copyOf(chosen);
  }

  /// With a page's table standing so, or as declared.
  public Habits withTable(String page, Optional<TableLayout> layout) {
    Map<String, TableLayout> changed = new TreeMap<>(tables);
    changed.remove(page);
    layout.ifPresent(standing -> changed.put(page, standing));
    return new Habits(changed, filters, chosen);
  }

  /// With this as the last filter of a page. What looks like a secret is not kept.
  public Habits withFilter(String project, String page, String text) {
    List<LastFilter> changed = new ArrayList<>(filters);
    changed.removeIf(one -> one.of(project, page));
    if (!text.isBlank() && Redactor.masking().text(text).equals(text)) {
      changed.addFirst(new LastFilter(project, page, text));
    }
    return new Habits(tables, changed.subList(0, Math.min(MOST_FILTERS, changed.size())), chosen);
  }

  /// The last filter of a page; empty when there was none.
  public String filter(String project, String page) {
    return filters.stream()
        .filter(one -> one.of(project, page))
        .map(LastFilter::text)
        .findFirst()
        .orElse("");
  }

  /// With these choices of the palette.
  public Habits withChosen(List<String> ids) {
    return new Habits(tables, filters, ids.subList(0, Math.min(MOST_CHOSEN, ids.size())));
  }

  ObjectNode toJson() {
    ObjectNode root = Json.MAPPER.createObjectNode();
    ObjectNode all = root.putObject("tables");
    new TreeMap<>(tables).forEach((page, layout) -> all.set(page, layout.toJson()));
    ArrayNode list = root.putArray("filters");
    filters.forEach(one ->
        list.addObject()
            .put("project", one.project())
            .put("page", one.page())
            .put("text", one.text()));
    ArrayNode ids = root.putArray("chosen");
    chosen.forEach(ids::add);
    return root;
  }

  /// What can be understood of it; nothing here is worth an error.
  static Habits of(JsonNode root) {
    Map<String, TableLayout> tables = new TreeMap<>();
    root.path("tables")
        .properties()
        .forEach(table -> {
          TableLayout layout = TableLayout.of(table.getValue());
          if (!layout.columns().isEmpty()) {
            tables.put(table.getKey(), layout);
          }
        });
    List<LastFilter> filters = new ArrayList<>();
    for (JsonNode one : root.path("filters")) {
      if (filters.size() < MOST_FILTERS && !one.path("text").asText().isBlank()) {
        filters.add(
            new LastFilter(
                one.path("project").asText(),
                one.path("page").asText(),
                one.path("text").asText()));
      }
    }
    List<String> chosen = new ArrayList<>();
    for (JsonNode id : root.path("chosen")) {
      if (id.isTextual() && chosen.size() < MOST_CHOSEN) {
        chosen.add(id.asText());
      }
    }
    return new Habits(tables, filters, chosen);
  }
}
