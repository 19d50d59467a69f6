package io.runfabric.console.ui.listing;

import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.kordamp.ikonli.Ikon;

/// One kind of rows of a project, declared: what a page needs to list them.
///
/// @param key what tells a row from the others, and is the same after a reload: its document
/// @param rows where they come from
/// @param subject what the detail pane shows of a row
/// @param command the words of the terminal command that goes with a row
/// @param filterPrompt what the empty filter field says
/// @param absence what the page says when there are none
public record Listing<R>(
    List<Column<R>> columns,
    Function<R, ?> key,
    Function<ProjectModel, Rows<R>> rows,
    BiFunction<R, ProjectModel, Subject> subject,
    BiFunction<R, ProjectModel, List<String>> command,
    RowCount count,
    String filterPrompt,
    Absence absence) {

  /// Why there are no rows, and what would bring them.
  public record Absence(Ikon icon, String title, String text) {}
}
