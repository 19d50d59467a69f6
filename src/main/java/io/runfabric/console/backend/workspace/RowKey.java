package io.runfabric.console.backend.workspace;

import java.util.Optional;

/// A row's key as one text: `<table>[<workspace>]/<stage>`. In the workspace, `%` and `]` are
/// written `%25` and `%5D`.
public record RowKey(String workspace, String stage) {

  /// The key of this row in a table.
  public String text(String table) {
    return prefix(table, workspace) + stage;
  }

  /// What the keys of all rows of a workspace start with.
  public static String prefix(String table, String workspace) {
    return table + "[" + workspace.replace("%", "%25").replace("]", "%5D") + "]/";
  }

  /// The row a key names; empty when it names none of this table.
  public static Optional<RowKey> parse(String table, String key) {
    String start = table + "[";
    int end = key.indexOf("]/");
    if (!key.startsWith(start) || end < 0) {
      return Optional.empty();
    }
    String workspace = key.substring(start.length(), end).replace("%5D", "]").replace("%25", "%");
    return Optional.of(new RowKey(workspace, key.substring(end + 2)));
  }
}
