package io.runfabric.console.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemDesktopTest {

  @TempDir private Path folder;

  @Test
  void anAlertStandsOnTheDesktopOutsideTheWindow() throws Exception {
    Toolkit.start();
    Platform.setImplicitExit(false);
    Stage stage =
        Toolkit.onScreen(() -> {
          Stage shown = new Stage();
          shown.setScene(new Scene(new StackPane(), 300, 200));
          shown.show();
          return shown;
        });

    String said =
        Toolkit.onScreen(() -> {
          new SystemDesktop(model(), FileDialogs.ofTheSystem(stage))
              .alert("The lock of dev has turned stale.");
          String texts = String.join("\n", popups());
          stage.close();
          return texts;
        });

    assertThat(said).contains("RunFabric Console", "The lock of dev has turned stale.");
  }

  private WindowModel model() {
    return new WindowModel(
        new Tasks(Runnable::run, Runnable::run),
        BackendOptions.standard(),
        new SettingsFile(folder.resolve("window.json"), Runnable::run),
        ProjectRequest::of,
        folder);
  }

  private static List<String> popups() {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .flatMap(popup -> texts(popup.getScene().getRoot()).stream())
        .toList();
  }

  private static List<String> texts(Node node) {
    if (node instanceof Labeled labeled) {
      return Optional.ofNullable(labeled.getText()).stream().toList();
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(child -> texts(child).stream()).toList()
        : List.of();
  }
}
