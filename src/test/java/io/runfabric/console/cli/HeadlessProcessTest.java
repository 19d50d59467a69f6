package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands in JVMs of their own, as scripts run them.
class HeadlessProcessTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"state list --json", "inspect", "config show", "overview", "--help"})
  void aCommandLoadsNoClassOfTheWindowAndNoneOfACloud(String command) throws Exception {
    Path log = folder.resolve("classes.log");
    project(3);

    ProgramProcess outcome =
        run(List.of("-Xlog:class+load:file=" + log), List.of(command.split(" ", -1)));

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(windowClasses(Files.readAllLines(log))).isEmpty();
    assertThat(cloudClasses(Files.readAllLines(log))).isEmpty();
  }

  @Test
  void aClassOfTheWindowInTheLogIsFound() {
    assertThat(
            windowClasses(
                List.of(
                    "[0.1s][info][class,load] java.lang.Object source: shared objects file",
                    "[0.2s][info][class,load] javafx.scene.Node source: file:/lib/javafx.jar",
                    "[0.2s][info][class,load] io.runfabric.console.ui.task.Tasks source: file:/x")))
        .hasSize(2);
  }

  @Test
  void aClassOfACloudInTheLogIsFound() {
    assertThat(
            cloudClasses(
                List.of(
                    "[0.1s][info][class,load] java.lang.Object source: shared objects file",
                    "[0.2s][info][class,load] com.google.cloud.storage.Storage source: file:/a.jar",
                    "[0.2s][info][class,load] software.amazon.awssdk.core.A source: file:/b.jar")))
        .hasSize(2);
  }

  @Test
  void aLongListingNeedsLittleMemory() throws Exception {
    project(5_000);

    ProgramProcess outcome = run(List.of("-Xmx48m"), List.of("state", "list", "--json"));

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith("{\"ok\":true,").contains("\"stage\":\"stage-4999\"");
  }

  @Test
  void withoutADisplayTheDemoIsTextAndSaysWhy() throws Exception {
    ProgramProcess outcome = run(List.of(), List.of("demo", folder.resolve("sample").toString()));

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("No window: there is no display");
    assertThat(outcome.out()).contains("Needs attention", "checkout-api/canary");
  }

  @Test
  void nothingIsWrittenToAProjectThatIsRead() throws Exception {
    ProgramProcess demo = run(List.of(), List.of("demo", folder.resolve("sample").toString()));
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    String before = fingerprint(folder.resolve("sample"));

    for (String command :
        List.of(
            "state list",
            "state pull",
            "inspect -s dev",
            "releases",
            "lock list",
            "journal list",
            "config show",
            "overview")) {
      List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
      arguments.addAll(List.of("-c", folder.resolve("sample/runfabric.yml").toString()));
      assertThat(run(List.of(), arguments).exitCode()).as(command).isZero();
    }

    assertThat(fingerprint(folder.resolve("sample"))).isEqualTo(before);
  }

  private static List<String> windowClasses(List<String> log) {
    return classes(
        log,
        " javafx.",
        " com.sun.javafx.",
        " com.sun.glass.",
        " atlantafx.",
        " org.controlsfx.",
        " io.runfabric.console.ui.");
  }

  private static List<String> cloudClasses(List<String> log) {
    return classes(log, " com.google.", " software.amazon.");
  }

  private static List<String> classes(List<String> log, String... packages) {
    return log.stream().filter(line -> Stream.of(packages).anyMatch(line::contains)).toList();
  }

  private static String fingerprint(Path root) throws IOException {
    StringBuilder state = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        state.append(root.relativize(file)).append(' ');
        state.append(Files.getLastModifiedTime(file)).append(' ');
        if (Files.isRegularFile(file)) {
          state.append(java.util.Arrays.hashCode(Files.readAllBytes(file)));
        }
        state.append('\n');
      }
    }
    return state.toString();
  }

  private void project(int receipts) throws IOException {
    Files.createDirectories(folder.resolve(".runfabric"));
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n");
    for (int i = 0; i < receipts; i++) {
      Files.writeString(
          folder.resolve(".runfabric/stage-" + i + ".json"),
          "{\"version\": 2, \"service\": \"shop\", \"stage\": \"stage-" + i + "\"}");
    }
  }

  private ProgramProcess run(List<String> options, List<String> arguments) throws Exception {
    return ProgramProcess.run(folder, options, arguments);
  }
}
