package io.runfabric.console.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this user's settings and data belong on this system.
///
/// @param settings for what is worth carrying to another computer
/// @param data for what is not
public record UserFolders(Path settings, Path data) {

  private static final String NAME = "runfabric-console";

  /// This process's user and system.
  public static UserFolders ofThisUser() {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  static UserFolders of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new UserFolders(
          folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")),
          folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local")));
    }
    if (name.startsWith("mac")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve(NAME);
      return new UserFolders(support, support);
    }
    return new UserFolders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")));
  }

  // The XDG rules say that a relative path is to be ignored; it makes no sense elsewhere either.
  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String set = environment.getOrDefault(variable, "");
    Path base = set.isBlank() || !Path.of(set).isAbsolute() ? otherwise : Path.of(set);
    return base.resolve(NAME);
  }
}
