package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is shown before something is changed.
///
/// @param title such as `Remove this lock?`
/// @param text what it means, a sentence or two; back-ticks set code
/// @param exhibits what it is about, as it was found
/// @param asks what is to be filled in
/// @param guard the stage whose name has to be typed, by what was filled in
/// @param verb what the button says; empty when there is nothing to be done
/// @param tone of the button
public record Question(
    String title,
    String text,
    List<Exhibit> exhibits,
    List<Ask> asks,
    Function<Answers, Optional<Guard>> guard,
    String verb,
    Tone tone) {

  /// A question without anything to fill in.
  public Question(
      String title,
      String text,
      List<Exhibit> exhibits,
      Optional<Guard> guarded,
      String verb,
      Tone tone) {
    this(title, text, exhibits, List.of(), _ -> guarded, verb, tone);
  }

  /// There is nothing to be done.
  public static Question nothing(String title, String text) {
    return new Question(title, text, List.of(), Optional.empty(), "", Tone.NEUTRAL);
  }

  /// Whether there is something to be done.
  public boolean possible() {
    return !verb.isEmpty();
  }

  /// Something to be filled in.
  ///
  /// @param help what it is for, a sentence
  /// @param choices what can be chosen; empty for free text
  /// @param initial what stands there at first
  public record Ask(
      String id,
      String label,
      String prompt,
      String help,
      List<String> choices,
      boolean required,
      String initial) {}
}
