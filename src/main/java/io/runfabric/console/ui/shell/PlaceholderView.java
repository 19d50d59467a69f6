package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.style.EmptyState;
import javafx.scene.Node;

/// Stands where a table will be.
final class PlaceholderView implements View {

  private final Node node;

  PlaceholderView(Place.Kind kind) {
    node = new EmptyState(Commands.icon(kind), kind.title(), "This list comes with its table.");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {}
}
