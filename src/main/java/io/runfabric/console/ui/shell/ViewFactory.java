package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Entry;
import java.time.Instant;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Makes the view that stands at a place.
public interface ViewFactory {

  /// A new view for a project.
  View create(Place.Kind kind, ViewContext context);

  /// What a project's first load has read so far.
  Node arriving(ObservableList<Entry> rows, Instant now);

  /// A new view for all projects.
  View create(Across page, AcrossContext context);
}
