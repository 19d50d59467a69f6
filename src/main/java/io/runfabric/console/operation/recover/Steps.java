package io.runfabric.console.operation.recover;

import io.runfabric.console.config.Project;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.operation.recover.Step.Way;
import io.runfabric.console.operation.workspace.WorkspaceShare;
import io.runfabric.console.operation.workspace.WorkspaceTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The steps that runbooks are put together from, with this project's names filled in.
final class Steps {

  private final Project project;
  private final List<WorkspaceShare> workspaces;

  Steps(Observations seen) {
    this.project = seen.project();
    this.workspaces = seen.workspaces();
  }

  Step look(String stage) {
    return console(
        "Look at everything the stage has.",
        new Action.Inspect(stage),
        words("inspect", "--stage", stage));
  }

  Step backUp(String stage) {
    return console(
        "Back up what is there.",
        new Action.BackUp(stage),
        words("state", "backup", "--stage", stage));
  }

  /// For a stage with something that does not load, which a backup otherwise refuses to pass over.
  Step backUpDamaged(String stage) {
    return console(
        "Back up what is there, the damaged bytes too.",
        new Action.BackUp(stage),
        words("state", "backup", "--stage", stage, "--allow-partial"));
  }

  Step restore(String stage) {
    return console(
        "Put it back from a backup: see what would change, then leave --dry-run away.",
        new Action.Restore(stage),
        words(
            "state", "restore", "--file", "BACKUP.json", "--only", "stage=" + stage, "--dry-run"));
  }

  /// @param place the store to name where a stage has several journals; empty for the only one
  Step archive(String what, Journal journal, String place) {
    List<String> words = words("recover", "--archive", "--stage", journal.stage());
    if (!place.isEmpty()) {
      words.addAll(List.of("--place", place));
    }
    return console(what, new Action.Archive(journal), words);
  }

  Step unlock(String what, Lock lock) {
    String service = lock.service().isEmpty() ? project.service() : lock.service();
    List<String> words =
        words("state", "force-unlock", "--service", service, "--stage", lock.stage());
    if (!lock.provider().isEmpty()) {
      words.addAll(List.of("--provider", lock.provider()));
    }
    return console(what, new Action.Unlock(lock), words);
  }

  Step listWorkspaces() {
    return console(
        "See which rows lie under which id.",
        new Action.ListWorkspaces(),
        words("workspace", "list"));
  }

  Step rekey(String from, boolean dryRun) {
    String to = workspace();
    List<String> words = words("workspace", "rekey", "--from", from, "--to", to);
    if (dryRun) {
      words.add("--dry-run");
    }
    return console(
        dryRun
            ? "See what moving them to this project's id would do."
            : "Move them. The result names the command that moves them back.",
        new Action.Rekey(from, to, dryRun),
        words);
  }

  Step engine(String what, String stage, String... words) {
    List<String> line = new ArrayList<>(List.of("runfabric"));
    line.addAll(List.of(words));
    return new Step(what, new Way.ByEngine(engineLine(line, stage)));
  }

  Step byHand(String what) {
    return new Step(what, new Way.ByHand());
  }

  /// The id this project's rows are under.
  String workspace() {
    return workspaces.stream()
        .filter(WorkspaceShare::chosen)
        .map(WorkspaceShare::id)
        .findFirst()
        .orElse(project.typedFolder());
  }

  // The engine keys rows by the folder as it is typed, so the path must be typed as it was before.
  private String engineLine(List<String> words, String stage) {
    String file = project.file().getFileName() + "";
    String id = workspace();
    String configuration = project.file().toString();
    String before = "";
    if (WorkspaceTable.keyedByWorkspace(project.backend().kind())) {
      if (id.equals(".")) {
        configuration = file;
        before = cd(project.folder());
      } else if (id.equals(project.typedFolder()) && !Path.of(id).isAbsolute()) {
        configuration = id + "/" + file;
        before = cd(above(Path.of(id)));
      }
    }
    List<String> line = new ArrayList<>(words);
    line.addAll(List.of("-c", configuration, "--stage", stage));
    return before + ShellWords.line(line);
  }

  private static String cd(Path folder) {
    return ShellWords.line(List.of("cd", folder.toString())) + " && ";
  }

  private Path above(Path typed) {
    Path folder = project.folder();
    for (int i = 0; i < typed.normalize().getNameCount(); i++) {
      Path parent = folder.getParent();
      if (parent != null) {
        folder = parent;
      }
    }
    return folder;
  }

  private List<String> words(String... words) {
    List<String> line = new ArrayList<>(List.of("runfabric-console"));
    line.addAll(List.of(words));
    return line;
  }

  private Step console(String what, Action action, List<String> words) {
    List<String> line = new ArrayList<>(words);
    boolean keyed = WorkspaceTable.keyedByWorkspace(project.backend().kind());
    boolean namesIds = line.contains("workspace");
    if (keyed && !namesIds && workspaces.stream().anyMatch(WorkspaceShare::chosen)) {
      line.addAll(List.of("--workspace", workspace()));
    }
    line.addAll(List.of("-c", project.file().toString()));
    return new Step(what, new Way.ByConsole(action, ShellWords.line(line)));
  }
}
