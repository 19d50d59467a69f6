package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How documents lie in the rows of a table, which also has a column `updated_at`.
public interface RowShape {

  /// A part of a table.
  ///
  /// @param condition with a `?` for each parameter
  /// @param wanted which of the keys found belong to the part
  record Part(String condition, List<String> parameters, Predicate<String> wanted) {}

  /// The columns that make up the primary key, the most significant first.
  List<String> keyColumns();

  /// The column that holds the document.
  String contentColumn();

  /// The value of the document for `updated_at`; empty where that column tells when the row was
  /// written.
  Optional<String> updatedAt(byte[] content);

  /// Whether `updated_at` is a part of the document, and so of its revision.
  boolean dated();

  /// The values of the key columns.
  ///
  /// @throws BackendException with [BackendException.Code#INVALID] for a key that is none of this
  ///   table
  List<String> values(String key) throws BackendException;

  /// The key of the row with these values in its key columns.
  String key(List<String> values);

  /// The rows of a range.
  Part part(Range range) throws BackendException;
}
