package io.runfabric.console.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Measures `state backup`, `backup verify` and `state restore` of the backup into an empty backend
/// of the same kind, each with a heap of 256 MB: what needed more would fail.
///
/// Arguments: the numbers of receipts, 10,000 and 100,000 unless told.
public final class BackupBenchmark {

  private static final int HEAP = 256;

  /// Each is written durably and read back, with its stage locked, which takes its time.
  private static final int MOST_RESTORED = 10_000;

  private BackupBenchmark() {}

  public static void main(String[] args) throws Exception {
    measure(
        new Figures(),
        args.length == 0
            ? List.of(10_000, 100_000)
            : Arrays.stream(args).map(Integer::parseInt).toList());
  }

  static void measure(Figures figures, List<Integer> sizes) throws Exception {
    figures.table(
        "backup",
        "backup",
        "receipts",
        "backup, ms",
        "heap, MB",
        "verify, ms",
        "heap, MB ",
        "restore, ms",
        "heap, MB  ");
    Path folder = Files.createTempDirectory("backup-benchmark");
    try {
      for (int size : sizes) {
        measure(
            figures,
            "local",
            size,
            Sources.local(folder.resolve("local" + size), size),
            Sources.local(folder.resolve("local-empty" + size), 0));
        measure(
            figures,
            "sqlite",
            size,
            Sources.sqlite(folder.resolve("sqlite" + size), size),
            Sources.sqlite(folder.resolve("sqlite-empty" + size), 0));
      }
    } finally {
      Cleanup.delete(folder);
    }
  }

  private static void measure(
      Figures figures, String backend, int size, Sources.Source source, Sources.Source empty)
      throws Exception {
    String file = source.config().resolveSibling("backup.json").toString();
    Command.Took backup = Command.run(source, HEAP, "state", "backup", "--out", file);
    Command.Took verify = Command.run(source, HEAP, "backup", "verify", file);
    Optional<Command.Took> restore =
        size > MOST_RESTORED
            ? Optional.empty()
            : Optional.of(Command.run(empty, HEAP, "state", "restore", "--file", file, "--yes"));
    figures.row(
        backend,
        size,
        backup.work(),
        backup.heap(),
        verify.work(),
        verify.heap(),
        restore.<Object>map(Command.Took::work).orElse(""),
        restore.<Object>map(Command.Took::heap).orElse(""));
  }
}
