package io.runfabric.console.model;

/// Whether a stored document loads. There is no third answer: what was not read is not listed as
/// ok.
public sealed interface Health {

  /// The document loads as the engine would load it.
  record Ok() implements Health {}

  /// The document does not load.
  ///
  /// @param reason one sentence without any of the document's values
  record Unreadable(String reason) implements Health {}

  /// The document loads.
  static Health ok() {
    return new Ok();
  }

  /// `ok` or `unreadable`, as in JSON.
  default String word() {
    return switch (this) {
      case Ok _ -> "ok";
      case Unreadable _ -> "unreadable";
    };
  }

  /// Why the document does not load; empty when it does.
  default String reason() {
    return switch (this) {
      case Ok _ -> "";
      case Unreadable unreadable -> unreadable.reason();
    };
  }
}
