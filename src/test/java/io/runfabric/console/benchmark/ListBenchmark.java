package io.runfabric.console.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Measures `state list --json` on backends of different sizes, files in the page cache, with a
/// heap of 256 MB; the middle one of some runs. What a receipt takes more than in the size before
/// tells whether time grows with size, or faster.
///
/// Arguments: the numbers of receipts, 100 to 100,000 unless told.
public final class ListBenchmark {

  private static final int HEAP = 256;
  private static final int RUNS = 3;
  private static final String[] LIST = {"state", "list", "--json"};

  private final Figures figures;

  private ListBenchmark(Figures figures) {
    this.figures = figures;
  }

  public static void main(String[] args) throws Exception {
    measure(
        new Figures(),
        args.length == 0
            ? List.of(100, 1_000, 10_000, 100_000)
            : Arrays.stream(args).map(Integer::parseInt).toList());
  }

  static void measure(Figures figures, List<Integer> sizes) throws Exception {
    figures.table(
        "list", "state list --json", "receipts", "work, ms", "process, ms", "heap, MB", "µs each");
    ListBenchmark benchmark = new ListBenchmark(figures);
    Path folder = Files.createTempDirectory("list-benchmark");
    try {
      for (Sources.Kind kind :
          List.<Sources.Kind>of(Sources::local, Sources::sqlite, Sources::postgres)) {
        benchmark.grow(kind, folder, sizes);
      }
    } finally {
      Cleanup.delete(folder);
    }
  }

  private void grow(Sources.Kind kind, Path folder, List<Integer> sizes) throws Exception {
    int sizeBefore = 0;
    long workBefore = 0;
    for (int size : sizes) {
      Sources.Source source = kind.with(Files.createTempDirectory(folder, "project"), size);
      Command.Took took = middle(source);
      Object each =
          sizeBefore == 0 ? "" : (took.work() - workBefore) * 1000.0 / (size - sizeBefore);
      figures.row(name(source), size, took.work(), took.process(), took.heap(), each);
      sizeBefore = size;
      workBefore = took.work();
    }
  }

  private static String name(Sources.Source source) throws Exception {
    return Files.readString(source.config()).replaceFirst("(?s).*kind: (\\w+).*", "$1");
  }

  private static Command.Took middle(Sources.Source source) throws Exception {
    Command.Took[] runs = new Command.Took[RUNS];
    for (int run = 0; run < RUNS; run++) {
      runs[run] = Command.run(source, HEAP, LIST);
    }
    Arrays.sort(runs, (a, b) -> Long.compare(a.work(), b.work()));
    return runs[RUNS / 2];
  }
}
