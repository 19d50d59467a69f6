package io.runfabric.console.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher that `mvn package` leaves in `target`, with an environment of the test's own.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is a batch file")
class PortableLauncherIT {

  private static final Path PORTABLE = Path.of("target", "runfabric-console").toAbsolutePath();
  private static final String LAUNCHER = PORTABLE.resolve("bin/runfabric-console").toString();
  private static final String THIS_JDK = System.getProperty("java.home");
  private static final String SEARCH = "RUNFABRIC_CONSOLE_JAVA_SEARCH";
  private static final String NO_FOLDERS = "/nowhere/empty:/nowhere/dirs";
  private static final String SHOW_ARGUMENTS =
      "while [ \"$1\" != io.runfabric.console.Main ]; do shift; done; shift; printf '[%s]\\n'"
          + " \"$@\"";

  private record Outcome(int exitCode, String out, String err) {}

  @TempDir private Path temp;
  private Path toolsWithoutJava;

  /// A PATH on which the tools the launcher uses are found, and `java` is not.
  @BeforeEach
  void findToolsButNotJava() throws IOException {
    toolsWithoutJava = Files.createDirectory(temp.resolve("tools"));
    for (String tool : List.of("sed", "readlink")) {
      script(toolsWithoutJava.resolve(tool), "PATH=/usr/bin:/bin; exec " + tool + " \"$@\"");
    }
  }

  @Test
  void runsFromAnotherWorkingFolder() throws Exception {
    Outcome outcome = run(Map.of("JAVA_HOME", THIS_JDK), LAUNCHER, "--version");

    assertVersion(outcome);
  }

  @Test
  void runsThroughSymbolicLinks() throws Exception {
    Path relative = Files.createDirectory(temp.resolve("bin")).resolve("console");
    Files.createSymbolicLink(relative, relative.getParent().relativize(Path.of(LAUNCHER)));
    Path link = Files.createSymbolicLink(temp.resolve("rfc"), Path.of("bin/console"));

    assertVersion(run(Map.of("JAVA_HOME", THIS_JDK), link.toString(), "--version"));
    assertVersion(run(Map.of("JAVA_HOME", THIS_JDK), "./rfc", "--version"));
    Files.delete(relative);
  }

  /// The shell makes the folder, so that a JVM whose locale knows no such letters can run this
  /// test.
  @Test
  void runsFromAFolderWithBlanksUmlautsAndSigns() throws Exception {
    String copyAndRun =
        """
        folder=$(printf 'Gr\\303\\266\\303\\237e & $HOME (%%x) [1]*')
        mkdir "$folder" && cp -R "$1" "$folder/" && exec "$folder/runfabric-console/bin/runfabric-console" --version
        """;

    for (String locale : List.of("C", "C.UTF-8")) {
      Path folder = Files.createDirectory(temp.resolve(locale));
      String inFolder = "cd '" + folder + "'\n" + copyAndRun;
      Map<String, String> environment =
          Map.of("JAVA_HOME", THIS_JDK, "LC_ALL", locale, "PATH", "/usr/bin:/bin");

      assertVersion(run(environment, "sh", "-c", inFolder, "sh", PORTABLE.toString()));
    }
  }

  @Test
  void anOlderJavaHomeIsSkippedForANewerJavaInTheUsualFolders() throws Exception {
    Path old = fakeJdk("jdks/a-17", "17.0.15", "echo old");
    fakeJdk("jdks/b-25", "25.0.1", "echo new");

    Outcome outcome =
        run(Map.of("JAVA_HOME", old.toString(), SEARCH, temp + "/jdks"), LAUNCHER, "--version");

    assertThat(outcome).isEqualTo(new Outcome(0, "new\n", ""));
  }

