package io.runfabric.console.backend.workspace;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.config.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which workspace id of a shared table is a project's. The engine writes the folder of
/// runfabric.yml as its user typed it, so one project's rows can be under its absolute path, the
/// path as typed, or `.`; which one is never guessed when several are there.
public final class WorkspaceChoice {

  private WorkspaceChoice() {}

  /// The named id, else the one matching id that is present, else the id the engine would write.
  ///
  /// @throws BackendException with the choices when several matching ids are present
  public static String choose(Project project, Optional<String> named, Set<String> present)
      throws BackendException {
    if (named.isPresent()) {
      return named.get();
    }
    List<String> matching = candidates(project).stream().filter(present::contains).toList();
    if (matching.size() > 1) {
      throw new BackendException(
          Code.AMBIGUOUS_WORKSPACE,
          "the database holds state of this folder under several workspace ids: "
              + String.join(", ", matching),
          "choose one with --workspace, for example --workspace " + matching.getFirst(),
          matching);
    }
    return matching.isEmpty() ? project.typedFolder() : matching.getFirst();
  }

  /// The ids the engine may have written for this project, the least mistakable first.
  public static List<String> candidates(Project project) {
    Path folder = project.folder();
    return Stream.of(folder.toString(), folder.toString() + "/", project.typedFolder(), ".")
        .distinct()
        .toList();
  }
}
