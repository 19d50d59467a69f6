package io.runfabric.console.backend.sql;

import java.util.Optional;

/// A row's key as one text: `<table>[<workspace>]/<stage>`. In the workspace, `%` and `]` are
/// written `%25` and `%5D`.
record RowKey(String workspace, String stage) {

  String text(String table) {
    return prefix(table, workspace) + stage;
  }

  static String prefix(String table, String workspace) {
    return table + "[" + workspace.replace("%", "%25").replace("]", "%5D") + "]/";
  }

  static Optional<RowKey> parse(String table, String key) {
    String start = table + "[";
    int end = key.indexOf("]/");
    if (!key.startsWith(start) || end < 0) {
      return Optional.empty();
    }
    String workspace = key.substring(start.length(), end).replace("%5D", "]").replace("%25", "%");
    return Optional.of(new RowKey(workspace, key.substring(end + 2)));
  }
}
