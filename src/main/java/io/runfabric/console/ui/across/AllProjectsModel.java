package io.runfabric.console.ui.across;

import io.runfabric.console.config.Project;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.OpenProjects;
import io.runfabric.console.ui.shell.ProjectStatus;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open projects as a table, with sums, without nodes. Everything happens on the FX thread.
final class AllProjectsModel {

  /// A sum over the projects that were read.
  ///
  /// @param filter what narrows the table to the projects it comes from; empty for all
  record Tile(String title, long number, String caption, Tone tone, String filter) {}

  private final OpenProjects projects;
  private final Tasks tasks;
  private final TableModel<ProjectLine> table;
  private final ReadOnlyObjectWrapper<List<Tile>> tiles =
      new ReadOnlyObjectWrapper<>(this, "tiles", List.of());
  private final InvalidationListener onChange = _ -> show();
  private Map<Path, String> backups = Map.of();
  private List<Project> looked = List.of();

  AllProjectsModel(OpenProjects projects, Tasks tasks, Clock clock) {
    this.projects = projects;
    this.tasks = tasks;
    table = new TableModel<>(ProjectLine.columns(), ProjectLine::open, tasks, clock);
  }

  TableModel<ProjectLine> table() {
    return table;
  }

  ReadOnlyObjectProperty<List<Tile>> tilesProperty() {
    return tiles.getReadOnlyProperty();
  }

  /// Follows the projects from now on.
  void shown() {
    looked = List.of();
    projects.changesProperty().addListener(onChange);
    show();
  }

  /// Does not follow the projects any more.
  void hidden() {
    projects.changesProperty().removeListener(onChange);
  }

  private void show() {
    List<ProjectLine> lines =
        projects.all().stream()
            .map(open -> ProjectLine.of(open, backups.getOrDefault(open.file(), "")))
            .toList();
    table.setRows(lines);
    tiles.set(tiles(lines));
    lookForBackups();
  }

  private static List<Tile> tiles(List<ProjectLine> lines) {
    long astray = lines.stream().filter(AllProjectsModel::astray).count();
    return List.of(
        new Tile(
            "Projects",
            lines.size(),
            astray == 0 ? "open" : astray + (astray == 1 ? " needs a look" : " need a look"),
            astray == 0 ? Tone.NEUTRAL : Tone.WARNING,
            ""),
        sum(lines, "Entries", rows -> rows.receipts() + rows.records(), Tone.NEUTRAL, ""),
        sum(lines, "Held locks", Overview::locksHeld, Tone.NEUTRAL, ""),
        sum(lines, "Stale locks", Overview::locksStale, Tone.WARNING, "why:\"stale lock\""),
        sum(lines, "Interrupted", Overview::journalsInterrupted, Tone.DANGER, "why:interrupted"),
        sum(lines, "Unreadable", Overview::unreadable, Tone.DANGER, "why:\"unreadable entr\""));
  }

  private static boolean astray(ProjectLine line) {
    return line.status().kind() == ProjectStatus.Kind.ATTENTION
        || line.status().kind() == ProjectStatus.Kind.FAILED;
  }

  // A sum without all of its parts says so.
  private static Tile sum(
      List<ProjectLine> lines,
      String title,
      ToLongFunction<Overview> part,
      Tone tone,
      String filter) {
    List<Overview> read = lines.stream().map(ProjectLine::rows).flatMap(Optional::stream).toList();
    long sum = read.stream().mapToLong(part).sum();
    String caption =
        read.size() == lines.size()
            ? "in all projects"
            : "in " + read.size() + " of " + lines.size() + " read";
    return new Tile(title, sum, caption, sum > 0 ? tone : Tone.NEUTRAL, sum > 0 ? filter : "");
  }

  private void lookForBackups() {
    List<Project> read =
        projects.all().stream()
            .map(OpenProject::project)
            .flatMap(project -> project.sessionProperty().get().stream())
            .map(session -> session.project())
            .toList();
    if (read.equals(looked)) {
      return;
    }
    looked = read;
    tasks.start(
        Job.passing("Looking for backups", (_, _) -> newest(read), this::showBackups)
            .orElse(_ -> showBackups(Map.of())));
  }

  private static Map<Path, String> newest(List<Project> projects) throws IOException {
    Map<Path, String> found = new HashMap<>();
    for (Project project : projects) {
      BackupFolder.newest(project)
          .map(Instant::toString)
          .ifPresent(time -> found.put(project.file(), time));
    }
    return found;
  }

  private void showBackups(Map<Path, String> found) {
    if (!backups.equals(found)) {
      backups = found;
      show();
    }
  }
}
