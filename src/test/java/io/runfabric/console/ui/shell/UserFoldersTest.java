package io.runfabric.console.ui.shell;

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
                home.resolve(".local/share/runfabric-console")));

    Path config = home.resolve("c");
    Path data = home.resolve("d");
    assertThat(
            UserFolders.of(
                "Linux",
                home,
                Map.of("XDG_CONFIG_HOME", config.toString(), "XDG_DATA_HOME", data.toString())))
        .isEqualTo(
            new UserFolders(
                config.resolve("runfabric-console"), data.resolve("runfabric-console")));
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
        .isEqualTo(new UserFolders(support, support));
  }

  @Test
  void onWindowsSettingsRoamAndDataStays() {
    assertThat(UserFolders.of("Windows 11", home, Map.of()))
        .isEqualTo(
            new UserFolders(
                home.resolve("AppData/Roaming/runfabric-console"),
                home.resolve("AppData/Local/runfabric-console")));
    assertThat(
            UserFolders.of("Windows 11", home, Map.of("APPDATA", home.resolve("r").toString()))
                .settings())
        .isEqualTo(home.resolve("r/runfabric-console"));
  }

  @Test
  void theOnesOfThisUserAreAbsolute() {
    assertThat(UserFolders.ofThisUser().settings()).isAbsolute();
    assertThat(UserFolders.ofThisUser().data()).isAbsolute();
  }
}
