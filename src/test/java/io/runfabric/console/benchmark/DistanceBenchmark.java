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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures what reading many documents at once saves at a distance: lists 1,000 receipts of an S3
/// bucket as the console does by itself, and fewer one by one (`RUNFABRIC_CONSOLE_READS=1`), by
/// rate. Server, distance and console share one JVM, warmed up by some listings.
public final class DistanceBenchmark {

  private static final int RECEIPTS = 1_000;
  private static final int ONE_BY_ONE = 100;
  private static final int WARM_UPS = 5;
  private static final List<Duration> DISTANCES =
      List.of(Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(100));
  private static final String PREFIX = "runfabric/state";

  private DistanceBenchmark() {}

  public static void main(String[] args) throws Exception {
    measure(new Figures());
    S3Server.running().stop();
  }

  static void measure(Figures figures) throws Exception {
    figures.table(
        "distance",
        "list of an S3 bucket",
        "receipts",
        "ms",
        "receipts/s",
        "one by one, /s",
        "times faster");
    S3Server server = S3Server.running();
    Path folder = Files.createTempDirectory("distance-benchmark");
    String many = bucket(server, RECEIPTS);
    String few = bucket(server, ONE_BY_ONE);
    try {
      for (Duration distance : DISTANCES) {
        try (SlowConnection far = new SlowConnection(server.port(), distance)) {
          Map<String, String> environment = S3Server.environment(far.endpoint());
          for (int i = 0; i < WARM_UPS; i++) {
            rate(folder, many, RECEIPTS, environment);
          }
          double together = rate(folder, many, RECEIPTS, environment);
          environment.put("RUNFABRIC_CONSOLE_READS", "1");
          double alone = rate(folder, few, ONE_BY_ONE, environment);
          figures.row(
              distance.toMillis() + " ms away",
              RECEIPTS,
              Math.round(RECEIPTS * 1000 / together),
              together,
              alone,
              together / alone);
        }
      }
    } finally {
      Cleanup.delete(folder);
    }
  }

  private static String bucket(S3Server server, int receipts) {
    String bucket = server.newBucket();
    for (int i = 0; i < receipts; i++) {
      String stage = Sources.stage(i);
      server.put(bucket, PREFIX + "/receipts/" + stage + ".receipt.json", Sources.receipt(stage));
    }
    return bucket;
  }

  // Receipts a second.
  private static double rate(
      Path folder, String bucket, int receipts, Map<String, String> environment) throws Exception {
    AtomicInteger listed = new AtomicInteger();
    try (StateBackend backend =
        Backends.open(
            TestProject.in(
                folder,
                new BackendSettings.S3(bucket, PREFIX, "us-east-1", Optional.empty()),
                TestProject.localRecords(folder),
                environment),
            BackendOptions.standard())) {
      backend.read(backend.locate(EntryAddress.receipt(Sources.stage(0))));
      long started = System.nanoTime();
      backend.entries(_ -> listed.incrementAndGet(), Cancellation.never());
      long took = System.nanoTime() - started;
      if (listed.get() != receipts) {
        throw new IllegalStateException("listed " + listed + " of " + receipts);
      }
      return receipts * 1e9 / took;
    }
  }
}
