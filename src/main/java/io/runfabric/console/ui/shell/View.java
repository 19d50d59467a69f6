package io.runfabric.console.ui.shell;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.ui.table.Export;
import java.util.List;
import javafx.scene.Node;

/// One page in the middle of the window. Made once per open project and shown many times; what is
/// subscribed in [#shown()] is released in [#hidden()]. Everything happens on the FX thread.
public interface View {

  /// The page itself, always the same node.
  Node node();

  /// The page is on screen from now on.
  void shown();

  /// The page is off screen from now on. Also called when the project is closed.
  void hidden();

  /// Narrows what is shown to this text; without any everything is shown. Called before [#shown()];
  /// not called, the page is as it was left.
  default void filter(String text) {}

  /// Selects the row of a document, once it is there. Called before [#shown()].
  default void select(DocumentRef row) {}

  /// The user asked for fresh data; the project is loaded anew by whoever asks.
  default void refreshRequested() {}

  /// Whether the page has a table that can be exported.
  default boolean exports() {
    return false;
  }

  /// Writes the table as it is on screen.
  default void export(Export wanted) {}

  /// What can be done on the page now: first with the rows that are selected, then without any.
  default List<PageAction> offered() {
    return List.of();
  }

  /// Puts the keyboard into the filter field, if the page has one.
  default void focusFilter() {}
}
