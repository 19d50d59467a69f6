package io.runfabric.console.operation.drift.trend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.drift.Gravity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run as one line of JSON.
public final class DriftRunFormat {

  private DriftRunFormat() {}

  /// The fields of a run; what they hold went through the redactor.
  public static ObjectNode json(DriftRun run) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("at", Timestamps.engine1(run.at()));
    line.put("service", run.service()).put("backend", run.backend());
    line.put("stage", run.stage()).put("filter", run.filter());
    texts(line.putArray("against"), run.against());
    line.put("entries", run.entries());
    ObjectNode counts = line.putObject("counts");
    for (Gravity gravity : Gravity.values()) {
      counts.put(gravity.word(), run.count(gravity));
    }
    counts.put("ignored", run.ignored()).put("notChecked", run.notChecked());
    line.put("milliseconds", run.milliseconds());
    texts(line.putArray("ids"), run.ids());
    return (ObjectNode) Redactor.masking().document(line);
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  /// The run a line tells of; empty when the line is none, such as one that a full disk cut.
  static Optional<DriftRun> read(String line) {
    try {
      JsonNode json = Json.object(line.getBytes(StandardCharsets.UTF_8));
      Optional<Instant> at = Timestamps.parse(text(json, "at"));
      JsonNode counted = json.path("counts");
      if (at.isEmpty() || !counted.isObject()) {
        return Optional.empty();
      }
      Map<Gravity, Long> counts = new EnumMap<>(Gravity.class);
      for (Gravity gravity : Gravity.values()) {
        counts.put(gravity, counted.path(gravity.word()).asLong());
      }
      return Optional.of(
          new DriftRun(
              at.get(),
              text(json, "service"),
              text(json, "backend"),
              text(json, "stage"),
              text(json, "filter"),
              texts(json.path("against")),
              Map.copyOf(counts),
              counted.path("ignored").asLong(),
              counted.path("notChecked").asLong(),
              json.path("entries").asLong(),
              texts(json.path("ids")),
              json.path("milliseconds").asLong()));
    } catch (UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return List.copyOf(texts);
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }
}
