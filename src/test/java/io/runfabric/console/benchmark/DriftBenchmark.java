package io.runfabric.console.benchmark;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Reconcile;
import io.runfabric.console.provider.aws.LambdaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// Measures asking a provider about many stages that is 20 ms away, how many requests are under way
/// at once, and how soon a cancelled comparison ends. All in one JVM, with the server.
///
/// Argument: how many stages, 1,000 unless told.
public final class DriftBenchmark {

  private static final long DISTANCE_MILLISECONDS = 20;
  private static final int SAMPLE = 50;

  private final Path folder;
  private final LambdaServer server;

  private DriftBenchmark(Path folder, LambdaServer server) {
    this.folder = folder;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    measure(new Figures(), args.length == 0 ? 1_000 : Integer.parseInt(args[0]));
  }

  static void measure(Figures figures, int stages) throws Exception {
    Path folder = Files.createTempDirectory("drift-benchmark");
    try (LambdaServer server = new LambdaServer()) {
      DriftBenchmark benchmark = new DriftBenchmark(folder, server);
      benchmark.fill(stages);
      server.delay(DISTANCE_MILLISECONDS);
      figures.table(
          "drift",
          "drift, AWS Lambda 20 ms away",
          "stages",
          "findings",
          "ms",
          "times faster",
          "at once",
          "cancelled, ms");
      benchmark.compare(figures, stages);
    } finally {
      Cleanup.delete(folder);
    }
  }

  private void fill(int stages) throws IOException {
    Files.createDirectories(folder.resolve(".runfabric"));
    Files.writeString(
        folder.resolve("runfabric.yml"),
        """
        service: shop
        provider: {name: aws-lambda, runtime: nodejs22.x, region: eu-central-1}
        functions: {api: {handler: src/api.handler, memory: 256}}
        """);
    for (int i = 0; i < stages; i++) {
      Files.writeString(
          folder.resolve(".runfabric/s" + i + ".json"),
          """
          {"version": 2, "service": "shop", "stage": "s%d", "provider": "aws-lambda",
           "deploymentId": "d", "outputs": {}, "functions": [{"function": "api"}],
           "updatedAt": "2026-03-01T10:00:00Z"}
          """
              .formatted(i));
      server.function(
          "shop-s" + i + "-api",
          LambdaServer.ok(
              """
              {"Configuration": {"Runtime": "nodejs22.x", "Handler": "src/api.handler",
                "MemorySize": %d, "State": "Active"}}
              """
                  .formatted(i % 10 == 0 ? 512 : 256)));
    }
  }

  private void compare(Figures figures, int stages) throws Exception {
    reconcile(Optional.of("s0"), Cancellation.never());
    long alone = System.nanoTime();
    for (int i = 0; i < SAMPLE; i++) {
      reconcile(Optional.of("s" + i), Cancellation.never());
    }
    double oneByOne = (double) (System.nanoTime() - alone) / SAMPLE * stages;
    long begun = System.nanoTime();
    DriftReport report = reconcile(Optional.empty(), Cancellation.never());
    long took = System.nanoTime() - begun;
    figures.row(
        "against the provider",
        stages,
        report.findings().size(),
        Duration.ofNanos(took).toMillis(),
        oneByOne / took,
        server.mostAtOnce(),
        cancelled().toMillis());
  }

  /// From asking to stop to the end.
  private Duration cancelled() {
    server.delay(5_000);
    int before = server.asked.size();
    Cancellation cancellation = new Cancellation();
    AtomicLong asked = new AtomicLong();
    Thread.startVirtualThread(() -> {
      while (server.asked.size() < before + 16) {
        Thread.onSpinWait();
      }
      asked.set(System.nanoTime());
      cancellation.cancel();
    });
    try {
      reconcile(Optional.empty(), cancellation);
      throw new IllegalStateException("it was not cancelled");
    } catch (CancellationException _) {
      return Duration.ofNanos(System.nanoTime() - asked.get());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private DriftReport reconcile(Optional<String> stage, Cancellation cancellation)
      throws Exception {
    ProjectRequest request =
        new ProjectRequest(
            Path.of("runfabric.yml"),
            folder,
            Optional.empty(),
            Optional.empty(),
            server.environment());
    try (ProjectSession session = ProjectSession.open(request, BackendOptions.standard())) {
      StateFilter filter = new StateFilter(Optional.empty(), stage, Optional.empty(), false);
      return new Reconcile(session, request, new DriftScope(Set.of(Against.PROVIDER), true, false))
          .run(filter, Progress.NONE, cancellation);
    }
  }
}
