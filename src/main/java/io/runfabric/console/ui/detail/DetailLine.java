package io.runfabric.console.ui.detail;

import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.ui.style.Tone;
import java.util.Optional;

/// One line of a detail page.
public sealed interface DetailLine {

  /// Starts a group of lines.
  ///
  /// @param aside a word at the right, such as a runtime; may be empty
  record Heading(String text, String aside) implements DetailLine {}

  /// A named value.
  record Field(String name, String value, Look look) implements DetailLine {}

  /// A sentence about the row.
  record Note(Tone tone, String text) implements DetailLine {}

  /// One of the things to do, in their order.
  ///
  /// @param action what the window may offer to do
  record Instruction(int number, String what, Optional<Action> action) implements DetailLine {}

  /// A command line to copy.
  ///
  /// @param beneath whether it belongs to the instruction above it
  record CommandText(String line, boolean beneath) implements DetailLine {}

  /// Two values to be held against each other.
  record SideBySide(String leftTitle, String left, String rightTitle, String right)
      implements DetailLine {}

  /// One step of a timeline.
  ///
  /// @param status a word about it; may be empty
  /// @param last whether the line to the next step ends here
  record Step(String name, String status, Tone tone, boolean last) implements DetailLine {}
}
