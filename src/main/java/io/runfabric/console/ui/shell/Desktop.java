package io.runfabric.console.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/// What lies beyond the window: the clipboard, files, the desktop and the browser.
public interface Desktop {

  /// Puts text on the clipboard.
  void copy(String text);

  /// Tells something on the desktop, for a user who may be looking elsewhere.
  void alert(String message);

  /// Puts a secret on the clipboard, and takes it off again after [SecretClipboard#STAYS].
  void copySecret(String secret);

  /// Asks where a file is to be written; the user has agreed to replace one that is there. Empty
  /// when the user thought better of it.
  ///
  /// @param name what to call the file unless the user says otherwise
  /// @param kind what kind of file it is, such as `CSV`
  /// @param extension what its name ends with, without the dot
  Optional<Path> chooseFile(String name, String kind, String extension);

  /// Asks for a file that is there. Empty when the user thought better of it.
  ///
  /// @param kind what kind of file it is, such as `Backup`
  /// @param extensions what its name may end with, without the dot
  Optional<Path> chooseExisting(String kind, String... extensions);

  /// Shows a folder in the system's file manager.
  void showFolder(Path folder);

  /// Shows a web address in the user's browser. Only ever called for an address the user clicked.
  void browse(String address);
}
