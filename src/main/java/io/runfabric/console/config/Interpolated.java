package io.runfabric.console.config;

import java.util.List;

/// A text with its references replaced.
///
/// @param text never shown in a problem
/// @param sources what it came from besides the file: `env NAME`, `.env NAME`, `secret KEY`
/// @param secret whether a part came through `${secret:…}`
record Interpolated(String text, List<String> sources, boolean secret, List<Flaw> flaws) {

  /// @param quoted the reference as it may be shown
  record Flaw(Gravity gravity, String quoted, String message, String fix) {}

  /// How bad a flaw is.
  enum Gravity {
    /// The text is right, the surroundings are not: a variable is not set, a secret is elsewhere.
    UNRESOLVED,
    /// The text can never resolve.
    MALFORMED,
    /// It resolves, but hardly to what was meant.
    DOUBTFUL
  }

  boolean broken() {
    return flaws.stream().anyMatch(flaw -> flaw.gravity() != Gravity.DOUBTFUL);
  }

  @Override
  public String toString() {
    return "Interpolated[from " + sources + ", " + flaws.size() + " flaws]";
  }
}
