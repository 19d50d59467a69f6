package io.runfabric.console.config;

/// A file that cannot be edited in place without risking the rest of it. The message says what is
/// in the way and where, and how to mend it.
public final class UneditableException extends Exception {

  private static final long serialVersionUID = 1L;

  public UneditableException(String message) {
    super(message);
  }

  /// The sentence.
  public String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
