package io.runfabric.console.operation.snapshot;

import java.util.List;

/// A backup cannot be written, or a file cannot be read as one. The message says what is the matter
/// in one sentence, the remedy what to do.
public final class SnapshotException extends Exception {

  private static final long serialVersionUID = 1L;

  /// What is the matter.
  public enum Code {
    /// The file is not whole, or not as it was written.
    DAMAGED_BACKUP,
    /// It is some other file.
    NOT_A_BACKUP,
    /// A newer program wrote it.
    BACKUP_TOO_NEW,
    /// It is encrypted, and nothing was given to open it with.
    KEY_NEEDED,
    /// It is encrypted for another key or with another passphrase.
    WRONG_KEY,
    /// The backup would lack documents that do not load.
    INCOMPLETE_BACKUP,
    /// The file is there already.
    BACKUP_EXISTS,
    /// What was asked for is not possible as asked.
    INVALID_REQUEST
  }

  private final Code code;
  private final String remedy;
  private final transient List<String> items;

  public SnapshotException(Code code, String message, String remedy) {
    this(code, message, remedy, List.of());
  }

  /// @param items what it is about, one by one
  public SnapshotException(Code code, String message, String remedy, List<String> items) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.items = List.copyOf(items);
  }

  static SnapshotException damaged(String what) {
    return new SnapshotException(
        Code.DAMAGED_BACKUP,
        "the backup is damaged: " + what,
        "use another backup; nothing was taken from this one");
  }

  public Code code() {
    return code;
  }

  public String remedy() {
    return remedy;
  }

  public List<String> items() {
    return items;
  }

  /// What is the matter, one sentence.
  public String sentence() {
    String message = getMessage();
    return message == null ? code.name() : message;
  }

  /// This error with the failure that led to it, for `--verbose`.
  public SnapshotException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }
}
