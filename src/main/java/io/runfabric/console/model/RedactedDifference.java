package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/// A difference between two documents, as it may be shown.
///
/// @param before as JSON; `(absent)` where the path is new
/// @param after as JSON; `(absent)` where the path is gone
public record RedactedDifference(String before, String after) {

  private static final String ABSENT = "(absent)";

  /// The difference, with what is secret masked unless the redactor reveals.
  public static RedactedDifference of(JsonDiff.Change change, Redactor redactor) {
    return new RedactedDifference(
        shown(change.before(), change, redactor), shown(change.after(), change, redactor));
  }

  // A path below a sensitive key is sensitive as a whole.
  private static String shown(Optional<JsonNode> value, JsonDiff.Change change, Redactor redactor) {
    if (value.isEmpty()) {
      return ABSENT;
    }
    String key = Redactor.sensitive(change.path()) ? "secret" : change.key();
    return redactor
        .document(JsonNodeFactory.instance.objectNode().set(key, value.get()))
        .path(key)
        .toString();
  }
}
