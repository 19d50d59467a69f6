package io.runfabric.console.benchmark;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.app.ConsoleWindow;
import io.runfabric.console.ui.app.Toolkit;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Opens a large project's receipts in a window, on the headless platform, and prints: milliseconds
/// from opening it to the first rows on screen, to all of them, the most that was in the heap and
/// in memory, in MB.
///
/// Argument: the project's runfabric.yml.
final class LargeWindow {

  private LargeWindow() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Path home = Files.createTempDirectory("large-window");
    AtomicLong first = new AtomicLong();
    CountDownLatch loaded = new CountDownLatch(1);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Toolkit.start();
      long opened =
          Toolkit.onScreen(() -> {
            WindowModel model =
                new WindowModel(
                    new Tasks(workers, Platform::runLater),
                    BackendOptions.standard(),
                    new SettingsFile(home.resolve("window.json"), workers),
                    ProjectRequest::of,
                    home.resolve("state"));
            Stage stage = new Stage();
            new ConsoleWindow(stage, model, home.resolve("sample")).show();
            long now = System.nanoTime();
            model.open(Path.of(args[0]));
            model.go(Place.RECEIPTS);
            stage
                .getScene()
                .addPostLayoutPulseListener(() -> {
                  boolean rows = stage.getScene().lookup(".table-row-cell:filled") != null;
                  if (rows && first.get() == 0) {
                    first.set(System.nanoTime());
                  }
                  boolean all =
                      model
                          .projectProperty()
                          .get()
                          .filter(open -> open.stateProperty().get() instanceof LoadState.Loaded)
                          .isPresent();
                  if (rows && all) {
                    loaded.countDown();
                  } else {
                    Platform.requestNextPulse();
                  }
                });
            return now;
          });
      loaded.await();
      long all = System.nanoTime();
      System.out.println(
          (first.get() - opened) / 1_000_000
              + " "
              + (all - opened) / 1_000_000
              + " "
              + Command.peak()
              + " "
              + Command.resident());
    } finally {
      Cleanup.delete(home);
    }
    Runtime.getRuntime().halt(0);
  }
}
