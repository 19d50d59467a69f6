package io.runfabric.console.backend.postgres;

import java.util.Optional;

/// A table's name, with or without its schema.
record TableName(Optional<Identifier> schema, Identifier table) {

  /// As SQL wants it.
  String quoted() {
    return schema.map(s -> s.quoted() + ".").orElse("") + table.quoted();
  }

  /// The name of one or two parts.
  static TableName of(Identifier... parts) {
    return new TableName(
        parts.length == 1 ? Optional.empty() : Optional.of(parts[0]), parts[parts.length - 1]);
  }
}
