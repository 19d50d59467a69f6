package io.runfabric.console.operation.drift.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import java.util.ArrayList;
import java.util.List;

/// The kinds of findings in a SARIF log, in the order they are met.
final class SarifRules {

  private final ArrayNode rules = Json.MAPPER.createArrayNode();
  private final List<String> ids = new ArrayList<>();

  /// Names a result's rule, which is listed from then on.
  void name(ObjectNode result, String category, String rule, String level) {
    String id = category + "/" + rule;
    int index = ids.indexOf(id);
    if (index < 0) {
      index = ids.size();
      ids.add(id);
      ObjectNode json = rules.addObject().put("id", id);
      json.putObject("shortDescription")
          .put("text", "Compared with " + category + ": " + rule.replace('-', ' '));
      json.putObject("defaultConfiguration").put("level", level);
    }
    result.put("ruleId", id).put("ruleIndex", index);
  }

  ArrayNode json() {
    return rules;
  }

  /// The level of a gravity's word.
  static String level(String gravity) {
    return switch (gravity) {
      case "critical" -> "error";
      case "warning" -> "warning";
      default -> "note";
    };
  }
}
