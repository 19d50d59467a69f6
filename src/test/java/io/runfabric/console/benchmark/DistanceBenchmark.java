package io.runfabric.console.benchmark;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.SlowConnection;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures what reading many documents at once saves at a distance: lists 1,000 receipts of an S3
/// bucket 20 ms away one by one (`RUNFABRIC_CONSOLE_READS=1`), and as the console does by itself.
/// Server, distance and console share one JVM, warmed up by some listings.
public final class DistanceBenchmark {

  private static final int RECEIPTS = 1_000;
  private static final int WARM_UPS = 5;
  private static final Duration DISTANCE = Duration.ofMillis(20);
  private static final String PREFIX = "runfabric/state";

  private DistanceBenchmark() {}

  public static void main(String[] args) throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    for (int i = 0; i < RECEIPTS; i++) {
      String stage = "stage-%04d".formatted(i);
      server.put(
          bucket, PREFIX + "/receipts/" + stage + ".receipt.json", ListBenchmark.receipt(stage));
    }
    Path folder = Files.createTempDirectory("distance-benchmark");
    try (SlowConnection distance = new SlowConnection(server.port(), DISTANCE)) {
      Map<String, String> environment = S3Server.environment(distance.endpoint());
      for (int i = 0; i < WARM_UPS; i++) {
        milliseconds(folder, bucket, environment);
      }
      System.out.printf("%n%-24s %9s %12s%n", "s3, 20 ms away", "receipts", "ms");
      long many = print("32 at once", milliseconds(folder, bucket, environment));
      environment.put("RUNFABRIC_CONSOLE_READS", "1");
      long one = print("one by one", milliseconds(folder, bucket, environment));
      System.out.printf("%-24s %22.1f%n", "times faster", (double) one / many);
    } finally {
      Cleanup.delete(folder);
      server.stop();
    }
  }

  private static long print(String what, long milliseconds) {
    System.out.printf("%-24s %9d %12d%n", what, RECEIPTS, milliseconds);
    return milliseconds;
  }

  private static long milliseconds(Path folder, String bucket, Map<String, String> environment)
      throws Exception {
    AtomicInteger listed = new AtomicInteger();
    try (StateBackend backend =
        Backends.open(
            TestProject.in(
                folder,
                new BackendSettings.S3(bucket, PREFIX, "us-east-1", Optional.empty()),
                TestProject.localRecords(folder),
                environment),
            BackendOptions.standard())) {
      backend.read(backend.locate(EntryAddress.receipt("stage-0000")));
      long started = System.nanoTime();
      backend.entries(_ -> listed.incrementAndGet(), Cancellation.never());
      long took = (System.nanoTime() - started) / 1_000_000;
      if (listed.get() != RECEIPTS) {
        throw new IllegalStateException("listed " + listed + " of " + RECEIPTS);
      }
      return took;
    }
  }
}
