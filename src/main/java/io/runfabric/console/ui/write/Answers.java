package io.runfabric.console.ui.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the user filled in, by the id of what was asked.
public record Answers(Map<String, String> given) {

  public static final Answers NONE = new Answers(Map.of());

  /// What stands for a box that is ticked.
  public static final String YES = "yes";

  public Answers {
    given = Map.copyOf(given);
  }

  /// Without blanks around it; empty when nothing was filled in.
  public String to(String id) {
    return exactly(id).strip();
  }

  /// As it was typed, such as a passphrase.
  public String exactly(String id) {
    return given.getOrDefault(id, "");
  }

  /// The words of an answer that holds several, apart by blanks or commas.
  public List<String> words(String id) {
    return to(id).isEmpty() ? List.of() : List.of(to(id).split("[\\s,]+"));
  }

  /// Whether a box is ticked.
  public boolean yes(String id) {
    return to(id).equals(YES);
  }

  /// These, with another answer.
  public Answers with(String id, String answer) {
    Map<String, String> all = new HashMap<>(given);
    all.put(id, answer);
    return new Answers(all);
  }

  /// These, without some.
  public Answers without(Set<String> ids) {
    Map<String, String> rest = new HashMap<>(given);
    rest.keySet().removeAll(ids);
    return new Answers(rest);
  }

  /// Nothing of what was typed: a passphrase may be among it.
  @Override
  public String toString() {
    return "Answers" + given.keySet();
  }
}
