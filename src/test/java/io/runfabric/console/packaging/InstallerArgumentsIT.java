package io.runfabric.console.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds `jpackage.cfg` and the files beside it against what `mvn package` leaves, so that neither
/// moves without the other.
class InstallerArgumentsIT {

  private static final Path PROGRAM = Path.of("jpackage.cfg");
  private static final Path STATE = Path.of("packaging/launchers/runfabric-state.properties");

  @Test
  void theFilesItNamesAreThere() throws IOException {
    assertThat(Path.of(only(PROGRAM, "--input"), only(PROGRAM, "--main-jar"))).isRegularFile();
    assertThat(Path.of(only(PROGRAM, "--add-launcher").replace("runfabric-state=", "")))
        .isEqualTo(STATE)
        .isRegularFile();
    assertThat(Path.of(only(PROGRAM, "--input"), "legal"))
        .isDirectoryContaining("glob:**/THIRD-PARTY.txt")
        .isDirectoryContaining("glob:**/sbom.cdx.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "mac", "windows"})
  void theFilesOfEveryPlatformAreThere(String platform) throws IOException {
    Path image = Path.of("packaging", platform, "image.cfg");

    assertThat(Path.of(only(image, "--icon"))).isRegularFile();
    assertThat(values(image, "--app-content"))
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void itStartsTheJarsOwnClasses() throws IOException {
    try (JarFile jar = jar()) {
      assertThat(only(PROGRAM, "--main-class"))
          .isEqualTo(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
      assertThat(jar.getEntry(state("main-class").replace('.', '/') + ".class")).isNotNull();
    }
  }

  @Test
  void itGivesTheJarsVersion() throws IOException {
    try (JarFile jar = jar()) {
      String version =
          jar.getManifest()
              .getMainAttributes()
              .getValue(Attributes.Name.IMPLEMENTATION_VERSION)
              .replace("-SNAPSHOT", "");

      for (String platform : List.of("linux", "windows")) {
        assertThat(only(Path.of("packaging", platform, "image.cfg"), "--app-version"))
            .isEqualTo(version);
      }
    }
  }

  @Test
  void itGivesTheJvmTheLaunchersFlags() throws IOException {
    String launcher = Files.readString(Path.of("target/runfabric-console/bin/runfabric-console"));

    assertThat(values(PROGRAM, "--java-options"))
        .contains("-XX:AOTCache=$APPDIR/window.aot")
        .filteredOn(flag -> !flag.contains(":AOT"))
        .allSatisfy(flag -> assertThat(launcher).contains(flag.replace("$APPDIR", "$app/lib")));
    assertThat(state("java-options").split(" ", -1))
        .contains("-XX:AOTCache=$APPDIR/terminal.aot")
        .filteredOn(flag -> !flag.contains(":AOT"))
        .allSatisfy(flag -> assertThat(launcher).contains(flag.replace("$APPDIR", "$app/lib")));
  }

  private static JarFile jar() throws IOException {
    return new JarFile(Path.of(only(PROGRAM, "--input"), only(PROGRAM, "--main-jar")).toFile());
  }

  private static String state(String key) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(STATE)) {
      properties.load(reader);
    }
    return properties.getProperty(key, "");
  }

  private static String only(Path file, String option) throws IOException {
    List<String> values = values(file, option);
    assertThat(values).as(option).hasSize(1);
    return values.getFirst();
  }

  private static List<String> values(Path file, String option) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(option + " "))
        .map(line -> line.substring(option.length() + 1))
        .toList();
  }
}
