package io.runfabric.console.ui.detail;

/// A stretch of one line with one meaning.
///
/// @param start index of the first character
/// @param end index after the last character
public record JsonToken(Kind kind, int start, int end) {

  /// What the stretch is.
  public enum Kind {
    KEY,
    STRING,
    NUMBER,
    /// `true`, `false` or `null`.
    LITERAL,
    PUNCTUATION,
    SPACE,
    /// Not JSON.
    OTHER
  }
}
