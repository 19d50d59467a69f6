package io.runfabric.console.benchmark;

import io.runfabric.console.ui.shell.Place;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Opens a project's receipts in a window, on the headless platform, and ends once the table was
/// painted with rows in it.
///
/// Argument: the project's runfabric.yml.
final class FirstTable {

  private FirstTable() {}

  public static void main(String[] args) throws Exception {
    MeasuredWindow.measure((window, painted) -> {
      window.model().open(Path.of(args[0]));
      window.model().go(Place.RECEIPTS);
      watch(window.show().getScene(), painted);
    });
    // The window is not closed in good order: how long that takes is not what is measured.
    Runtime.getRuntime().halt(0);
  }

  private static void watch(Scene scene, CountDownLatch painted) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private int pulses;

          @Override
          public void run() {
            Node row = scene.lookup(".state-table .table-row-cell:filled");
            pulses = row == null ? 0 : pulses + 1;
            if (pulses > 1) {
              painted.countDown();
            } else {
              Platform.requestNextPulse();
            }
          }
        });
  }
}
