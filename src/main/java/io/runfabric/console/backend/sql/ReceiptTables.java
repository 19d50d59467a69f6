package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.document.EntryCollection;
import io.runfabric.console.backend.workspace.RowLayout;
import io.runfabric.console.backend.workspace.WorkspaceChoice;
import io.runfabric.console.config.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One project's share of a receipts table: its workspace's rows, and which others there are.
public record ReceiptTables(ReceiptTable table, String source, String tableName, String workspace) {

  /// Opens the share of the workspace that is the project's, or the one the user named.
  ///
  /// @throws BackendException with the choices when several workspaces may be the project's
  public static ReceiptTables open(
      SqlDialect dialect, Project project, Optional<String> namedWorkspace)
      throws BackendException {
    ReceiptTable table = new ReceiptTable(dialect);
    String workspace = WorkspaceChoice.choose(project, namedWorkspace, table.workspaces().keySet());
    return new ReceiptTables(table, dialect.source(), dialect.table(), workspace);
  }

  /// The receipts of the chosen workspace.
  public EntryCollection receipts() {
    return new EntryCollection(source, table, new RowLayout(tableName, workspace));
  }

  /// The workspace ids in the table.
  public List<WorkspaceRows> workspaces() throws BackendException {
    List<WorkspaceRows> rows = new ArrayList<>();
    for (Map.Entry<String, Long> count : table.workspaces().entrySet()) {
      rows.add(
          new WorkspaceRows(count.getKey(), count.getValue(), count.getKey().equals(workspace)));
    }
    return rows;
  }
}
