package io.runfabric.console.ui.app;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.user.UserFolders;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Tasks;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The door to the window.
public final class WindowStarter {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  private WindowStarter() {}

  /// Opens the window and returns when it is closed.
  ///
  /// @param request the project to open beside those that were left open; without one the window
  ///   comes back as it was left
  /// @param readOnly whether it starts in read-only mode
  /// @return 0, or 1 when there is no display to show a window on
  public static int open(
      Optional<ProjectRequest> request, BackendOptions options, boolean readOnly) {
    try {
      Toolkit.start();
    } catch (UnsupportedOperationException e) {
      System.err.println("cannot open a window: " + e.getMessage());
      System.err.println("Run a command instead; --help lists them.");
      return FAILED;
    }
    UserFolders folders = UserFolders.ofThisUser();
    CountDownLatch closed = new CountDownLatch(1);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      SettingsFile settings = new SettingsFile(folders.settings().resolve("window.json"), workers);
      Platform.setImplicitExit(false);
      Toolkit.onScreen(() -> {
        WindowModel model =
            new WindowModel(
                new Tasks(workers, Platform::runLater, options.clock()),
                options,
                settings,
                ProjectRequest::of,
                folders.state());
        model.readOnlyProperty().set(readOnly);
        // First, so that projects are read while the window is made.
        model.begin(request);
        show(model, folders, closed);
        return true;
      });
      closed.await();
      settings.write();
      return DONE;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return FAILED;
    } finally {
      Platform.exit();
    }
  }

  private static void show(WindowModel model, UserFolders folders, CountDownLatch closed) {
    Stage stage = new Stage();
    ConsoleWindow window =
        new ConsoleWindow(stage, model, folders.data().resolve("sample-project"));
    stage
        .showingProperty()
        .addListener((_, _, showing) -> {
          if (!showing) {
            Platform.runLater(closed::countDown);
          }
        });
    window.show();
  }
}
