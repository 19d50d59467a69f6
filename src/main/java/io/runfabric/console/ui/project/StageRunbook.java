package io.runfabric.console.ui.project;

import io.runfabric.console.config.Project;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.recover.Observations;
import io.runfabric.console.operation.recover.Runbook;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.operation.workspace.WorkspaceShare;
import io.runfabric.console.operation.workspace.WorkspaceShare.Likeness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the runbook says of one stage, made of the rows that are on screen: the same as `recover`
/// says, as far as rows tell it.
public final class StageRunbook {

  private StageRunbook() {}

  /// The situations of a stage, the most pressing first; none before the project is loaded.
  public static List<Situation> of(ProjectModel project, String stage) {
    Optional<Project> loaded = project.sessionProperty().get().map(ProjectSession::project);
    return loaded
        .map(open -> Runbook.of(seen(project, open, stage)).situations())
        .orElse(List.of());
  }

  private static Observations seen(ProjectModel project, Project open, String stage) {
    return new Observations(
        open,
        Optional.of(stage),
        project.entries().stream().filter(entry -> entry.stage().equals(stage)).toList(),
        List.of(),
        project.locks().stream().filter(lock -> lock.stage().equals(stage)).toList(),
        project.journals().stream().filter(journal -> journal.stage().equals(stage)).toList(),
        project.workspaces().stream()
            .map(rows ->
                new WorkspaceShare(
                    rows.id(), rows.entries(), rows.chosen(), Likeness.NONE, Map.of(), 0))
            .toList(),
        Set.of());
  }
}
