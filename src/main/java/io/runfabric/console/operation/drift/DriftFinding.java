package io.runfabric.console.operation.drift;

import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.ShellWords;
import java.util.Comparator;
import java.util.List;

/// Something that is not as it should be. Texts may hold what the state holds, and are redacted
/// where they are shown.
///
/// @param rule what kind of thing it is, such as `signature`
/// @param entry what it is about, such as `receipt dev`
/// @param path within the document, or a key; may be empty
/// @param expected what should be; may be empty
/// @param actual what is; may be empty
/// @param sentence what it comes to
/// @param evidence who was asked, or what was seen; may be empty
/// @param mend what the console itself can do
/// @param step a command that helps; may be empty
public record DriftFinding(
    Against against,
    String rule,
    Gravity gravity,
    String entry,
    String stage,
    String path,
    String expected,
    String actual,
    String sentence,
    String evidence,
    Mend mend,
    String step) {

  /// By gravity, then by what was compared with, entry and path.
  static final Comparator<DriftFinding> GRAVEST_FIRST =
      Comparator.comparing(DriftFinding::gravity)
          .reversed()
          .thenComparing(DriftFinding::against)
          .thenComparing(DriftFinding::entry)
          .thenComparing(DriftFinding::path);

  private static final int ID_LENGTH = 12;

  /// One without evidence that the console cannot mend.
  DriftFinding(
      Against against,
      String rule,
      Gravity gravity,
      String entry,
      String stage,
      String path,
      String expected,
      String actual,
      String sentence,
      String step) {
    this(
        against, rule, gravity, entry, stage, path, expected, actual, sentence, "", Mend.NONE,
        step);
  }

  /// A command of the engine about a stage.
  static String engine(String word, String stage) {
    return ShellWords.line(List.of("runfabric", word, "--stage", stage));
  }

  /// A command of the console.
  static String console(String... words) {
    return "runfabric-console " + ShellWords.line(List.of(words));
  }

  DriftFinding withEvidence(String seen) {
    return new DriftFinding(
        against, rule, gravity, entry, stage, path, expected, actual, sentence, seen, mend, step);
  }

  /// The same with something the console can do about it.
  ///
  /// @param command that does it
  DriftFinding mending(Mend means, String command) {
    return new DriftFinding(
        against, rule, gravity, entry, stage, path, expected, actual, sentence, evidence, means,
        command);
  }

  /// The same from run to run for the same thing, whatever its values are now: 12 hex digits.
  public String id() {
    return Revision.ofText(String.join("\n", against.word(), rule, entry, path))
        .hex()
        .substring(0, ID_LENGTH);
  }
}