  @Test
  void anOlderJavaHomeIsSkippedForANewerJavaOnThePath() throws Exception {
    Path old = fakeJdk("old", "1.8.0_392", "echo old");
    Path recent = fakeJdk("recent", "26-ea", "echo new");
    String path = recent.resolve("bin") + ":" + toolsWithoutJava;

    Outcome outcome = run(Map.of("JAVA_HOME", old.toString(), "PATH", path), LAUNCHER);

    assertThat(outcome).isEqualTo(new Outcome(0, "new\n", ""));
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws Exception {
    Path jdk =
        fakeJdk(
            "shim",
            "",
            """
            if [ "$1" = -version ]; then
              echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b' >&2
              echo 'openjdk version "25.0.1" 2025-10-21' >&2
            else
              echo started
            fi
            """);

    assertThat(run(Map.of("JAVA_HOME", jdk.toString()), LAUNCHER))
        .isEqualTo(new Outcome(0, "started\n", ""));
  }

  @Test
  void theLaunchersOwnJavaHomeComesFirst() throws Exception {
    Path chosen = fakeJdk("chosen", "25", "echo chosen");

    Outcome outcome =
        run(
            Map.of("JAVA_HOME", THIS_JDK, "RUNFABRIC_CONSOLE_JAVA_HOME", chosen.toString()),
            LAUNCHER);

    assertThat(outcome).isEqualTo(new Outcome(0, "chosen\n", ""));
  }

  @Test
  void theLaunchersOwnJavaHomeIsNotReplacedByAnotherWhenItIsTooOld() throws Exception {
    Path old = fakeJdk("old", "17.0.15", "echo old");

    Outcome outcome =
        run(Map.of("JAVA_HOME", THIS_JDK, "RUNFABRIC_CONSOLE_JAVA_HOME", old.toString()), LAUNCHER);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("RUNFABRIC_CONSOLE_JAVA_HOME names 17 at " + old);
  }

  @Test
  void withoutAnyJavaOneLineSaysWhatWasSoughtAndWhatToInstall() throws Exception {
    Outcome outcome = run(Map.of(SEARCH, NO_FOLDERS), LAUNCHER, "--version");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("Java 25", "JAVA_HOME", "PATH", NO_FOLDERS, "found none", "install a JDK 25");
  }

  @Test
  void withOnlyOlderJavaTheLineNamesEachOnce() throws Exception {
    Path old = fakeJdk("jdks/jdk-17", "17.0.15", "echo old").toRealPath();
    fakeJdk("jdks/jdk-8", "1.8.0_392", "echo older");

    Outcome outcome =
        run(Map.of("JAVA_HOME", old.toString(), SEARCH, temp + "/jdks"), LAUNCHER, "--version");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .containsOnlyOnce("17 at " + old)
        .containsOnlyOnce("8 at " + old.resolveSibling("jdk-8"));
  }

  @Test
  void argumentsReachTheProgramUnchanged() throws Exception {
    Path jdk = fakeJdk("echo", "25.0.1", SHOW_ARGUMENTS);

    Outcome outcome =
        run(
            Map.of("JAVA_HOME", jdk.toString(), "RUNFABRIC_CONSOLE_JAVA_OPTS", "-Da=* -Db=c"),
            LAUNCHER,
            "state list",
            "",
            "*",
            "it's \"quoted\"",
            "$HOME `id` \\n",
            "--",
            "-x");

    assertThat(outcome.out())
        .isEqualTo(
            """
            [state list]
            []
            [*]
            [it's "quoted"]
            [$HOME `id` \\n]
            [--]
            [-x]
            """);
  }

  @Test
  void flagsForTheJvmStandBeforeTheClassPath() throws Exception {
    Path jdk = fakeJdk("echo", "25.0.1", "printf '%s\\n' \"$@\"");

    Outcome outcome =
        run(
            Map.of("JAVA_HOME", jdk.toString(), "RUNFABRIC_CONSOLE_JAVA_OPTS", "-Xmx2g -Da=*"),
            LAUNCHER,
            "state");

    assertThat(outcome.out().lines())
        .containsExactly(
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.lib.path=" + PORTABLE.toRealPath() + "/lib",
            "-XX:+UseSerialGC",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xmx2g",
            "-Da=*",
            "-XX:AOTCache=" + PORTABLE.toRealPath() + "/lib/terminal.aot",
            "-Xlog:aot*=off",
            "-classpath",
            PORTABLE.toRealPath() + "/lib/runfabric-console.jar",
            "io.runfabric.console.Main",
            "state");
  }

  @Test
  void whatWorksThroughAllDocumentsIsCompiledForSpeed() throws Exception {
    Path jdk = fakeJdk("echo", "25.0.1", "printf '%s\\n' \"$@\"");
    Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString());

    assertThat(run(environment, LAUNCHER, "state", "backup").out())
        .doesNotContain("TieredStopAtLevel")
        .contains("terminal.aot");
    assertThat(run(environment, LAUNCHER, "state", "list").out()).contains("TieredStopAtLevel");
    assertThat(run(environment, LAUNCHER).out()).contains("TieredStopAtLevel", "window.aot");
  }

