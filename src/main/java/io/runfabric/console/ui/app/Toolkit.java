package io.runfabric.console.ui.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// JavaFX's toolkit, started once in a process.
public final class Toolkit {

  // Held here, because a logger nobody holds is forgotten together with its filter.
  private static final Logger LOG = Logger.getLogger("javafx");
  private static final Logger CONTROLS = Logger.getLogger("javafx.scene.control");

  private Toolkit() {}

  /// Starts the toolkit unless it runs.
  ///
  /// @throws UnsupportedOperationException when the system has no display to show a window on
  public static void start() {
    // JavaFX is on the class path on purpose: one folder of jars serves window and terminal.
    LOG.setFilter(entry ->
        entry.getMessage() == null
            || !entry.getMessage().contains("Unsupported JavaFX configuration"));
    // A list that is scrolled to its end says so.
    CONTROLS.setLevel(Level.WARNING);
    try {
      CompletableFuture<Void> started = new CompletableFuture<>();
      Platform.startup(() -> started.complete(null));
      started.join();
    } catch (IllegalStateException _) {
      // It runs already.
    }
  }

  /// Has something done on the FX thread and waits for what it returns.
  public static <T> T onScreen(Supplier<T> work) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("failed on the FX thread", e.getCause());
    }
  }
}
