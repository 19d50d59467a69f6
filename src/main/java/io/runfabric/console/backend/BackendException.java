package io.runfabric.console.backend;

import io.runfabric.console.model.Redactor;
import java.util.List;

/// The one error of the backend room. The message names what was tried and what failed, never a
/// secret; the remedy says what to do.
public final class BackendException extends Exception {

  private static final long serialVersionUID = 1L;

  /// What went wrong, in words that hold for every kind.
  public enum Code {
    /// The store or a part of it that must exist does not.
    NOT_FOUND,
    /// Permission is missing.
    DENIED,
    /// No answer, or not in time.
    UNREACHABLE,
    /// What is stored is not what the precondition says.
    CONFLICT,
    /// Somebody else holds the lock, or may hold it.
    LOCKED,
    /// The lock that protected the work is no longer this process's.
    LEASE_LOST,
    /// One document cannot be read; others may.
    UNREADABLE_DOCUMENT,
    /// The store itself is damaged or is not what the configuration says it is.
    DAMAGED,
    /// A key, table or identifier that no store may be asked for.
    INVALID,
    /// Several workspaces match; the user has to choose.
    AMBIGUOUS_WORKSPACE,
    /// This console has no backend of that kind.
    UNSUPPORTED
  }

  private final Code code;
  private final String remedy;
  private final transient List<String> choices;

  public BackendException(Code code, String message, String remedy) {
    this(code, message, remedy, List.of());
  }

  /// @param choices what the user can choose between, for errors that ask for a choice
  public BackendException(Code code, String message, String remedy, List<String> choices) {
    // Whatever a vendor's message brought in.
    super(Redactor.masking().text(message));
    this.code = code;
    this.remedy = remedy;
    this.choices = List.copyOf(choices);
  }

  /// The error for a document that is not what a precondition says.
  ///
  /// @param what such as `is gone`, to follow the key
  public static BackendException conflict(String key, String what) {
    return new BackendException(
        Code.CONFLICT, key + " " + what, "look at what is stored now, then decide again");
  }

  public Code code() {
    return code;
  }

  /// What to do, one sentence.
  public String remedy() {
    return remedy;
  }

  public List<String> choices() {
    return choices;
  }

  /// What failed, one sentence.
  public String sentence() {
    String message = getMessage();
    return message == null ? code.name() : message;
  }

  /// This error with the failure that led to it, for `--verbose`.
  public BackendException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }
}
