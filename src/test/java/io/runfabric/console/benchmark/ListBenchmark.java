package io.runfabric.console.benchmark;

import io.runfabric.console.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Scanner;

/// Measures `state list --json` as a script meets it: each run in a JVM of its own with a heap of
/// 256 MB and the launcher's options, files in the page cache. Prints, per backend and size, the
/// milliseconds between the start of `main` and the end of the JVM's work, the whole process's
/// time, and the peak heap.
///
/// Arguments: the numbers of receipts (default 10000 100000).
public final class ListBenchmark {

  private static final int RUNS = 5;

  private ListBenchmark() {}

  public static void main(String[] args) throws Exception {
    List<Integer> sizes =
        args.length == 0
            ? List.of(10_000, 100_000)
            : java.util.Arrays.stream(args).map(Integer::parseInt).toList();
    System.out.printf(
        "%-8s %9s %12s %12s %12s%n", "backend", "receipts", "work ms", "process ms", "peak heap");
    for (int size : sizes) {
      Path folder = Files.createTempDirectory("list-benchmark");
      measure("local", size, local(folder.resolve("local"), size));
      measure("sqlite", size, sqlite(folder.resolve("sqlite"), size));
      Cleanup.delete(folder);
    }
  }

  /// The measured program: runs the command and tells what it took on standard error.
  public static final class Child {

    private Child() {}

    public static void main(String[] args) {
      long started = System.nanoTime();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() ->
                  System.err.println(
                      "MEASURED " + (System.nanoTime() - started) / 1_000_000 + " " + peak())));
      Main.main(args);
    }

    private static long peak() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .map(MemoryPoolMXBean::getPeakUsage)
              .mapToLong(usage -> usage.getUsed())
              .sum()
          >> 20;
    }
  }

  private static void measure(String backend, int size, Path config) throws Exception {
    List<Long> work = new ArrayList<>();
    List<Long> process = new ArrayList<>();
    long peak = 0;
    for (int run = 0; run < RUNS; run++) {
      long started = System.nanoTime();
      List<Long> told = run(config, "state", "list", "--json");
      process.add((System.nanoTime() - started) / 1_000_000);
      work.add(told.get(0));
      peak = Math.max(peak, told.get(1));
    }
    Collections.sort(work);
    Collections.sort(process);
    System.out.printf(
        "%-8s %9d %12d %12d %9d MB%n",
        backend, size, work.get(RUNS / 2), process.get(RUNS / 2), peak);
  }

  /// Runs a command on a project and tells its milliseconds and its peak heap in MB.
  static List<Long> run(Path config, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-c", config.toString()));
    Process child =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the command failed: " + told);
    }
    try (Scanner figures = new Scanner(told.substring(told.indexOf("MEASURED ") + 9))) {
      return List.of(figures.nextLong(), figures.nextLong());
    }
  }

  static Path local(Path folder, int size) throws IOException {
    Path config = config(folder, "local");
    for (int i = 0; i < size; i++) {
      Files.writeString(folder.resolve(".runfabric/" + stage(i) + ".json"), receipt(stage(i)));
    }
    return config;
  }

  static Path sqlite(Path folder, int size) throws IOException, SQLException {
    Path config = config(folder, "sqlite");
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(".runfabric/state.db"))) {
      connection.setAutoCommit(false);
      try (Statement create = connection.createStatement()) {
        create.execute(
            "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT,"
                + " updated_at TEXT, PRIMARY KEY(workspace_id, stage))");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO runfabric_receipts VALUES ('.', ?, ?, ?)")) {
        for (int i = 0; i < size; i++) {
          insert.setString(1, stage(i));
          insert.setString(2, receipt(stage(i)));
          insert.setString(3, "2026-03-01T10:00:00Z");
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
    return config;
  }

  private static Path config(Path folder, String kind) throws IOException {
    Files.createDirectories(folder.resolve(".runfabric"));
    return Files.writeString(
        folder.resolve("runfabric.yml"), "service: shop\nbackend:\n  kind: " + kind + "\n");
  }

  private static String stage(int i) {
    return "stage-%06d".formatted(i);
  }

  static String receipt(String stage) {
    return """
    {"version": 2, "service": "shop", "stage": "%1$s", "provider": "aws-lambda",
     "deploymentId": "aws-lambda-%1$s-1772359200",
     "outputs": {"region": "eu-central-1", "url": "https://%1$s.example.com",
      "arn_cart": "arn:aws:lambda:eu-central-1:123456789012:function:shop-%1$s-cart",
      "arn_pay": "arn:aws:lambda:eu-central-1:123456789012:function:shop-%1$s-pay"},
     "artifacts": [{"function": "cart", "runtime": "nodejs22.x", "sourcePath": "src/cart.ts",
       "outputPath": ".runfabric/build/cart.zip", "sizeBytes": 182734,
       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}],
     "metadata": {"account_id": "123456789012"},
     "functions": [{"function": "cart", "resourceName": "shop-%1$s-cart",
       "artifactSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
       "configSignature": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"}],
     "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(stage);
  }
}
