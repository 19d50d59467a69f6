package io.runfabric.console.ui.listing;

import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.Ikon;

/// One kind of rows of a project, declared: what a page needs to list them.
///
/// @param key what tells a row from the others, and is the same after a reload: its document
/// @param rows where the project keeps them
/// @param subject what the detail pane shows of a row
/// @param command the words of the terminal command that shows the row, without program and project
/// @param filterPrompt what the empty filter field says
/// @param absence what the page says when there are none
public record Listing<R>(
    List<Column<R>> columns,
    Function<R, ?> key,
    Function<ProjectModel, ObservableList<R>> rows,
    Function<R, Subject> subject,
    Function<R, List<String>> command,
    RowCount count,
    String filterPrompt,
    Absence absence) {

  /// Why there are no rows, and what would bring them.
  public record Absence(Ikon icon, String title, String text) {}
}
