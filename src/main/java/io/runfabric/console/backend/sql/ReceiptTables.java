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
public record ReceiptTables(SqlDialect dialect, RowStore table, String workspace) {

  /// Opens the share of the workspace that is the project's, or the one the user named.
  ///
  /// @throws BackendException with the choices when several workspaces may be the project's
  public static ReceiptTables open(
      SqlDialect dialect, Project project, Optional<String> namedWorkspace)
      throws BackendException {
    try {
      String workspace =
          WorkspaceChoice.choose(
              project, namedWorkspace, new WorkspaceCounts(dialect).all().keySet());
      return new ReceiptTables(
          dialect, new RowStore(dialect, new StageRows(dialect.table())), workspace);
    } catch (BackendException e) {
      dialect.close();
      throw e;
    }
  }

  /// The id that references to the table carry.
  public String source() {
    return dialect.source();
  }

  /// The receipts of the chosen workspace.
  public EntryCollection receipts() {
    return new EntryCollection(source(), table, new RowLayout(dialect.table(), workspace));
  }

  /// The workspace ids in the table.
  public List<WorkspaceRows> workspaces() throws BackendException {
    List<WorkspaceRows> rows = new ArrayList<>();
    for (Map.Entry<String, Long> count : new WorkspaceCounts(dialect).all().entrySet()) {
      rows.add(
          new WorkspaceRows(count.getKey(), count.getValue(), count.getKey().equals(workspace)));
    }
    return rows;
  }
}
