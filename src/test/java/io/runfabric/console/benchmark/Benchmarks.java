package io.runfabric.console.benchmark;

/// Runs every measurement and prints its table.
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    StartBenchmark.main(args);
    ListBenchmark.main(args);
    BackupBenchmark.main(args);
    DistanceBenchmark.main(args);
    MigrateBenchmark.main(args);
    DriftBenchmark.main(args);
    FilterBenchmark.main(args);
  }
}
