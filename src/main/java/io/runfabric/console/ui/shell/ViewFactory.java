package io.runfabric.console.ui.shell;

/// Makes the view that stands at a place.
public interface ViewFactory {

  /// A new view for a project.
  View create(Place.Kind kind, ViewContext context);

  /// A new view for all projects.
  View create(Across page, AcrossContext context);
}
