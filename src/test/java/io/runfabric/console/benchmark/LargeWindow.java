package io.runfabric.console.benchmark;

import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.WindowModel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Opens a large project's receipts in a window, on the headless platform, and prints: milliseconds
/// from opening it to the first rows on screen, to all of them, the most that was in the heap and
/// in memory, in MB.
///
/// Argument: the project's runfabric.yml.
final class LargeWindow {

  private LargeWindow() {}

  public static void main(String[] args) throws Exception {
    AtomicLong opened = new AtomicLong();
    AtomicLong first = new AtomicLong();
    AtomicLong all = new AtomicLong();
    MeasuredWindow.measure((window, painted) -> {
      Scene scene = window.show().getScene();
      opened.set(System.nanoTime());
      window.model().open(Path.of(args[0]));
      window.model().go(Place.RECEIPTS);
      scene.addPostLayoutPulseListener(() -> look(scene, window.model(), first, all, painted));
    });
    System.out.println(
        (first.get() - opened.get()) / 1_000_000
            + " "
            + (all.get() - opened.get()) / 1_000_000
            + " "
            + Command.peak()
            + " "
            + Command.resident());
    Runtime.getRuntime().halt(0);
  }

  private static void look(
      Scene scene, WindowModel model, AtomicLong first, AtomicLong all, CountDownLatch painted) {
    boolean rows = scene.lookup(".table-row-cell:filled") != null;
    if (rows) {
      first.compareAndSet(0, System.nanoTime());
    }
    boolean loaded =
        model
            .projectProperty()
            .get()
            .filter(open -> open.stateProperty().get() instanceof LoadState.Loaded)
            .isPresent();
    if (rows && loaded) {
      all.compareAndSet(0, System.nanoTime());
      painted.countDown();
    } else {
      Platform.requestNextPulse();
    }
  }
}
