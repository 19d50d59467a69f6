package io.runfabric.console.operation.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.activity.Activity.Result;
import io.runfabric.console.operation.user.UserName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An activity as one line of JSON, without anything secret.
public final class ActivityFormat {

  private ActivityFormat() {}

  /// The fields of an activity; what they hold went through the redactor.
  public static ObjectNode json(Activity activity) {
    Doing doing = activity.doing();
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("at", Timestamps.engine1(activity.at()));
    line.put("operation", doing.operation());
    line.put("result", activity.result().word());
    line.put("errorCode", activity.errorCode());
    line.put("milliseconds", activity.milliseconds());
    line.put("user", activity.who().user()).put("host", activity.who().host());
    line.put("pid", activity.pid());
    line.put("project", doing.project());
    line.put("service", doing.service()).put("stage", doing.stage());
    line.put("backend", doing.backend());
    line.put("changed", activity.changed());
    ArrayNode keys = line.putArray("keys");
    activity.keys().forEach(keys::add);
    line.put("command", doing.command());
    line.put("snapshot", activity.snapshot());
    return (ObjectNode) Redactor.masking().document(line);
  }

  /// The activity a line tells of; empty when the line is none, such as one that a full disk cut.
  static Optional<Activity> read(String line) {
    try {
      JsonNode json = Json.object(line.getBytes(StandardCharsets.UTF_8));
      Optional<Instant> at = Timestamps.parse(text(json, "at"));
      Optional<Result> result = result(text(json, "result"));
      if (at.isEmpty() || result.isEmpty()) {
        return Optional.empty();
      }
      List<String> keys = new ArrayList<>();
      json.path("keys").forEach(key -> keys.add(key.asText()));
      return Optional.of(
          new Activity(
              at.get(),
              new UserName(text(json, "user"), text(json, "host")),
              json.path("pid").asLong(),
              doing(json),
              result.get(),
              text(json, "errorCode"),
              json.path("milliseconds").asLong(),
              json.path("changed").asLong(),
              List.copyOf(keys),
              text(json, "snapshot")));
    } catch (UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  private static Doing doing(JsonNode json) {
    return new Doing(
        text(json, "project"),
        text(json, "service"),
        text(json, "stage"),
        text(json, "backend"),
        text(json, "operation"),
        text(json, "command"));
  }

  private static Optional<Result> result(String word) {
    for (Result result : Result.values()) {
      if (result.word().equals(word)) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }
}
