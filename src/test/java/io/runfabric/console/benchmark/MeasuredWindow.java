package io.runfabric.console.benchmark;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.app.ConsoleWindow;
import io.runfabric.console.ui.app.Toolkit;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/// A window on the headless platform, in a JVM of its own, from its making until something was
/// painted.
final class MeasuredWindow {

  private final WindowModel model;
  private final Path home;

  private MeasuredWindow(WindowModel model, Path home) {
    this.model = model;
    this.home = home;
  }

  /// What is done with it, on the FX thread.
  interface Work {

    /// @param painted is to be counted down at the end
    void with(MeasuredWindow window, CountDownLatch painted);
  }

  /// Runs the work and waits until it says that it was painted.
  static void measure(Work work) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Path home = Files.createTempDirectory("measured-window");
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
        work.with(new MeasuredWindow(model, home), painted);
        return true;
      });
      painted.await();
    } finally {
      Cleanup.delete(home);
    }
  }

  WindowModel model() {
    return model;
  }

  Stage show() {
    Stage stage = new Stage();
    new ConsoleWindow(stage, model, home.resolve("sample")).show();
    return stage;
  }
}
