package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.azblob.AzuriteServer;
import io.runfabric.console.backend.gcs.GcsServer;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Lock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The locks of every source, on real servers, shown and removed by commands.
@Timeout(120)
class UnlockEverywhereTest {

  private static final String DSN = "RUNFABRIC_STATE_POSTGRES_URL";
  private static final Duration LEASE = Duration.ofMinutes(15);

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /// A kind of lock, and where it lies.
  enum Place {
    SQLITE(EntryKind.RECEIPT, "file"),
    LOCAL_RECORD(EntryKind.RECORD, "record"),
    S3(EntryKind.RECEIPT, "file", "file"),
    S3_LOCK_TABLE(EntryKind.RECEIPT, "dynamodb", "file", "file"),
    S3_RECORD(EntryKind.RECORD, "record"),
    DYNAMODB_LOCK_TABLE(EntryKind.RECEIPT, "dynamodb", "file"),
    DYNAMODB_OWN_ITEM(EntryKind.RECEIPT, "dynamodb", "file"),
    POSTGRES(EntryKind.RECEIPT, "file", "table"),
    POSTGRES_RECORD(EntryKind.RECORD, "record"),
    GCS(EntryKind.RECEIPT, "file", "file"),
    GCS_RECORD(EntryKind.RECORD, "record"),
    AZBLOB(EntryKind.RECEIPT, "file", "file"),
    AZBLOB_RECORD(EntryKind.RECORD, "record");

    private final EntryKind kind;
    private final String sources;

    Place(EntryKind kind, String... sources) {
      this.kind = kind;
      this.sources = String.join(" ", sources);
    }

