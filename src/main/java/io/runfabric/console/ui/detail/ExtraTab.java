package io.runfabric.console.ui.detail;

import javafx.scene.Node;

/// A page of the pane that is filled by itself, and only once somebody looks at it.
public interface ExtraTab {

  String title();

  /// The page, always the same node.
  Node node();

  /// Shows a row, perhaps the one that is shown already.
  void show(Subject subject);

  /// What the page takes in the background is of no use any more.
  void hidden();
}
