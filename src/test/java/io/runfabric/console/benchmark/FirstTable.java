package io.runfabric.console.benchmark;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.app.ConsoleWindow;
import io.runfabric.console.ui.app.Toolkit;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Opens a project's receipts in a window, on the headless platform, and ends once the table was
/// painted with rows in it.
///
/// Argument: the project's runfabric.yml.
final class FirstTable {

  private FirstTable() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Path home = Files.createTempDirectory("first-table");
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Toolkit.start();
      CountDownLatch painted = new CountDownLatch(1);
      Toolkit.onScreen(() -> {
        WindowModel model =
            new WindowModel(
                new Tasks(workers, Platform::runLater),
                BackendOptions.standard(),
                new SettingsFile(home.resolve("window.json"), workers),
                ProjectRequest::of,
                home.resolve("state"));
        model.open(Path.of(args[0]));
        model.go(Place.RECEIPTS);
        Stage stage = new Stage();
        new ConsoleWindow(stage, model, home.resolve("sample")).show();
        watch(stage.getScene(), painted);
        return true;
      });
      painted.await();
    } finally {
      Cleanup.delete(home);
    }
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
