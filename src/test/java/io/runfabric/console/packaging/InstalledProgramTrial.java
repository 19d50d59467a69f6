package io.runfabric.console.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Unpacks the Debian package that `mvn -Pinstaller package` leaves and runs the program from
/// there. Its Java runtime has only some modules: what reaches others by name breaks here and
/// nowhere else.
@EnabledOnOs(OS.LINUX)
class InstalledProgramTrial {

  private record Outcome(int exitCode, String out, String err) {}

  @TempDir private static Path root;
  @TempDir private Path folder;

  @BeforeAll
  static void unpack() throws Exception {
    Path deb;
    try (Stream<Path> files = Files.list(Path.of("target/installer"))) {
      deb = files.filter(file -> file.toString().endsWith(".deb")).findFirst().orElseThrow();
    }
    assertThat(run(root, Map.of(), "dpkg-deb", "-x", deb.toAbsolutePath().toString(), "root").err())
        .isEmpty();
    assertThat(
            run(root, Map.of(), "dpkg-deb", "-e", deb.toAbsolutePath().toString(), "control").err())
        .isEmpty();
    System.out.printf(
        "%s has %d MB, unpacked %d MB%n",
        deb.getFileName(), Files.size(deb) >> 20, size(home()) >> 20);
  }

  @Test
  void bothLaunchersTellTheVersion() throws Exception {
    for (String launcher : List.of("runfabric-console", "runfabric-state")) {
      Outcome outcome = run(folder, Map.of(), program(launcher), "--version");

      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out()).startsWith("runfabric-console ");
    }
  }

  @Test
  void whatBothLaunchersNeedIsKeptReady() throws Exception {
    for (String launcher : List.of("runfabric-console", "runfabric-state")) {
      Path loaded = folder.resolve(launcher + ".txt");

      run(
          folder,
          Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded),
          program(launcher),
          "--version");

      assertThat(Files.readAllLines(loaded))
          .as(launcher)
          .anyMatch(
              line -> line.contains("console.cli.Cli ") && line.contains("shared objects file"));
    }
  }

  /// A server that runs only `runfabric-state` needs no window's libraries.
  @Test
  void librariesOfTheWindowAreRecommendedOnly() throws IOException {
    List<String> control = Files.readAllLines(root.resolve("control/control"));

    assertThat(control)
        .contains("Depends: libc6, zlib1g, xdg-utils")
        .anyMatch(line -> line.startsWith("Recommends: libgtk-3-0"))
        .noneMatch(line -> line.contains("APPLICATION_"));
  }

  @Test
  void withoutACommandTheHeadlessLauncherTellsWhichThereAre() throws Exception {
    Outcome outcome = state(Map.of());

    assertThat(outcome.out()).contains("Usage: runfabric-state", "Commands:", "doctor");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void theHeadlessLauncherOpensNoWindow() throws Exception {
    project("service: shop\n");

    Outcome outcome = state(Map.of("DISPLAY", ":99"), "runfabric.yml");

    assertThat(outcome.err()).contains("runfabric-state opens no window");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void filesAreListed() throws Exception {
    project("service: shop\n");
    Files.createDirectories(folder.resolve(".runfabric"));
    Files.writeString(
        folder.resolve(".runfabric/dev.json"),
        "{\"version\": 2, \"service\": \"shop\", \"stage\": \"dev\"}");

    assertAnswers(state(Map.of(), "state", "list", "--json"), "\"stage\":\"dev\"");
  }

  @Test
  void sqliteIsListed() throws Exception {
    project("service: shop\nbackend:\n  kind: sqlite\n");
    state(Map.of(), "doctor", "--fix", "--yes", "--json");

    assertAnswers(state(Map.of(), "state", "list", "--json"), "\"ok\":true");
    assertThat(folder.resolve(".runfabric/state.db")).isRegularFile();
  }

  @Test
  void postgresIsReachedOverTls() throws Exception {
    project("service: shop\nbackend:\n  kind: postgres\n  postgresConnectionStringEnv: DSN\n");
    Map<String, String> dsn =
        Map.of("DSN", PostgresServer.running().newTenant().dsn() + "&sslmode=require");

    assertAnswers(state(dsn, "doctor", "--json"), "\"backend\":\"postgres\"");
  }

  @Test
  void s3IsReached() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    project("service: shop\nbackend:\n  kind: s3\n  s3Bucket: " + bucket + "\n");
    server.put(
        bucket,
        "runfabric/state/receipts/dev.receipt.json",
        "{\"version\": 2, \"service\": \"shop\", \"stage\": \"dev\"}");

    assertAnswers(state(server.environment(), "state", "list", "--json"), "\"stage\":\"dev\"");
  }

  @Test
  void theWindowIsDrawn() throws Exception {
    project("service: shop\n");

    Outcome outcome = run(folder, Map.of(), program("runfabric-console"), "render", "pictures");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(folder.resolve("pictures")).isDirectoryContaining("glob:**.png");
  }

  @Test
  void noticesAndListOfPartsAreInIt() {
    assertThat(home().resolve("lib/app/legal/THIRD-PARTY.txt")).content().contains("org.openjfx");
    assertThat(home().resolve("lib/app/legal/sbom.cdx.json")).content().contains("CycloneDX");
    assertThat(home().resolve("lib/runtime/legal/java.base")).isDirectory();
    assertThat(home().resolve("share/doc/copyright")).content().contains("legal/THIRD-PARTY.txt");
  }

  @Test
  void theScriptsThatRunOnInstallingAndRemovingAreWhole() throws Exception {
    for (String name : List.of("postinst", "prerm")) {
      Path script = root.resolve("control").resolve(name);

      assertThat(script).content().contains("xdg-desktop-menu").doesNotContain("APPLICATION_");
      assertThat(run(folder, Map.of(), "sh", "-n", script.toString()).err()).isEmpty();
    }
  }

  @Test
  void theMenuEntryTakesProjectFilesAndNoOtherYaml() throws Exception {
    String entry =
        Files.readString(home().resolve("lib/runfabric-console-runfabric-console.desktop"));

    assertThat(entry)
        .contains("Name=RunFabric Console\n", "Categories=Development;\n", "%f\n")
        .contains("MimeType=application/x-runfabric;\n")
        .contains("Icon=/opt/runfabric-console/lib/runfabric-console.png\n");
    assertThat(home().resolve("lib/runfabric-mime.xml"))
        .content()
        .containsOnlyOnce("<glob")
        .contains("pattern=\"runfabric.yml\"");
  }

  private static void assertAnswers(Outcome outcome, String part) {
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains(part);
  }

  private static Path home() {
    return root.resolve("root/opt/runfabric-console");
  }

  private static String program(String launcher) {
    return home().resolve("bin").resolve(launcher).toString();
  }

  private void project(String text) throws IOException {
    Files.writeString(folder.resolve("runfabric.yml"), text);
  }

  private Outcome state(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program("runfabric-state")));
    command.addAll(List.of(arguments));
    return run(folder, environment, command.toArray(String[]::new));
  }

  private static Outcome run(Path folder, Map<String, String> environment, String... command)
      throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Outcome(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toFile)
          .filter(java.io.File::isFile)
          .mapToLong(java.io.File::length)
          .sum();
    }
  }
}
