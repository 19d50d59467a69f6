package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.workspace.RowKey;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.UnreadableDocumentException;
import java.util.List;
import java.util.Optional;

/// A row for each stage of a workspace, as in a receipts table (FORMATS §2): `(workspace_id, stage,
/// data, updated_at)`. Keys are `<table>[<workspace>]/<stage>`.
///
/// @param table its name in keys
public record StageRows(String table) implements RowShape {

  @Override
  public List<String> keyColumns() {
    return List.of("workspace_id", "stage");
  }

  @Override
  public String contentColumn() {
    return "data";
  }

  @Override
  public boolean dated() {
    return true;
  }

  @Override
  public Optional<String> updatedAt(byte[] content) {
    try {
      return Optional.of(Json.object(content).path("updatedAt").asText(""));
    } catch (UnreadableDocumentException _) {
      return Optional.of("");
    }
  }

  @Override
  public List<String> values(String key) throws BackendException {
    RowKey row = row(key);
    return List.of(row.workspace(), row.stage());
  }

  @Override
  public String key(List<String> values) {
    return new RowKey(values.get(0), values.get(1)).text(table);
  }

  @Override
  public Part part(Range range) throws BackendException {
    return new Part("workspace_id = ?", List.of(row(range.prefix()).workspace()), _ -> true);
  }

  private RowKey row(String key) throws BackendException {
    return RowKey.parse(table, key)
        .orElseThrow(() ->
            new BackendException(
                Code.INVALID,
                "a key that is no row of " + table,
                "use a key that a listing shows"));
  }
}
