package io.runfabric.console.ui.write;

import java.util.Map;

/// What the user filled in, by the id of the [Question.Ask].
public record Answers(Map<String, String> given) {

  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    given = Map.copyOf(given);
  }

  /// Without blanks around it; empty when nothing was filled in.
  public String to(String id) {
    return given.getOrDefault(id, "").strip();
  }
}
