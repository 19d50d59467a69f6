package io.runfabric.console.ui.drift;

import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.listing.Listing;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.util.List;

/// The page of drift, and its table.
public final class Drifts {

  private Drifts() {}

  public static View page(ViewContext context) {
    DriftModel model =
        new DriftModel(
            context.tasks(),
            context.project(),
            context.clock(),
            context.writes().folder(),
            message -> {
              context.desktop().alert(message);
              context.notify(message);
            });
    return new DriftView(model, context);
  }

  static Listing<DriftRow> listing(DriftModel model) {
    return new Listing<>(
        columns(),
        DriftRow::ref,
        _ -> Rows.own(model.rows(), model.loadingProperty(), model::check, FOLLOWS_NOTHING),
        (row, _) -> subject(row),
        (_, project) -> project.commandWords(model.command()),
        new RowCount("result", "results"),
        "Filter, such as severity:critical",
        new Listing.Absence(
            Icons.OK, "No drift", "Everything that was compared is as it should be."));
  }

  private static final Rows.Following FOLLOWS_NOTHING =
      new Rows.Following() {
        @Override
        public void shown() {}

        @Override
        public void hidden() {}
      };

  private static Subject subject(DriftRow row) {
    return switch (row) {
      case DriftRow.Found(var finding) -> Subject.OfFinding.counting(finding);
      case DriftRow.Ignored(var ignored) -> Subject.OfFinding.ignored(ignored);
      case DriftRow.Unchecked(var unchecked) -> new Subject.OfUnchecked(unchecked);
    };
  }

  static List<Column<DriftRow>> columns() {
    return List.of(
        Column.<DriftRow>of("severity", "Severity", CellKind.BADGE, 112, DriftRow::severity)
            .withTone(DriftRow::tone)
            .withRank(DriftRow::rank),
        Column.of("source", "Compared with", CellKind.TEXT, 120, DriftRow::source),
        Column.of("subject", "What", CellKind.TEXT, 224, DriftRow::subject),
        Column.of("finding", "Finding", CellKind.TEXT, 320, row -> Texts.sentence(row.sentence())),
        Column.of("expected", "Expected", CellKind.MONO, 160, DriftRow::expected),
        Column.of("actual", "Actual", CellKind.MONO, 160, DriftRow::actual),
        Column.<DriftRow>of("stage", "Stage", CellKind.STAGE, 104, DriftRow::stage).hidden(),
        Column.<DriftRow>of("path", "Path", CellKind.MONO, 200, DriftRow::path).hidden(),
        Column.<DriftRow>of(
                "id", "Id", CellKind.MONO, 120, row -> row.finding().map(f -> f.id()).orElse(""))
            .hidden());
  }
}
