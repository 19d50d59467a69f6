package io.runfabric.console.ui.app;

import io.runfabric.console.ui.shell.SecretClipboard;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The clipboard of the system the window runs on.
final class SystemBoard implements SecretClipboard.Board {

  @Override
  public String text() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
  }

  @Override
  public void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void clear() {
    // Some systems keep what was there when a clipboard is only cleared.
    put("");
    Clipboard.getSystemClipboard().clear();
  }
}
