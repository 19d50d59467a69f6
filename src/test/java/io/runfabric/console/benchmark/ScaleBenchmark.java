package io.runfabric.console.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/// Measures many receipts in Postgres and in S3: how soon the first rows are there, on standard
/// output and in the window, how long all of them take, and how much memory listing, backing up,
/// migrating and the window need. Servers share the machine; each program has a JVM of its own with
/// the heap that the table tells, and fails if that is too little.
///
/// Argument: how many, 100,000 unless told.
public final class ScaleBenchmark {

  private static final int HEAP = 256;
  private static final int WINDOW_HEAP = 512;

  /// Of so many one is migrated: each is written durably, with locks on both sides, which takes its
  /// time on any machine.
  private static final int MIGRATED = 5;

  private final Figures figures;
  private final Path folder;
  private final int size;

  private ScaleBenchmark(Figures figures, Path folder, int size) {
    this.figures = figures;
    this.folder = folder;
    this.size = size;
  }

  public static void main(String[] args) throws Exception {
    measure(new Figures(), args.length == 0 ? 100_000 : Integer.parseInt(args[0]));
    System.exit(0);
  }

  static void measure(Figures figures, int size) throws Exception {
    figures.table(
        "scale",
        "at scale",
        "receipts",
        "first rows, ms",
        "all, ms",
        "most heap, MB",
        "resident, MB",
        "of heap, MB");
    Path folder = Files.createTempDirectory("scale-benchmark");
    try {
      ScaleBenchmark benchmark = new ScaleBenchmark(figures, folder, size);
      Sources.Source postgres = Sources.postgres(folder.resolve("postgres"), size);
      benchmark.measure("postgres", postgres);
      benchmark.migrate(Sources.postgres(folder.resolve("fewer"), size / MIGRATED));
      try (ManyObjects objects = new ManyObjects(size)) {
        benchmark.measure("s3", Sources.s3(folder.resolve("s3"), objects));
      }
    } finally {
      Cleanup.delete(folder);
    }
  }

  private void measure(String kind, Sources.Source source) throws Exception {
    row(kind + ", state list", size, Command.run(source, HEAP, "state", "list"));
    row(kind + ", state list --json", size, Command.run(source, HEAP, "state", "list", "--json"));
    window(kind + ", window", source);
    String file = folder.resolve(kind + ".json").toString();
    row(kind + ", state backup", size, Command.run(source, HEAP, "state", "backup", "--out", file));
    Files.delete(Path.of(file));
  }

  private void migrate(Sources.Source source) throws Exception {
    row(
        "postgres, state migrate to sqlite",
        size / MIGRATED,
        Command.run(source, HEAP, "state", "migrate", "--to", "sqlite", "--yes"));
  }

  private void row(String what, int receipts, Command.Took took) {
    Object first = took.firstRow() < 0 ? "" : took.firstRow();
    figures.row(what, receipts, first, took.process(), took.heap(), took.resident(), HEAP);
  }

  private void window(String what, Sources.Source source) throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Launch.ready("window"));
    flags.add("-Xmx" + WINDOW_HEAP + "m");
    List<String> command =
        Launch.command(flags, LargeWindow.class.getName(), List.of(source.config().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(source.environment());
    Process child = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the window failed: " + told);
    }
    try (Scanner took = new Scanner(told)) {
      figures.row(
          what,
          size,
          took.nextLong(),
          took.nextLong(),
          took.nextLong(),
          took.nextLong(),
          WINDOW_HEAP);
    }
  }
}
