package io.runfabric.console.ui.shell;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Looks for the projects below a folder that the user named, in the background. Everything else
/// happens on the FX thread.
public final class FolderModel {

  /// What was found below a folder.
  ///
  /// @param notes what was not looked into, one sentence each
  public record Found(Path folder, List<Candidate> projects, List<String> notes) {

    /// One project below it.
    ///
    /// @param name its service; the folder's name where the configuration does not load
    /// @param place its folder, relative to the one that was searched
    /// @param kind where its state is kept; empty where the configuration does not load
    public record Candidate(Path file, String name, String place, String kind) {}
  }

  private final Tasks tasks;
  private final Function<Path, ProjectRequest> requests;
  private final Consumer<String> say;
  private final ReadOnlyObjectWrapper<Optional<Found>> found =
      new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
  private Optional<RunningTask> searching = Optional.empty();

  FolderModel(Tasks tasks, Function<Path, ProjectRequest> requests, Consumer<String> say) {
    this.tasks = tasks;
    this.requests = requests;
    this.say = say;
  }

  /// What the last search found: never empty-handed, and another object for each search.
  public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// Looks for projects; the search that is under way is given up for this one.
  public void search(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    searching.ifPresent(RunningTask::abandon);
    searching =
        Optional.of(
            tasks.start(
                Job.<Found>reading(
                        "Looking for projects in " + Homely.path(root),
                        (progress, cancellation) -> look(root, progress, cancellation),
                        this::show)
                    .telling(seen -> seen.projects().size() + " found")
                    .again(() -> search(folder))));
  }

  private Found look(Path root, Progress progress, Cancellation cancellation) throws IOException {
    FolderSearch.Found files = FolderSearch.below(root, progress, cancellation);
    List<Found.Candidate> projects = new ArrayList<>();
    progress.phase("reading configurations");
    for (Path file : files.files()) {
      cancellation.check();
      projects.add(described(root, file));
      progress.at(projects.size(), files.files().size());
    }
    return new Found(root, List.copyOf(projects), files.notes());
  }

  private Found.Candidate described(Path root, Path file) {
    Path folder = file.resolveSibling("").normalize();
    String place = root.equals(folder) ? "." : root.relativize(folder).toString();
    try {
      Project project = ProjectLoader.load(requests.apply(file)).project();
      return new Found.Candidate(file, project.service(), place, project.backend().kind().word());
    } catch (InvalidProjectException _) {
      return new Found.Candidate(file, String.valueOf(folder.getFileName()), place, "");
    }
  }

  private void show(Found seen) {
    searching = Optional.empty();
    if (seen.projects().isEmpty()) {
      say.accept(
          String.join(
                  " ",
                  "There is no "
                      + ProjectFiles.NAME
                      + " in "
                      + Homely.path(seen.folder())
                      + " or below.",
                  String.join(" ", seen.notes()))
              .strip());
    } else {
      found.set(Optional.of(seen));
    }
  }
}
