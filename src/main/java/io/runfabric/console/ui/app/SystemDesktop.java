package io.runfabric.console.ui.app;

import io.runfabric.console.ui.shell.Desktop;
import io.runfabric.console.ui.shell.SecretClipboard;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Job;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/// The clipboard, the desktop and the browser of the system the window runs on.
final class SystemDesktop implements Desktop {

  private static final Set<String> WEB = Set.of("http", "https");

  private static final int ALERT_SECONDS = 15;

  private final WindowModel window;

  private final FileDialogs dialogs;
  private final SystemBoard board = new SystemBoard();
  private final SecretClipboard secrets = new SecretClipboard(board, SystemDesktop::later);

  SystemDesktop(WindowModel window, FileDialogs dialogs) {
    this.window = window;
    this.dialogs = dialogs;
  }

  @Override
  public void copy(String text) {
    board.put(text);
  }

  @Override
  public void copySecret(String secret) {
    secrets.copy(secret);
  }

  /// Leaves no secret behind on the clipboard.
  void close() {
    secrets.forget();
  }

  private static void later(java.time.Duration time, Runnable action) {
    PauseTransition pause = new PauseTransition(Duration.seconds((double) time.toSeconds()));
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  @Override
  public Optional<Path> chooseFile(String name, String kind, String extension) {
    return dialogs.save(name, kind, extension);
  }

  @Override
  public Optional<Path> chooseExisting(String kind, String... extensions) {
    return dialogs.existing(kind, List.of(extensions));
  }

  @Override
  public void showFolder(Path folder) {
    window
        .tasks()
        .start(
            Job.passing(
                "Opening the folder",
                (_, _) -> started(folder.toUri().toASCIIString()),
                opened -> {
                  if (!opened) {
                    copy(folder.toString());
                    window.say("No file manager was found. The path is on the clipboard.");
                  }
                }));
  }

  @Override
  public void alert(String message) {
    Notifications notification =
        Notifications.create()
            .title("RunFabric Console")
            .text(message)
            .hideAfter(Duration.seconds(ALERT_SECONDS))
            .position(Pos.BOTTOM_RIGHT);
    if (window.darkProperty().get()) {
      notification.darkStyle();
    }
    notification.showWarning();
  }

  @Override
  public void browse(String address) {
    window
        .tasks()
        .start(
            Job.passing(
                "Opening the browser",
                (_, _) -> open(address),
                opened -> {
                  if (!opened) {
                    copy(address);
                    window.say("No browser was found. The address is on the clipboard.");
                  }
                }));
  }

  /// Whether a browser took the address. What is no web address is not given to any program: a
  /// receipt could name one that runs something.
  private static boolean open(String address) {
    URI uri = URI.create(address);
    if (uri.getScheme() == null || !WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
      return false;
    }
    return started(uri.toASCIIString());
  }

  private static boolean started(String address) {
    try {
      new ProcessBuilder(command(address))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static List<String> command(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.contains("mac") ? "open" : "xdg-open", address);
  }
}
