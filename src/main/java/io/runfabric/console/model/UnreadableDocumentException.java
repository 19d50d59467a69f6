package io.runfabric.console.model;

/// A stored document that does not load. The message is one sentence and holds none of the
/// document's values, so it can be shown anywhere.
public final class UnreadableDocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadableDocumentException(String reason) {
    super(reason);
  }

  /// The sentence.
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
