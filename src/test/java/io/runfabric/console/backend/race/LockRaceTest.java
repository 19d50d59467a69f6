package io.runfabric.console.backend.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.azblob.AzuriteServer;
import io.runfabric.console.backend.gcs.GcsServer;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.backend.race.LockRace.Result;
import io.runfabric.console.backend.race.RaceGround.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// Eight processes race for every kind of lock, each to have it six times, or as often as
/// `-Draces.rounds` says. A new kind of lock is one more line in [#grounds()].
@Timeout(900)
class LockRaceTest {

  private static final String DSN = "RUNFABRIC_STATE_POSTGRES_URL";
  private static final int PROCESSES = 8;
  private static final int ROUNDS = Integer.getInteger("races.rounds", 6);

  @TempDir(factory = InMemory.class)
  private Path folder;

  private final S3Server s3 = S3Server.running();
  private final DynamodbServer dynamodb = DynamodbServer.running();
  private final GcsServer gcs = GcsServer.running();
  private final AzuriteServer azurite = AzuriteServer.running();
  private final Tenant tenant = tenant();

  private static Tenant tenant() {
    try {
      return PostgresServer.running().newTenant();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLockHasOneHolderAtATimeAndARaceForABrokenOneFindsTwo() throws Exception {
    List<Result> results = new LockRace(PROCESSES, ROUNDS, environment()).run(folder, grounds());

    results.forEach(System.out::println);
    assertThat(results)
        .hasSameSizeAs(grounds())
        .allSatisfy(result -> {
          assertThat(result.rounds()).isEqualTo(PROCESSES * ROUNDS);
          if (result.ground().lock() == Lock.CARELESS) {
            assertThat(result.doubles()).as(result.toString()).isPositive();
          } else {
            assertThat(result.doubles()).as(result.toString()).isZero();
            assertThat(result.losses()).as(result.toString()).isZero();
            assertThat(result.abandoned()).as(result.toString()).isPositive();
          }
        });
  }

  /// A folder in memory where there are such: what is raced for is not the disk.
  static final class InMemory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "race")
          : Files.createTempDirectory("race");
    }
  }

  private List<RaceGround> grounds() {
    String receipts = dynamodb.newTable("pk", "sk");
    String bucket = s3.newBucket();
    return List.of(
        RaceGround.local("engine-2 file", Lock.RECEIPT),
        RaceGround.local("engine-1 file", Lock.RECORD),
        RaceGround.remote("S3 object", Lock.RECEIPT, backend("s3", "s3Bucket: " + bucket)),
        RaceGround.remote(
            "S3 record lock",
            Lock.RECORD,
            "state:\n  backend: s3\n  s3:\n    bucket: %s\n".formatted(bucket)),
        RaceGround.remote(
            "DynamoDB lock table",
            Lock.RECEIPT,
            backend(
                "dynamodb",
                "receiptTable: " + receipts,
                "lockTable: " + dynamodb.newTable("lockKey"))),
        RaceGround.remote(
            "DynamoDB own item", Lock.RECEIPT, backend("dynamodb", "receiptTable: " + receipts)),
        RaceGround.remote(
            "Postgres row", Lock.RECEIPT, backend("postgres", "postgresTable: races")),
        RaceGround.remote(
            "Postgres record row",
            Lock.RECORD,
            "state:\n  backend: postgres\n  postgres:\n    connectionStringEnv: "
                + DSN
                + "\n    schema: "
                + tenant.name()
                + "\n"),
        RaceGround.remote(
            "GCS object", Lock.RECEIPT, backend("gcs", "gcsBucket: " + gcs.newBucket())),
        RaceGround.remote(
            "Azure blob",
            Lock.RECEIPT,
            backend("azblob", "azblobContainer: " + azurite.newContainer().getBlobContainerName())),
        RaceGround.local("a store without conditions", Lock.CARELESS));
  }

  private static String backend(String kind, String... keys) {
    return "backend:\n  kind: " + kind + "\n  " + String.join("\n  ", keys) + "\n";
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(s3.environment());
    environment.putAll(dynamodb.environment());
    environment.putAll(gcs.environment());
    environment.putAll(azurite.environment());
    environment.put(DSN, tenant.dsn());
    return environment;
  }
}
