package io.runfabric.console.operation.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {

  @TempDir private Path home;

  @Test
  void onLinuxTheXdgRulesHold() {
    assertThat(UserFolders.of("Linux", home, Map.of()))
        .isEqualTo(
            new UserFolders(
                home.resolve(".config/runfabric-console"),
                home.resolve(".local/share/runfabric-console"),
                home.resolve(".local/state/runfabric-console")));

    Path config = home.resolve("c");
    Path data = home.resolve("d");
    Path state = home.resolve("s");
    assertThat(
            UserFolders.of(
                "Linux",
                home,
                Map.of(
                    "XDG_CONFIG_HOME", config.toString(),
                    "XDG_DATA_HOME", data.toString(),
                    "XDG_STATE_HOME", state.toString())))
        .isEqualTo(
            new UserFolders(
                config.resolve("runfabric-console"),
                data.resolve("runfabric-console"),
                state.resolve("runfabric-console")));
  }

  @Test
  void aVariableThatIsBlankOrRelativeIsIgnored() {
    assertThat(
            UserFolders.of("Linux", home, Map.of("XDG_CONFIG_HOME", " ", "XDG_DATA_HOME", "rel/d")))
        .isEqualTo(UserFolders.of("Linux", home, Map.of()));
  }

  @Test
  void onAMacEverythingIsInApplicationSupport() {
    Path support = home.resolve("Library/Application Support/runfabric-console");

    assertThat(UserFolders.of("Mac OS X", home, Map.of("XDG_CONFIG_HOME", "/elsewhere")))
        .isEqualTo(new UserFolders(support, support, support.resolve("state")));
  }

  @Test
  void onWindowsSettingsRoamAndDataStays() {
    assertThat(UserFolders.of("Windows 11", home, Map.of()))
        .isEqualTo(
            new UserFolders(
                home.resolve("AppData/Roaming/runfabric-console"),
                home.resolve("AppData/Local/runfabric-console"),
                home.resolve("AppData/Local/runfabric-console/state")));
    assertThat(
            UserFolders.of("Windows 11", home, Map.of("APPDATA", home.resolve("r").toString()))
                .settings())
        .isEqualTo(home.resolve("r/runfabric-console"));
  }

  @Test
  void theStateFolderCanBeNamedOnEverySystem() {
    Path other = home.resolve("elsewhere");
    for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      assertThat(
              UserFolders.of(system, home, Map.of("RUNFABRIC_CONSOLE_STATE", other.toString()))
                  .state())
          .isEqualTo(other);
      assertThat(UserFolders.of(system, home, Map.of("RUNFABRIC_CONSOLE_STATE", "relative")))
          .isEqualTo(UserFolders.of(system, home, Map.of()));
    }
  }

  @Test
  void theOnesOfThisUserAreAbsolute() {
    assertThat(UserFolders.ofThisUser().settings()).isAbsolute();
    assertThat(UserFolders.ofThisUser().data()).isAbsolute();
    assertThat(UserFolders.ofThisUser().state()).isAbsolute();
  }
}
