package io.runfabric.console.benchmark;

import io.runfabric.console.backend.aws.S3Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;

/// Measures everything, prints its tables, and writes them to `target/benchmarks.json`.
///
/// Arguments: which tables, all unless told.
public final class Benchmarks {

  private static final Path FILE = Path.of("target/benchmarks.json");
  private static final int SCALE = 100_000;

  private Benchmarks() {}

  private interface Benchmark {
    void measure(Figures figures) throws Exception;
  }

  private record Named(String name, Benchmark benchmark) {}

  private static final List<Named> ALL =
      List.of(
          new Named("start", figures -> StartBenchmark.measure(figures, 15)),
          new Named(
              "list",
              figures -> ListBenchmark.measure(figures, List.of(100, 1_000, 10_000, SCALE))),
          new Named("distance", DistanceBenchmark::measure),
          new Named("backup", figures -> BackupBenchmark.measure(figures, List.of(10_000, SCALE))),
          new Named("migrate", figures -> MigrateBenchmark.measure(figures, 10_000)),
          new Named("drift", figures -> DriftBenchmark.measure(figures, 1_000)),
          new Named("scale", figures -> ScaleBenchmark.measure(figures, SCALE)),
          new Named("filter", FilterBenchmark::measure));

  public static void main(String[] args) throws Exception {
    Set<String> wanted = Set.of(args);
    Figures figures = new Figures();
    for (Named one : ALL) {
      if (wanted.isEmpty() || wanted.contains(one.name())) {
        one.benchmark().measure(figures);
      }
    }
    figures.write(FILE);
    System.out.println("\n" + FILE);
    S3Server.running().stop();
    Platform.exit();
  }
}
