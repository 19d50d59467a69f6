package io.runfabric.console.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/// Holds `jpackage.cfg` against what `mvn package` leaves, so that neither moves without the other.
class InstallerArgumentsIT {

  @Test
  void theFilesItNamesAreThere() throws IOException {
    Path jar = Path.of(only("--input")).resolve(only("--main-jar"));

    assertThat(jar).isRegularFile();
    assertThat(Path.of(only("--icon"))).isRegularFile();
  }

  @Test
  void itStartsTheJarsOwnMainClass() throws IOException {
    try (JarFile jar = new JarFile(Path.of(only("--input")).resolve(only("--main-jar")).toFile())) {
      assertThat(only("--main-class"))
          .isEqualTo(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
    }
  }

  @Test
  void itGivesTheJvmTheLaunchersFlags() throws IOException {
    String launcher = Files.readString(Path.of("target/runfabric-console/bin/runfabric-console"));

    assertThat(values("--java-options"))
        .isNotEmpty()
        .allSatisfy(flag -> assertThat(launcher).contains("\n  " + flag + " \\\n"));
  }

  private static String only(String option) throws IOException {
    List<String> values = values(option);
    assertThat(values).as(option).hasSize(1);
    return values.getFirst();
  }

  private static List<String> values(String option) throws IOException {
    return Files.readAllLines(Path.of("jpackage.cfg")).stream()
        .filter(line -> line.startsWith(option + " "))
        .map(line -> line.substring(option.length() + 1))
        .toList();
  }
}
