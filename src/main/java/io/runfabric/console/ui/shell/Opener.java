package io.runfabric.console.ui.shell;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens projects: those that were left open, and those the user names, one by one, by a folder or
/// on the command line.
///
/// @param requests what to ask for when the user names a file
/// @param options of the command line
/// @param show looks at a project
record Opener(
    OpenProjects projects,
    ProjectMemory memory,
    FolderModel folders,
    Function<Path, ProjectRequest> requests,
    BackendOptions options,
    Consumer<OpenProject> show,
    Consumer<String> say) {

  /// Opens what was open when the window was last used, and looks at what was looked at then.
  ///
  /// @param named what is looked at instead, if the user named something
  void begin(Optional<ProjectRequest> named) {
    Desk desk = memory.desk();
    memory.atOnce(() ->
        desk.projects()
            .forEach(left ->
                projects.add(
                    left.request(requests.apply(left.file())),
                    left.options(options),
                    left.name())));
    named.ifPresent(this::open);
    if (projects.active().isEmpty()) {
      desk.active()
          .flatMap(projects::of)
          .or(() -> projects.all().stream().findFirst())
          .ifPresent(projects::activate);
    }
    projects.all().stream().filter(open -> !open.begun()).forEach(projects::loadIfHere);
  }

  /// Opens the project a file or folder stands for. Below a folder that is none itself, projects
  /// are looked for.
  void open(Path path) {
    Optional<Path> file = ProjectFiles.meantBy(path);
    if (file.isPresent()) {
      open(requests.apply(file.get()), plain());
    } else if (Files.isDirectory(path)) {
      folders.search(path);
    } else {
      say.accept("There is no " + ProjectFiles.NAME + " at " + Homely.path(path));
    }
  }

  /// Opens several projects and looks at the first.
  void openAll(List<Path> files) {
    files.reversed().forEach(file -> memory.opened(added(requests.apply(file), plain())));
    files.stream().findFirst().flatMap(projects::of).ifPresent(show);
    files.forEach(file -> projects.of(file).ifPresent(projects::load));
  }

  /// As [#open(Path)], to be looked at as the request says. One that is open already is looked at
  /// as it is, unless the request says something of that.
  void open(ProjectRequest request) {
    Path path = request.workingDirectory().resolve(request.typed());
    if (!Files.isDirectory(path)) {
      open(request, options);
    } else if (Files.isRegularFile(path.resolve(ProjectFiles.NAME))) {
      open(request.withFile(request.typed().resolve(ProjectFiles.NAME)), options);
    } else {
      folders.search(path);
    }
  }

  private void open(ProjectRequest request, BackendOptions how) {
    OpenProject open = added(request, how);
    memory.opened(open);
    show.accept(open);
  }

  private OpenProject added(ProjectRequest request, BackendOptions how) {
    return projects.open(request, how, memory::nameOf);
  }

  // A workspace id that the command line names is that of one project.
  private BackendOptions plain() {
    return options.withWorkspace(Optional.empty());
  }
}
