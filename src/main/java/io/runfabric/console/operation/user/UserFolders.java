package io.runfabric.console.operation.user;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this user's settings and data belong on this system.
///
/// @param settings for what is worth carrying to another computer
/// @param data for what is not
/// @param state for what tells of work on this computer: the activity log, the locks held;
///   `RUNFABRIC_CONSOLE_STATE` names another folder
public record UserFolders(Path settings, Path data, Path state) {

  private static final String NAME = "runfabric-console";
  private static final String STATE = "RUNFABRIC_CONSOLE_STATE";

  /// This process's user and system.
  public static UserFolders ofThisUser() {
    return of(System.getenv());
  }

  /// This process's user and system, with other environment variables.
  public static UserFolders of(Map<String, String> environment) {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        environment);
  }

  static UserFolders of(String system, Path home, Map<String, String> environment) {
    UserFolders usual = usual(system.toLowerCase(Locale.ROOT), home, environment);
    String other = environment.getOrDefault(STATE, "");
    return absolute(other) ? new UserFolders(usual.settings, usual.data, Path.of(other)) : usual;
  }

  private static UserFolders usual(String system, Path home, Map<String, String> environment) {
    if (system.startsWith("windows")) {
      Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
      return new UserFolders(
          folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")),
          local,
          local.resolve("state"));
    }
    if (system.startsWith("mac")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve(NAME);
      return new UserFolders(support, support, support.resolve("state"));
    }
    return new UserFolders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String set = environment.getOrDefault(variable, "");
    Path base = absolute(set) ? Path.of(set) : otherwise;
    return base.resolve(NAME);
  }

  // The XDG rules say that a relative path is to be ignored; it makes no sense elsewhere either.
  private static boolean absolute(String set) {
    return !set.isBlank() && Path.of(set).isAbsolute();
  }
}
