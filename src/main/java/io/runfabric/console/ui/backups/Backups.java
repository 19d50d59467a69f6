package io.runfabric.console.ui.backups;

import io.runfabric.console.operation.snapshot.SnapshotFacts;
import io.runfabric.console.operation.snapshot.SnapshotScope;
import io.runfabric.console.ui.detail.ByteSize;
import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.listing.Listing;
import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.util.List;

/// The page of backups.
public final class Backups {

  private Backups() {}

  public static View page(ViewContext context) {
    BackupsModel model = new BackupsModel(context.tasks(), context.project(), context.clock());
    return new ListingView<>(listing(model), context, new BackupActions(context));
  }

  static Listing<BackupRow> listing(BackupsModel model) {
    return new Listing<>(
        columns(),
        BackupRow::ref,
        _ -> Rows.own(model.backups(), model.stateProperty(), model::read, model),
        (row, _) -> new Subject.OfBackup(row.known()),
        (row, project) ->
            project.commandWords(List.of("state", "restore", "--file", row.file().toString())),
        new RowCount("backup", "backups"),
        "Filter, such as state:damaged",
        new Listing.Absence(
            Icons.BACKUPS,
            "No backup yet",
            "A backup is one file with every receipt, state record, journal and lock of the"
                + " project. Make one before anything risky, or let CI make one every night."));
  }

  static List<Column<BackupRow>> columns() {
    return List.of(
        Column.time("made", "Made", 120, BackupRow::time),
        Column.<BackupRow>of("state", "State", CellKind.BADGE, 112, BackupRow::state)
            .withTone(Backups::tone)
            .withNote(row -> row.known().problem())
            .withRank(row -> row.good() ? 1 : 0),
        Column.number(
            "entries", "Entries", 88, BackupRow::entries, n -> n < 0 ? "" : Texts.number(n)),
        Column.of("scope", "Scope", CellKind.TEXT, 128, Backups::scope),
        Column.of(
            "backend", "Backend", CellKind.TEXT, 104, row -> row.text(SnapshotFacts::backend)),
        Column.<BackupRow>number(
            "size", "Size", 96, row -> row.known().fileBytes(), ByteSize::words),
        Column.of("by", "By", CellKind.TEXT, 112, Backups::createdBy),
        Column.of("file", "File", CellKind.MONO, 320, BackupRow::name),
        Column.<BackupRow>of(
                "writer", "Written by", CellKind.TEXT, 112, row -> row.text(f -> f.writer().word()))
            .hidden(),
        Column.<BackupRow>of(
                "sha256", "SHA-256", CellKind.MONO, 200, row -> row.text(SnapshotFacts::sha256))
            .hidden(),
        Column.<BackupRow>of("path", "Path", CellKind.MONO, 320, row -> row.file().toString())
            .hidden());
  }

  private static Tone tone(BackupRow row) {
    return switch (row.state()) {
      case "verified" -> Tone.SUCCESS;
      case "damaged" -> Tone.DANGER;
      case "partial" -> Tone.WARNING;
      default -> Tone.NEUTRAL;
    };
  }

  private static String scope(BackupRow row) {
    return row.text(facts ->
        facts
            .scope()
            .map(scope -> scope.wholeProject() ? "whole project" : scope.filterText())
            .orElse(""));
  }

  private static String createdBy(BackupRow row) {
    return row.text(facts -> facts.scope().map(SnapshotScope::createdBy).orElse(""));
  }
}
