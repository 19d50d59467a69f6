package io.runfabric.console.backend.local;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Names that Windows takes for something else than the file they say: a device, whatever follows
/// its first dot, or the same name without the dots and spaces at its end. What is written under
/// one would be gone, or would replace another document.
///
/// Source: "Naming Files, Paths, and Namespaces", Microsoft Learn.
final class WindowsNames {

  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?");

  private WindowsNames() {}

  /// Whether a path is on a disk of Windows and one of its names is not taken at its word there.
  static boolean mistakes(Path path) {
    if (!path.getFileSystem().getSeparator().equals("\\")) {
      return false;
    }
    for (Path name : path) {
      if (isMistaken(name.toString())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMistaken(String name) {
    return name.endsWith(".") || name.endsWith(" ") || DEVICE.matcher(name).matches();
  }
}
