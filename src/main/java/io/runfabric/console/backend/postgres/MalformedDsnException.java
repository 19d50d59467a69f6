package io.runfabric.console.backend.postgres;

/// A connection string that cannot be understood; the message says why and never quotes it.
final class MalformedDsnException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedDsnException(String reason) {
    super(reason);
  }

  /// What is wrong with it, to follow "the connection string".
  String reason() {
    String message = getMessage();
    return message == null ? "is malformed" : message;
  }
}
