package io.runfabric.console.ui.app;

import io.runfabric.console.ui.write.Holds;
import javafx.stage.Stage;

/// Asks before the window is closed while it keeps stages locked, then gives them back first. Who
/// closes it a second time does not wait for a store that hangs: the locks end with their leases.
final class Leaving {

  private final Stage stage;
  private final Holds holds;
  private final Runnable close;

  /// @param close closes the window, once nothing is held any more
  Leaving(Stage stage, Holds holds, Runnable close) {
    this.stage = stage;
    this.holds = holds;
    this.close = close;
    holds
        .anyProperty()
        .addListener((_, _, any) -> {
          if (!any && holds.givingBack() && stage.isShowing()) {
            close.run();
          }
        });
  }

  /// The user wants to go.
  void leave() {
    if (holds.anyProperty().get() && !holds.givingBack()) {
      new ReleaseDialog(stage, holds.names(), holds::giveBack).show();
    } else {
      close.run();
    }
  }
}
