package io.runfabric.console.ui.detail;

import javafx.scene.Node;
import javafx.scene.control.Tab;

/// A tab whose content is in the scene, and learns what to show, only while the tab is chosen: what
/// nobody sees takes no time.
class LazyTab extends Tab {

  private Runnable showing = () -> {};

  LazyTab(String title, Node content) {
    super(title);
    selectedProperty()
        .subscribe(chosen -> {
          setContent(chosen ? content : null);
          catchUp();
        });
  }

  /// Has the content shown something, now or once the tab is chosen.
  final void show(Runnable change) {
    showing = change;
    catchUp();
  }

  private void catchUp() {
    if (isSelected()) {
      Runnable change = showing;
      showing = () -> {};
      change.run();
    }
  }
}
