package io.runfabric.console.operation.migrate;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.change.ChangePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What is odd about a target: whose else it is, and which stage it seems to be meant for.
record TargetLook(ProjectSession target, ChangePlan plan) {

  List<String> warnings() throws BackendException {
    List<String> warnings = new ArrayList<>();
    others(warnings);
    workspaces(warnings);
    otherStage(warnings);
    return warnings;
  }

  private void others(List<String> warnings) {
    String service = target.project().service();
    for (Map.Entry<String, Long> one : plan.besides().entrySet()) {
      String entries = one.getValue() + (one.getValue() == 1 ? " entry" : " entries");
      if (one.getKey().isEmpty()) {
        warnings.add("the target holds " + entries + " whose service cannot be told");
      } else if (one.getKey().equals(service)) {
        warnings.add(
            "the target holds " + entries + " of this service that the source does not; kept");
      } else {
        warnings.add("the target also holds " + entries + " of service " + one.getKey());
      }
    }
  }

  private void workspaces(List<String> warnings) throws BackendException {
    for (WorkspaceRows rows : target.backend().workspaces()) {
      if (!rows.chosen()) {
        warnings.add(
            "the target's table also holds "
                + rows.entries()
                + (rows.entries() == 1 ? " entry" : " entries")
                + " under workspace "
                + rows.id());
      }
    }
  }

  private void otherStage(List<String> warnings) {
    Project project = target.project();
    if (project.backend().kind() == BackendKind.LOCAL
        || project.backend().kind() == BackendKind.SQLITE) {
      return;
    }
    Set<String> stages = new TreeSet<>();
    plan.changes().forEach(change -> stages.add(change.stage()));
    StageNames.stranger(target.backend().location(), stages, project.stages())
        .ifPresent(word ->
            warnings.add(
                "the target, "
                    + target.backend().location()
                    + ", looks like it is meant for "
                    + word
                    + "; what goes there is of "
                    + String.join(", ", stages)));
  }
}
