package io.runfabric.console.config;

/// A file whose text cannot be had. The message never quotes the content.
final class UnreadableTextException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String fix;

  UnreadableTextException(Place place, String message, String fix) {
    super(message);
    this.place = place;
    this.fix = fix;
  }

  UnreadableTextException(String message, String fix) {
    this(Place.FILE, message, fix);
  }

  Place place() {
    return place;
  }

  /// One sentence.
  String problem() {
    return String.valueOf(getMessage());
  }

  String fix() {
    return fix;
  }
}
