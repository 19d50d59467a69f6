package io.runfabric.console.ui.across;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.ProjectStatus;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// One open project as a row. What is not known, because it was not read, is empty, never zero.
///
/// @param rows what was read of it
/// @param backup when its last backup was made, as its file's name tells; empty when none is known
record ProjectLine(
    OpenProject open,
    String name,
    ProjectStatus status,
    String stage,
    Optional<Overview> rows,
    String backup) {

  static ProjectLine of(OpenProject open, String backup) {
    return new ProjectLine(
        open,
        open.name(),
        open.status(),
        open.project()
            .sessionProperty()
            .get()
            .map(session -> session.project().stage())
            .or(() -> open.project().request().stage())
            .orElse(""),
        open.project().overviewProperty().get(),
        backup);
  }

  static List<Column<ProjectLine>> columns() {
    return List.of(
        Column.<ProjectLine>of("project", "Project", CellKind.TEXT, 168, ProjectLine::name)
            .withNote(line -> line.open().file().toString()),
        Column.<ProjectLine>of("state", "State", CellKind.BADGE, 104, line -> word(line.status()))
            .withTone(line -> tone(line.status()))
            .withNote(ProjectLine::why),
        Column.of("backend", "Backend", CellKind.TEXT, 80, ProjectLine::backend),
        Column.of("stage", "Stage", CellKind.STAGE, 80, ProjectLine::stage),
        number("entries", "Entries", 72, rows -> rows.receipts() + rows.records(), Tone.NEUTRAL),
        number("held", "Held", 60, Overview::locksHeld, Tone.NEUTRAL),
        number("stale", "Stale", 60, Overview::locksStale, Tone.WARNING),
        number("interrupted", "Interrupted", 92, Overview::journalsInterrupted, Tone.DANGER),
        number("unreadable", "Unreadable", 92, Overview::unreadable, Tone.DANGER),
        Column.time("deploy", "Last deploy", 100, ProjectLine::lastDeploy),
        Column.time("backup", "Last backup", 100, ProjectLine::backup)
            .withNote(line ->
                line.backup().isEmpty()
                    ? "No backup is known beside the project. One may be kept elsewhere."
                    : "As the name of the newest file in .runfabric/backup says; it was not read."),
        Column.of("folder", "Folder", CellKind.TEXT, 140, line -> line.open().folder()),
        Column.<ProjectLine>of("why", "Why", CellKind.TEXT, 200, ProjectLine::why).hidden());
  }

  /// Where a cell leads; empty for those that lead nowhere.
  static Optional<Place> place(String column) {
    return switch (column) {
      case "project", "state" -> Optional.of(Place.OVERVIEW);
      case "entries" -> Optional.of(Place.RECEIPTS);
      case "held" -> Optional.of(Place.LOCKS.filtered("state:held"));
      case "stale" -> Optional.of(Place.LOCKS.filtered("state:stale"));
      case "interrupted" -> Optional.of(Place.JOURNALS.filtered("status:interrupted"));
      case "unreadable" -> Optional.of(Place.RECEIPTS.filtered("health:unreadable"));
      default -> Optional.empty();
    };
  }

  static String word(ProjectStatus status) {
    return switch (status.kind()) {
      case NOT_LOADED -> "not loaded";
      case LOADING -> "loading";
      case FINE -> "fine";
      case ATTENTION -> "attention";
      case FAILED -> "failed";
    };
  }

  private static Tone tone(ProjectStatus status) {
    return status.kind() == ProjectStatus.Kind.FINE ? Tone.NEUTRAL : status.kind().tone();
  }

  private String why() {
    return status.words();
  }

  private String backend() {
    return open.kind().map(BackendKind::word).orElse("");
  }

  private String lastDeploy() {
    return rows.flatMap(all ->
            all.stages().stream().map(Overview.StageLine::updatedAt).max(Comparator.naturalOrder()))
        .orElse("");
  }

  private static Column<ProjectLine> number(
      String id, String title, double width, ToLongFunction<Overview> count, Tone tone) {
    ToLongFunction<ProjectLine> known =
        line -> line.rows().map(rows -> count.applyAsLong(rows)).orElse(-1L);
    return Column.<ProjectLine>of(
            id,
            title,
            CellKind.NUMBER,
            width,
            line -> line.rows().map(rows -> Long.toString(count.applyAsLong(rows))).orElse(""))
        .withRank(known)
        .withTone(line -> known.applyAsLong(line) > 0 ? tone : Tone.NEUTRAL);
  }
}
