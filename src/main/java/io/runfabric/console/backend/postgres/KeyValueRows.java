package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.sql.RowShape;
import java.util.List;
import java.util.Optional;

/// Engine 1's table (FORMATS §5): `(key, value, updated_at)`, where `updated_at` is when the row
/// was written. Keys are the keys.
public record KeyValueRows() implements RowShape {

  @Override
  public List<String> keyColumns() {
    return List.of("key");
  }

  @Override
  public String contentColumn() {
    return "value";
  }

  @Override
  public boolean dated() {
    return false;
  }

  @Override
  public Optional<String> updatedAt(byte[] content) {
    return Optional.empty();
  }

  @Override
  public List<String> values(String key) {
    return List.of(key);
  }

  @Override
  public String key(List<String> values) {
    return values.getFirst();
  }

  /// Not by LIKE, to which `_` and `%` in a prefix would mean something.
  @Override
  public Part part(Range range) {
    return new Part(
        "starts_with(key, ?)",
        List.of(range.prefix()),
        key -> range.deep() || key.indexOf('/', range.prefix().length()) < 0);
  }
}
