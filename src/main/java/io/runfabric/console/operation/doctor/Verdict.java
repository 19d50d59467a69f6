package io.runfabric.console.operation.doctor;

import io.runfabric.console.backend.checkup.Severity;

/// What the findings come to, in one sentence.
public enum Verdict {
  GOOD("Everything is as it should be."),
  NOT_ALL_CHECKED("Nothing wrong was found, but not all was checked."),
  WORKS("It works, with something to look at."),
  WRONG("Something is wrong.");

  private final String sentence;

  Verdict(String sentence) {
    this.sentence = sentence;
  }

  /// @param worst the most pressing severity that was found
  public static Verdict of(Severity worst) {
    return switch (worst) {
      case OK, INFO -> GOOD;
      case NOT_CHECKED -> NOT_ALL_CHECKED;
      case WARNING -> WORKS;
      case CRITICAL -> WRONG;
    };
  }

  /// For people.
  public String sentence() {
    return sentence;
  }
}
