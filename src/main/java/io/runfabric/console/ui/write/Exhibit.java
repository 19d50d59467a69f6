package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Tone;
import java.util.List;

/// One thing a write is about, such as a lock with what is known of its holder.
///
/// @param word a word about it in a pill; may be empty
/// @param tone of the word
/// @param meaning what it comes to, a sentence; may be empty
/// @param severity of the meaning
public record Exhibit(
    String title, String word, Tone tone, List<Fact> facts, String meaning, Tone severity) {

  /// A named value.
  ///
  /// @param exact whether it is an id, a key or another text for machines
  public record Fact(String name, String value, boolean exact) {

    public static Fact of(String name, String value) {
      return new Fact(name, value, false);
    }

    public static Fact exact(String name, String value) {
      return new Fact(name, value, true);
    }
  }
}
