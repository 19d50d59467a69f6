package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.document.EntryCollection;
import io.runfabric.console.backend.workspace.RowLayout;
import io.runfabric.console.backend.workspace.WorkspaceChoice;
import io.runfabric.console.config.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One project's share of a receipt table: its workspace's items, and which others there are.
public record ReceiptShare(ReceiptItems items, String source, String workspace) {

  /// Opens the share of the workspace that is the project's, or the one the user named.
  ///
  /// @throws BackendException with the choices when several workspaces may be the project's
  public static ReceiptShare open(
      ReceiptItems items, String source, Project project, Optional<String> namedWorkspace)
      throws BackendException {
    Set<String> present =
        namedWorkspace.isPresent()
            ? Set.of()
            : items.workspaces().present(WorkspaceChoice.candidates(project));
    return new ReceiptShare(
        items, source, WorkspaceChoice.choose(project, namedWorkspace, present));
  }

  /// The receipts of the chosen workspace.
  public EntryCollection receipts() {
    return new EntryCollection(source, items, new RowLayout(items.name(), workspace));
  }

  /// The workspace ids in the table. The engine needs no permission to scan it; without it, empty.
  public List<WorkspaceRows> workspaces() throws BackendException {
    try {
      return items.workspaces().all().entrySet().stream()
          .map(id -> new WorkspaceRows(id.getKey(), id.getValue(), id.getKey().equals(workspace)))
          .toList();
    } catch (BackendException e) {
      if (e.code() != Code.DENIED) {
        throw e;
      }
      return List.of();
    }
  }
}
