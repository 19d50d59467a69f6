package io.runfabric.console.operation.recover;

import io.runfabric.console.operation.recover.Situation.Kind;
import io.runfabric.console.operation.workspace.WorkspaceShare;
import java.util.ArrayList;
import java.util.List;

/// Rows of this project's service under an id that is not the one the project reads.
record WorkspaceSituations(Observations seen, Steps steps) {

  List<Situation> found() {
    String service = seen.project().service();
    List<Situation> found = new ArrayList<>();
    for (WorkspaceShare share : seen.workspaces()) {
      long rows = share.services().getOrDefault(service, 0L);
      if (!share.chosen() && rows > 0) {
        found.add(orphaned(share, rows));
      }
    }
    return found;
  }

  private Situation orphaned(WorkspaceShare share, long rows) {
    boolean elsewhere = !share.matches() && seen.otherCheckouts().contains(share.id());
    return new Situation(
        Kind.ORPHANED_WORKSPACE,
        elsewhere ? Urgency.NOTE : Urgency.WARNING,
        seen.project().service(),
        "",
        share.id(),
        elsewhere
            ? "Rows of this service lie under the folder of another checkout. That is as it should"
                + " be if both deploy stages of their own."
            : "Rows of this service lie under a workspace id that this project does not read, so"
                + " neither the engine nor the console sees them here. The folder was moved, or"
                + " the path was typed another way.",
        List.of(
            rows
                + (rows == 1 ? " row" : " rows")
                + " of "
                + seen.project().service()
                + " under "
                + share.id()
                + (share.matches() ? " (" + share.likeness().words() + ")" : ""),
            "this project reads " + steps.workspace()),
        List.of(
            steps.listWorkspaces(),
            steps.byHand("Make sure that no other checkout or machine deploys under that id."),
            steps.rekey(share.id(), true),
            steps.rekey(share.id(), false)));
  }
}
