package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.List;

/// The rows of a plan in a table like any other.
///
/// @param model filters and sorts
record PlanTable(TableModel<PlanRow> model, StateTable<PlanRow> table) {

  /// What would be done.
  static PlanTable ofPlan(List<PlanRow> rows, Tasks tasks, Clock clock) {
    return of(
        List.of(
            entry(),
            Column.of("found", "Compared with what is stored", CellKind.TEXT, 220, PlanRow::found),
            Column.of("action", "Plan", CellKind.BADGE, 120, PlanRow::action)
                .withTone(PlanRow::tone)),
        rows,
        tasks,
        clock);
  }

  /// What is being done.
  static PlanTable ofRun(List<PlanRow> rows, EntryProgress entries, Tasks tasks, Clock clock) {
    PlanTable table =
        of(
            List.of(
                entry(),
                Column.of("action", "Plan", CellKind.BADGE, 120, PlanRow::action)
                    .withTone(PlanRow::tone),
                Column.<PlanRow>of(
                        "reached", "Done", CellKind.BADGE, 140, row -> word(entries, row))
                    .withTone(row -> tone(word(entries, row)))),
            rows,
            tasks,
            clock);
    entries.newsProperty().addListener((_, _, _) -> table.table().refresh());
    return table;
  }

  private static Column<PlanRow> entry() {
    return Column.of("entry", "Entry", CellKind.TEXT, 280, PlanRow::name);
  }

  private static String word(EntryProgress entries, PlanRow row) {
    String reached = entries.of(row.name());
    return reached.isEmpty() ? "waiting" : reached;
  }

  private static Tone tone(String word) {
    return switch (word) {
      case "waiting" -> Tone.NEUTRAL;
      case "written" -> Tone.ACCENT;
      default -> Tone.SUCCESS;
    };
  }

  private static PlanTable of(
      List<Column<PlanRow>> columns, List<PlanRow> rows, Tasks tasks, Clock clock) {
    TableModel<PlanRow> model = new TableModel<>(columns, PlanRow::name, tasks, clock);
    StateTable<PlanRow> table = new StateTable<>(model, clock.instant());
    table.setAccessibleText("What is planned, entry by entry");
    table.shown();
    model.setRows(rows);
    return new PlanTable(model, table);
  }
}
