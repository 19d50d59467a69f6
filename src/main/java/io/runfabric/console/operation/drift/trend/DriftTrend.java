package io.runfabric.console.operation.drift.trend;

import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.user.LineFile;
import io.runfabric.console.operation.user.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What a project's comparisons found over time, as this user's consoles made them: a line for
/// each, in `drift/` below the user's state folder, never in the project. Several processes may
/// write at once.
public final class DriftTrend {

  /// How many runs are told of, the newest.
  public static final int MOST = 1_000;

  private static final long FULL = 2L << 20;

  /// A run, and what changed by it.
  ///
  /// @param since empty where none that is comparable went before
  public record Point(DriftRun run, Optional<Since> since) {}

  /// What is otherwise than at the last comparable run. Something is gone also when this time it
  /// could not be looked at, which the run's `notChecked` tells.
  ///
  /// @param appeared ids that were not found then
  /// @param gone ids that are not found any more
  public record Since(Instant at, List<String> appeared, List<String> gone) {}

  /// The newest first.
  ///
  /// @param unreadable how many lines on the way were none
  public record Reading(List<Point> points, long unreadable) {}

  private final LineFile lines;
  private final Consumer<String> warnings;

  /// @param folder the user's state folder
  /// @param warnings told, in a sentence, that a run could not be remembered
  public DriftTrend(Path folder, Project project, Consumer<String> warnings) {
    this(folder, project, FULL, warnings);
  }

  DriftTrend(Path folder, Project project, long full, Consumer<String> warnings) {
    this.lines =
        new LineFile(
            new PrivateFolder(folder.resolve("drift")),
            Revision.ofText(project.file().toString()).hex().substring(0, 32),
            full,
            1);
    this.warnings = warnings;
  }

  /// Remembers a run. That it cannot be is told as a warning: what was found was found.
  public void keep(DriftRun run) {
    try {
      lines.append(Json.line(DriftRunFormat.json(run)));
    } catch (IOException e) {
      warnings.accept(
          "this run could not be remembered in "
              + lines.folder().path()
              + " ("
              + DiskFailure.of(e).reason()
              + ")");
    }
  }

  /// The newest runs.
  ///
  /// @param limit how many at most
  public Reading newest(int limit, Predicate<DriftRun> wanted) throws IOException {
    List<DriftRun> runs = new ArrayList<>();
    long unreadable = 0;
    for (Path file : lines.files().toList()) {
      for (String line : LineFile.lines(file).reversed()) {
        if (runs.size() == MOST) {
          break;
        }
        Optional<DriftRun> run = DriftRunFormat.read(line);
        run.ifPresent(runs::add);
        unreadable += run.isEmpty() ? 1 : 0;
      }
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < runs.size() && points.size() < limit; i++) {
      if (wanted.test(runs.get(i))) {
        points.add(point(runs.get(i), runs.subList(i + 1, runs.size())));
      }
    }
    return new Reading(List.copyOf(points), unreadable);
  }

  private static Point point(DriftRun run, List<DriftRun> before) {
    return new Point(
        run, before.stream().filter(run::comparable).findFirst().map(last -> since(run, last)));
  }

  private static Since since(DriftRun run, DriftRun last) {
    return new Since(last.at(), without(run.ids(), last.ids()), without(last.ids(), run.ids()));
  }

  private static List<String> without(List<String> ids, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return ids.stream().filter(id -> !known.contains(id)).toList();
  }
}
