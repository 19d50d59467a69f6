package io.runfabric.console.benchmark;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.SlowConnection;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.migrate.Ends;
import io.runfabric.console.operation.migrate.Migration;
import io.runfabric.console.operation.migrate.MigrationPlan;
import io.runfabric.console.operation.migrate.MigrationRequest;
import io.runfabric.console.operation.migrate.Route;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures a migration of many entries, with 20 ms added to each request to the target, against
/// copying them one by one without locks: read, write where nothing is, read back and compare. Of
/// the latter a sample is copied, and its rate compared. All in one JVM, with the servers.
///
/// Argument: how many entries, 10,000 unless told.
public final class MigrateBenchmark {

  private static final Duration DISTANCE = Duration.ofMillis(20);
  private static final int SAMPLE = 150;

  private final Path folder;
  private final Map<String, String> environment;
  private final int entries;

  private MigrateBenchmark(Path folder, Map<String, String> environment, int entries) {
    this.folder = folder;
    this.environment = environment;
    this.entries = entries;
  }

  public static void main(String[] args) throws Exception {
    measure(new Figures(), args.length == 0 ? 10_000 : Integer.parseInt(args[0]));
    S3Server.running().stop();
  }

  static void measure(Figures figures, int entries) throws Exception {
    Path folder = Files.createTempDirectory("migrate-benchmark");
    S3Server server = S3Server.running();
    String dsn = PostgresServer.running().newTenant().dsn();
    URI near = URI.create(dsn);
    try (SlowConnection database = new SlowConnection(near.getPort(), DISTANCE);
        SlowConnection bucket = new SlowConnection(server.port(), DISTANCE)) {
      Map<String, String> environment = new HashMap<>(S3Server.environment(bucket.endpoint()));
      int slow = URI.create(database.endpoint()).getPort();
      environment.put("DSN", dsn.replace(":" + near.getPort(), ":" + slow));
      Files.writeString(
          folder.resolve("runfabric.yml"),
          "service: shop\nbackend:\n  kind: local\n  postgresConnectionStringEnv: DSN\n"
              + "  s3Bucket: "
              + server.newBucket()
              + "\n");
      MigrateBenchmark benchmark = new MigrateBenchmark(folder, environment, entries);
      benchmark.fill();
      figures.table(
          "migrate",
          "migrate, 20 ms away",
          "entries",
          "ms",
          "entries/s",
          "one by one, /s",
          "times faster");
      benchmark.compare(figures, "local", "postgres");
      benchmark.compare(figures, "postgres", "s3");
    } finally {
      Cleanup.delete(folder);
    }
  }

  private void fill() throws Exception {
    Path receipts = Files.createDirectories(folder.resolve(".runfabric"));
    for (int i = 0; i < entries; i++) {
      String stage = "stage-%05d".formatted(i);
      Files.writeString(receipts.resolve(stage + ".json"), Sources.receipt(stage));
    }
  }

  private void compare(Figures figures, String from, String to) throws Exception {
    double one = oneByOne(from, to);
    long started = System.nanoTime();
    Route route =
        new Route(
            request(Optional.empty()),
            Optional.of(from),
            Optional.of(to),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (Ends ends = Ends.open(route, BackendOptions.standard())) {
      Migration migration =
          new Migration(
              ends,
              request(Optional.empty()),
              new MigrationRequest(
                  StateFilter.PROJECT, false, OnConflict.FAIL, false, false, false),
              new SafetyCopy("benchmark", "benchmark"));
      MigrationPlan plan = migration.plan(Progress.NONE, Cancellation.never());
      Migration.Result result =
          migration.apply(plan, new Trace(), Progress.NONE, Cancellation.never());
      if (result.outcome().done().size() != entries) {
        throw new IllegalStateException("migrated " + result.outcome().done().size());
      }
      long took = (System.nanoTime() - started) / 1_000_000;
      double many = entries * 1000.0 / took;
      figures.row(from + " to " + to, entries, took, many, one, many / one);
    }
  }

  // What was copied is removed again, so that the migration copies it too.
  private double oneByOne(String from, String to) throws Exception {
    List<Entry> sample = new ArrayList<>();
    try (StateBackend source = backend(from);
        StateBackend target = backend(to)) {
      source.entries(
          entry -> {
            if (sample.size() < SAMPLE) {
              sample.add(entry);
            }
          },
          Cancellation.never());
      Map<String, Revision> copied = new HashMap<>();
      long started = System.nanoTime();
      for (Entry entry : sample) {
        byte[] content = source.read(entry.ref()).orElseThrow().content();
        var place = target.locate(EntryAddress.receipt(entry.stage()));
        copied.put(entry.stage(), target.write(place, content, Precondition.ABSENT));
        byte[] back = target.read(place).orElseThrow().content();
        if (!CanonicalJson.digest(back).equals(CanonicalJson.digest(content))) {
          throw new IllegalStateException("came back otherwise: " + place);
        }
      }
      double rate = SAMPLE * 1e9 / (System.nanoTime() - started);
      for (Map.Entry<String, Revision> one : copied.entrySet()) {
        target.delete(target.locate(EntryAddress.receipt(one.getKey())), one.getValue());
      }
      return rate;
    }
  }

  private StateBackend backend(String kind) throws Exception {
    return Backends.open(
        ProjectLoader.load(request(Optional.of(kind))).project(), BackendOptions.standard());
  }

  private ProjectRequest request(Optional<String> kind) {
    return new ProjectRequest(
        Path.of("runfabric.yml"), folder, Optional.empty(), kind, environment);
  }
}
