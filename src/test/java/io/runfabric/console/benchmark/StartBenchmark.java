package io.runfabric.console.benchmark;

import io.runfabric.console.sample.SampleProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Measures starting: the JVM as it is, with the jars of the portable folder on its class path, and
/// as the launchers start it, with their flags and their AOT caches. Each is started in turn, so
/// that whatever else the machine does slows all of them; the middle of them is told.
///
/// Needs what `mvn package` leaves. Argument: how often, 15 unless told.
public final class StartBenchmark {

  private static final Path PORTABLE = Path.of("target/runfabric-console").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  private final Path folder;
  private final int times;

  private StartBenchmark(Path folder, int times) {
    this.folder = folder;
    this.times = times;
  }

  public static void main(String[] args) throws Exception {
    if (!Files.exists(PORTABLE.resolve("lib/terminal.aot"))) {
      System.out.println(
          "\nstarting is not measured: `mvn -DskipTests package` makes what it needs");
      return;
    }
    int times = args.length == 0 ? 15 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("start-benchmark");
    try {
      Path config = SampleProject.write(folder.resolve("sample"), Clock.systemUTC());
      StartBenchmark benchmark = new StartBenchmark(folder, times);
      System.out.printf("%n%-28s %12s %12s %8s%n", "starting", "plain, ms", "ready, ms", "ratio");
      String project = config.toString();
      benchmark.terminal("--version");
      benchmark.terminal("--help");
      benchmark.terminal("state", "list", "--json", "-c", project);
      benchmark.terminal("overview", "-c", project);
      benchmark.window(project);
    } finally {
      Cleanup.delete(folder);
    }
  }

  private void terminal(String... words) throws IOException, InterruptedException {
    String jars = PORTABLE.resolve("lib/runfabric-console.jar").toString();
    compare(
        String.join(" ", Arrays.copyOf(words, Math.min(words.length, 2))),
        command(List.of(), jars, "io.runfabric.console.Main", words),
        command(List.of(cache("terminal")), jars, "io.runfabric.console.Main", words));
  }

  // The first table that is painted, on the headless platform.
  private void window(String project) throws IOException, InterruptedException {
    String jars =
        PORTABLE.resolve("lib/runfabric-console.jar")
            + File.pathSeparator
            + Path.of("target/test-classes").toAbsolutePath();
    String main = FirstTable.class.getName();
    compare(
        "window to its first table",
        command(List.of(), jars, main, project),
        command(List.of(cache("window")), jars, main, project));
  }

  private static String cache(String name) {
    return "-XX:AOTCache=" + PORTABLE.resolve("lib/" + name + ".aot");
  }

  private static List<String> command(
      List<String> ready, String classPath, String main, String... words) {
    List<String> command = new ArrayList<>(List.of(JAVA, NATIVE));
    if (!ready.isEmpty()) {
      command.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-Dorg.sqlite.lib.path=" + PORTABLE.resolve("lib"));
      command.addAll(ready);
    }
    command.addAll(List.of("-classpath", classPath, main));
    command.addAll(List.of(words));
    return command;
  }

  private void compare(String name, List<String> plain, List<String> ready)
      throws IOException, InterruptedException {
    long[] plainly = new long[times];
    long[] readily = new long[times];
    for (int i = -1; i < times; i++) {
      long one = run(plain);
      long other = run(ready);
      // The first of each only warms the disk's cache.
      if (i >= 0) {
        plainly[i] = one;
        readily[i] = other;
      }
    }
    double before = middle(plainly);
    double after = middle(readily);
    System.out.printf("%-28s %12.0f %12.0f %8.2f%n", name, before, after, after / before);
  }

  private long run(List<String> command) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IOException("exit code " + exitCode + " of " + command);
    }
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private static double middle(long[] values) {
    return Stream.of(values)
        .flatMapToLong(Arrays::stream)
        .sorted()
        .skip(values.length / 2)
        .findFirst()
        .orElseThrow();
  }
}
