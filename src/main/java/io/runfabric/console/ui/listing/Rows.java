package io.runfabric.console.ui.listing;

import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/// Where the rows of a page come from.
///
/// @param state where reading them stands
/// @param load reads them anew
public record Rows<R>(
    ObservableList<R> list, ReadOnlyObjectProperty<LoadState> state, Runnable load) {

  /// Rows that are read together with everything else of the project.
  public static <R> Rows<R> of(ProjectModel project, ObservableList<R> list) {
    return new Rows<>(list, project.stateProperty(), project::load);
  }
}
