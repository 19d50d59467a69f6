package io.runfabric.console.ui.listing;

import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/// Where the rows of a page come from.
///
/// @param state where reading them stands
/// @param load reads them anew
/// @param following told whether anybody looks at them
/// @param own whether they are read by themselves, and not together with the project
public record Rows<R>(
    ObservableList<R> list,
    ReadOnlyObjectProperty<LoadState> state,
    Runnable load,
    Following following,
    boolean own) {

  /// Keeps rows true as long as somebody looks at them.
  public interface Following {

    void shown();

    void hidden();
  }

  private static final Following BY_ITSELF =
      new Following() {
        @Override
        public void shown() {}

        @Override
        public void hidden() {}
      };

  /// Rows that are read together with everything else of the project, whoever looks at them.
  public static <R> Rows<R> of(ProjectModel project, ObservableList<R> list) {
    return new Rows<>(list, project.stateProperty(), project::load, BY_ITSELF, /* own= */ false);
  }

  /// Rows that are read by themselves, as long as somebody looks at them.
  public static <R> Rows<R> own(
      ObservableList<R> list,
      ReadOnlyObjectProperty<LoadState> state,
      Runnable load,
      Following following) {
    return new Rows<>(list, state, load, following, /* own= */ true);
  }
}
