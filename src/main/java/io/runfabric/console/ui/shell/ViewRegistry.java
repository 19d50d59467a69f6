package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.overview.OverviewView;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// Which view stands at which place.
public final class ViewRegistry {

  private final Map<Place.Kind, Function<ViewContext, View>> factories =
      new EnumMap<>(Place.Kind.class);

  /// The console's own views.
  public ViewRegistry() {
    factories.put(Place.Kind.OVERVIEW, OverviewView::new);
    factories.put(Place.Kind.RECEIPTS, _ -> new PlaceholderView(Place.Kind.RECEIPTS));
    factories.put(Place.Kind.LOCKS, _ -> new PlaceholderView(Place.Kind.LOCKS));
    factories.put(Place.Kind.JOURNALS, _ -> new PlaceholderView(Place.Kind.JOURNALS));
  }

  /// A new view for a project.
  public View create(Place.Kind kind, ViewContext context) {
    Function<ViewContext, View> factory = factories.get(kind);
    if (factory == null) {
      throw new IllegalArgumentException("no view for " + kind);
    }
    return factory.apply(context);
  }
}