    List<String> sources() {
      return List.of(sources.split(" "));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatHoldsIsShownNotStolenAndRemovedByItsIds(Place place) throws Exception {
    CommandLineRun cli = project(place);
    try (StateBackend backend = backend()) {
      Lease lease = backend.lock(place.kind, request(), false);

      assertThat(cli.run("state", "lock-steal", "--stage", "dev", "--yes").exitCode()).isEqualTo(5);
      Outcome plan =
          cli.run(
              "state", "force-unlock", "--stage", "dev", "--dry-run", "--show-secrets", "--json");
      assertThat(plan.exitCode()).as(plan.out() + plan.err()).isEqualTo(3);
      assertThat(values(plan.result(), "source"))
          .containsExactlyInAnyOrderElementsOf(place.sources());
      lease.check();

      List<String> command =
          new ArrayList<>(List.of("state", "force-unlock", "--stage", "dev", "--yes", "--json"));
      values(plan.result(), "lockId").forEach(id -> command.addAll(List.of("--lock-id", id)));
      JsonNode result = cli.run(command.toArray(String[]::new)).result();

      assertThat(values(result, "outcome")).containsOnly("removed");
      assertThat(result.path("free").asBoolean()).isTrue();
      assertThat(backend.locks(Cancellation.never())).isEmpty();
      lease.release();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatIsRenewedAfterItWasShownStaysInEveryPlace(Place place) throws Exception {
    CommandLineRun cli = project(place);
    // A renewal tells another time than the taking did.
    Clock ticking =
        Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), CommandLineRun.NOW));
    try (StateBackend backend = backend(ticking)) {
      Lease lease = backend.lock(place.kind, request(), false);
      Thread.sleep(5);
      cli.at(CommandLineRun.NOW.plus(LEASE).plusSeconds(70));

      Outcome outcome =
          cli.answering("y", lease::renew).run("state", "force-unlock", "--stage", "dev");

      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(5);
      assertThat(outcome.out()).contains("changed meanwhile, left alone");
      lease.check();
      assertThat(backend.locks(Cancellation.never())).hasSize(place.sources().size());
      lease.release();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockWhoseLeaseHasEndedIsTakenOver(Place place) throws Exception {
    CommandLineRun cli = project(place);
    try (StateBackend backend = backend()) {
      backend.lock(place.kind, request(), false);
      cli.at(CommandLineRun.NOW.plus(LEASE).plusSeconds(70));

      Outcome outcome = cli.run("state", "lock-steal", "--stage", "dev", "--yes", "--json");

      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.result().path("locks")).hasSize(place.sources().size());
      assertThat(backend.locks(Cancellation.never())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHoldIsSeenWithItsReasonAndGivenBackInEveryPlace(Place place) throws Exception {
    CommandLineRun cli = project(place);
    boolean record = place.kind == EntryKind.RECORD;
    try (StateBackend backend = backend()) {
      Outcome held =
          cli.run("lock", "hold", "--stage", "dev", "--reason", "new disk", "--for", "2h");
      if (record) {
        assertThat(held.exitCode()).isEqualTo(2);
        assertThat(held.err()).contains("leave --for out");
        assertThat(backend.locks(Cancellation.never())).isEmpty();
        return;
      }
      assertThat(held.exitCode()).as(held.err()).isZero();

      List<Lock> locks = backend.locks(Cancellation.never());
      assertThat(locks).hasSize(place.sources().size());
      assertThat(locks).extracting(Lock::operation).containsOnly("maintenance: new disk");
      assertThat(locks)
          .allSatisfy(
              lock -> assertThat(lock.holder()).startsWith(System.getProperty("user.name") + "@"));
      assertThat(cli.run("lock", "list").out()).contains("maintenance: new disk");
      assertThat(cli.run("lock", "release", "--stage", "dev").exitCode()).isZero();
      assertThat(backend.locks(Cancellation.never())).isEmpty();
    }
  }

  private CommandLineRun project(Place place) throws Exception {
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nprovider: {name: aws-lambda}\n" + configuration(place));
    CommandLineRun cli = new CommandLineRun(folder);
    environment.forEach(cli::with);
    return cli;
  }

  private String configuration(Place place) throws Exception {
    return switch (place) {
      case SQLITE -> "backend: {kind: sqlite}\n";
      case LOCAL_RECORD -> "state: {backend: local}\n";
      case S3 -> "backend: {kind: s3, s3Bucket: " + bucket() + "}\n";
      case S3_LOCK_TABLE ->
          "backend: {kind: s3, s3Bucket: " + bucket() + ", lockTable: " + table("lockKey") + "}\n";
      case S3_RECORD -> "state: {backend: s3, s3: {bucket: " + bucket() + "}}\n";
      case DYNAMODB_LOCK_TABLE ->
          "backend: {kind: dynamodb, receiptTable: "
              + table("pk", "sk")
              + ", lockTable: "
              + table("lockKey")
              + "}\n";
      case DYNAMODB_OWN_ITEM ->
          "backend: {kind: dynamodb, receiptTable: " + table("pk", "sk") + "}\n";
      case POSTGRES -> {
        postgres();
        yield "backend: {kind: postgres}\n";
      }
      case POSTGRES_RECORD ->
          "state: {backend: postgres, postgres: {connectionStringEnv: "
              + DSN
              + ", schema: "
              + postgres().name()
              + "}}\n";
      case GCS -> "backend: {kind: gcs, gcsBucket: " + gcs() + "}\n";
      case GCS_RECORD -> "state: {backend: gcs, gcs: {bucket: " + gcs() + "}}\n";
      case AZBLOB -> "backend: {kind: azblob, azblobContainer: " + container() + "}\n";
      case AZBLOB_RECORD -> "state: {backend: azblob, azblob: {container: " + container() + "}}\n";
    };
  }

  private String bucket() {
    environment.putAll(S3Server.running().environment());
    return S3Server.running().newBucket();
  }

  private String table(String... keys) {
    environment.putAll(DynamodbServer.running().environment());
    return keys.length == 1
        ? DynamodbServer.running().newTable(keys[0])
        : DynamodbServer.running().newTable(keys[0], keys[1]);
  }

  private Tenant postgres() throws Exception {
    Tenant tenant = PostgresServer.running().newTenant();
    environment.put(DSN, tenant.dsn());
    return tenant;
  }

  private String gcs() {
    environment.putAll(GcsServer.running().environment());
    return GcsServer.running().newBucket();
  }

  private String container() {
    AzuriteServer server = AzuriteServer.running();
    environment.putAll(server.environment());
    return server.newContainer().getBlobContainerName();
  }

  private StateBackend backend() throws Exception {
    return backend(Clock.fixed(CommandLineRun.NOW, ZoneOffset.UTC));
  }

  private StateBackend backend(Clock clock) throws Exception {
    ProjectRequest request =
        new ProjectRequest(
            Path.of("runfabric.yml"), folder, Optional.of("dev"), Optional.empty(), environment);
    BackendOptions standard = BackendOptions.standard();
    return Backends.open(
        ProjectLoader.load(request).project(),
        new BackendOptions(Optional.empty(), clock, standard.processAlive()));
  }

  private static LockRequest request() {
    return new LockRequest("shop", "dev", "aws-lambda", "deploy", LEASE);
  }

  private static List<String> values(JsonNode result, String field) {
    List<String> values = new ArrayList<>();
    result.path("locks").forEach(lock -> values.add(lock.path(field).asText()));
    return values;
  }
}
