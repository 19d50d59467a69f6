package io.runfabric.console.benchmark;

import io.runfabric.console.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Measures starting: the JVM as it is, with the jars of the portable folder on its class path, and
/// as the launchers start it, with their flags and their AOT caches. Each is started in turn, so
/// that whatever else the machine does slows all of them; the middle of them is told.
///
/// Needs what `mvn package` leaves. Argument: how often, 15 unless told.
public final class StartBenchmark {

  private final Figures figures;
  private final Path folder;
  private final int times;

  private StartBenchmark(Figures figures, Path folder, int times) {
    this.figures = figures;
    this.folder = folder;
    this.times = times;
  }

  public static void main(String[] args) throws Exception {
    measure(new Figures(), args.length == 0 ? 15 : Integer.parseInt(args[0]));
  }

  static void measure(Figures figures, int times) throws Exception {
    Launch.check();
    Path folder = Files.createTempDirectory("start-benchmark");
    try {
      Path config = SampleProject.write(folder.resolve("sample"), Clock.systemUTC());
      StartBenchmark benchmark = new StartBenchmark(figures, folder, times);
      figures.table("start", "starting", "plain, ms", "ready, ms", "ratio");
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
    compare(
        String.join(" ", Arrays.copyOf(words, Math.min(words.length, 2))),
        "terminal",
        "io.runfabric.console.Main",
        List.of(words));
  }

  // The first table that is painted, on the headless platform.
  private void window(String project) throws IOException, InterruptedException {
    compare("window to its first table", "window", FirstTable.class.getName(), List.of(project));
  }

  private void compare(String name, String cache, String main, List<String> words)
      throws IOException, InterruptedException {
    List<String> plain = Launch.command(Launch.PLAIN, main, words);
    List<String> ready = Launch.command(Launch.ready(cache), main, words);
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
    figures.row(name, Math.round(before), Math.round(after), after / before);
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
