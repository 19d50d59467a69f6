package io.runfabric.console.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Measures `state backup` and `backup verify` as [ListBenchmark] measures listing: each in a JVM
/// of its own with a heap of 256 MB. A backup that took more would fail.
///
/// Arguments: the numbers of receipts (default 100000).
public final class BackupBenchmark {

  private BackupBenchmark() {}

  public static void main(String[] args) throws Exception {
    List<Integer> sizes =
        args.length == 0 ? List.of(100_000) : Arrays.stream(args).map(Integer::parseInt).toList();
    System.out.printf(
        "%-8s %9s %12s %12s %12s %12s%n",
        "backend", "receipts", "backup ms", "peak heap", "verify ms", "peak heap");
    for (int size : sizes) {
      Path folder = Files.createTempDirectory("backup-benchmark");
      measure("local", size, ListBenchmark.local(folder.resolve("local"), size));
      measure("sqlite", size, ListBenchmark.sqlite(folder.resolve("sqlite"), size));
      Cleanup.delete(folder);
    }
  }

  private static void measure(String backend, int size, Path config) throws Exception {
    Path backup = config.resolveSibling("backup.json");
    List<Long> written = ListBenchmark.run(config, "state", "backup", "--out", backup.toString());
    List<Long> verified = ListBenchmark.run(config, "backup", "verify", backup.toString());
    System.out.printf(
        "%-8s %9d %12d %9d MB %12d %9d MB%n",
        backend, size, written.get(0), written.get(1), verified.get(0), verified.get(1));
  }
}