  @Test
  void whatACommandNeedsIsKeptReady() throws Exception {
    Path loaded = temp.resolve("loaded.txt");

    Outcome outcome =
        run(
            Map.of(
                "JAVA_HOME",
                THIS_JDK,
                "RUNFABRIC_CONSOLE_JAVA_OPTS",
                "-Xlog:class+load:file=" + loaded),
            LAUNCHER,
            "--version");

    assertVersion(outcome);
    assertThat(Files.readAllLines(loaded))
        .anyMatch(
            line -> line.contains("console.cli.Cli ") && line.contains("shared objects file"));
  }

  /// SQLite's driver would unpack it into the folder for temporary files, from which not every
  /// machine runs programs.
  @Test
  void nativeLibrariesAreLoadedFromWhereTheyLie() throws Exception {
    Path sample = SampleProject.write(temp.resolve("sample"), Clock.systemUTC());
    Path loaded = temp.resolve("libraries.txt");
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            THIS_JDK,
            "RUNFABRIC_CONSOLE_JAVA_OPTS",
            "-Xlog:library=info:file=" + loaded);

    Outcome outcome = run(environment, LAUNCHER, "state", "list", "-c", sample.toString());

    assertThat(outcome.out()).contains("checkout-api");
    assertThat(Files.readString(loaded))
        .contains(PORTABLE.toRealPath().resolve("lib") + "/" + System.mapLibraryName("sqlitejdbc"));
  }

  @Test
  void whatWasKeptReadyForOtherFlagsIsPassedOverInSilence() throws Exception {
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", THIS_JDK, "RUNFABRIC_CONSOLE_JAVA_OPTS", "-XX:-UseCompactObjectHeaders");

    assertVersion(run(environment, LAUNCHER, "--version"));
  }

  @Test
  void theProgramsExitCodeIsTheLaunchers() throws Exception {
    Path jdk = fakeJdk("failing", "25.0.1", "exit 37");

    assertThat(run(Map.of("JAVA_HOME", jdk.toString()), LAUNCHER).exitCode()).isEqualTo(37);
  }

  @Test
  void theProgramTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
    Path jdk = fakeJdk("waiting", "25.0.1", "echo $$");

    Process process = start(Map.of("JAVA_HOME", jdk.toString()), List.of(LAUNCHER));
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(out).isEqualTo(process.pid() + "\n");
  }

  @Test
  void theBatchFileHasWindowsLineEndsAndStartsTheSameProgram() throws Exception {
    String batch = Files.readString(PORTABLE.resolve("bin/runfabric-console.bat"));
    String shell = Files.readString(Path.of(LAUNCHER));

    assertThat(batch.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(shell).doesNotContain("\r");
    for (String same :
        List.of(
            "io.runfabric.console.Main",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "RUNFABRIC_CONSOLE_JAVA_HOME",
            "RUNFABRIC_CONSOLE_JAVA_OPTS",
            SEARCH)) {
      assertThat(batch).contains(same);
      assertThat(shell).contains(same);
    }
  }

  @Test
  void theManualPageAndTheShellsCompletionAreInTheFolder() {
    for (String file :
        List.of(
            "man/man1/runfabric-console.1",
            "bash-completion/completions/runfabric-console",
            "zsh/site-functions/_runfabric-console",
            "fish/vendor_completions.d/runfabric-console.fish")) {
      assertThat(PORTABLE.resolve("share").resolve(file)).isNotEmptyFile();
    }
  }

  private static void assertVersion(Outcome outcome) {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).containsIgnoringCase("runfabric");
    assertThat(outcome.exitCode()).isZero();
  }

  /// A folder that looks like a JDK of that version, whose `java` is a shell script.
  private Path fakeJdk(String folder, String version, String script) throws IOException {
    Path home = Files.createDirectories(temp.resolve(folder));
    if (!version.isEmpty()) {
      Files.writeString(
          home.resolve("release"),
          "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\nOS_NAME=\"Linux\"\n".formatted(version));
    }
    script(Files.createDirectory(home.resolve("bin")).resolve("java"), script);
    return home;
  }

  private static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome run(Map<String, String> environment, String... command) throws Exception {
    Process process = start(environment, List.of(command));
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err);
  }

  private Process start(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", toolsWithoutJava.toString());
    builder.environment().put(SEARCH, NO_FOLDERS);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
