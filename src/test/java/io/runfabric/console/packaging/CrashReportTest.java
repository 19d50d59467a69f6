package io.runfabric.console.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.race.ChildJvm;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.secrets.PlantedSecrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the JVM leaves behind when it crashes.
class CrashReportTest {

  private static final String NO_CORE_DUMP = "-XX:-CreateCoredumpOnCrash";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpackage.cfg",
        "packaging/launchers/runfabric-state.properties",
        "packaging/bin/runfabric-console",
        "packaging/bin/runfabric-console.bat"
      })
  void everyLauncherKeepsMemoryOutOfFiles(String launcher) throws Exception {
    assertThat(Files.readString(Path.of(launcher)))
        .contains(NO_CORE_DUMP)
        .doesNotContain("HeapDump");
  }

  @Test
  void theReportHasNothingOfTheEnvironmentAndNoDumpIsBesideIt() throws Exception {
    PlantedSecrets planted = PlantedSecrets.in(folder, BackendKind.LOCAL);
    Path crash = Files.createDirectories(folder.resolve("crash"));
    Path report = crash.resolve("hs_err.log");
    try (ChildJvm child =
        ChildJvm.start(
            folder,
            List.of("-Xmx64m", NO_CORE_DUMP, "-XX:ErrorFile=" + report),
            CrashingProcess.class,
            planted.environment(),
            List.of(planted.configuration().toString()))) {
      assertThat(child.hear()).isEqualTo("5 entries");

      child.crash();
    }

    String told = Files.readString(report, StandardCharsets.ISO_8859_1);
    assertThat(told).contains("SIGSEGV", "no core file", CrashingProcess.class.getName());
    assertThat(PlantedSecrets.seenIn(told)).isEmpty();
    try (Stream<Path> files = Files.list(crash)) {
      assertThat(files).containsExactly(report);
    }
  }
}
