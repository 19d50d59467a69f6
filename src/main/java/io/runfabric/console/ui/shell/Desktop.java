package io.runfabric.console.ui.shell;

/// What lies beyond the window: the clipboard, the desktop and the browser.
public interface Desktop {

  /// Puts text on the clipboard.
  void copy(String text);

  /// Tells something on the desktop, for a user who may be looking elsewhere.
  void alert(String message);

  /// Shows a web address in the user's browser. Only ever called for an address the user clicked.
  void browse(String address);
}
