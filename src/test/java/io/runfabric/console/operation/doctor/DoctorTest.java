package io.runfabric.console.operation.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.blob.BlobContainerClient;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.aws.CarelessS3;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.backend.azblob.AzuriteServer;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.backend.faults.FaultyConnection;
import io.runfabric.console.backend.faults.FaultyConnection.Fault;
import io.runfabric.console.backend.gcs.GcsAccess;
import io.runfabric.console.backend.gcs.GcsDocumentStore;
import io.runfabric.console.backend.gcs.GcsServer;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.EntryKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DoctorTest {

  private static final String RECEIPT =
      """
      {"version": 2, "service": "shop", "stage": "dev", "provider": "aws-lambda",
       "deploymentId": "d", "outputs": {}, "updatedAt": "2026-03-01T10:00:00Z"}
      """;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.systemUTC();

  @Nested
  class OnLocalFiles {

    @Test
    void aHealthyProjectIsCalledHealthyAndIsLeftAsItWas() throws Exception {
      config("service: shop\n");
      file(".runfabric/dev.json", RECEIPT);
      Set<Path> before = files();

      Diagnosis diagnosis = examine(true);

      assertThat(diagnosis.healthy()).as("%s", diagnosis.findings()).isTrue();
      assertThat(severities(diagnosis, Area.PERMISSIONS)).containsOnly(Severity.OK).hasSize(4);
      assertThat(severities(diagnosis, Area.CONDITIONAL_WRITES)).containsExactly(Severity.OK);
      assertThat(files()).isEqualTo(before);
    }

    @Test
    void withoutWritingWhatIsLeftOpenIsSaidAndNotCalledFine() throws Exception {
      config("service: shop\n");
      file(".runfabric/dev.json", RECEIPT);

      Diagnosis diagnosis = examine(false);

      assertThat(diagnosis.healthy()).isFalse();
      assertThat(diagnosis.worst()).isEqualTo(Severity.NOT_CHECKED);
      assertThat(severities(diagnosis, Area.CONDITIONAL_WRITES))
          .containsExactly(Severity.NOT_CHECKED);
    }

    @Test
    void aProjectThatWasNeverDeployedIsFineAndNothingIsCreated() throws Exception {
      config("service: shop\n");

      Diagnosis diagnosis = examine(true);

      assertThat(only(diagnosis, Area.EXISTENCE).severity()).isEqualTo(Severity.INFO);
      assertThat(files()).containsExactly(folder.resolve("runfabric.yml"));
    }

    @Test
    void whatDoesNotLoadAndStaleLocksAndInterruptedDeploysAreFound() throws Exception {
      config("service: shop\n");
      file(".runfabric/dev.json", RECEIPT.substring(0, 40));
      file(".runfabric/qa.json", RECEIPT.replace("shop", "billing").replace("dev", "qa"));
      file(
          ".runfabric/locks/shop-dev.lock.json",
          "{\"service\": \"shop\", \"stage\": \"dev\", \"expiresAt\": \"2026-01-01T00:00:00Z\"}");
      file(".runfabric/locks/shop-qa.lock.json", "");
      file(
          ".runfabric/journals/shop-dev.journal.json",
          "{\"service\": \"shop\", \"stage\": \"dev\", \"status\": \"active\"}");

      Diagnosis diagnosis = examine(true);

      assertThat(severities(diagnosis, Area.LOCKS))
          .containsExactlyInAnyOrder(Severity.WARNING, Severity.CRITICAL);
      assertThat(severities(diagnosis, Area.STATE))
          .containsExactly(Severity.CRITICAL, Severity.WARNING, Severity.WARNING);
      assertThat(evidence(diagnosis, Area.STATE))
          .contains("1 do not load")
          .contains("billing")
          .contains("interrupted");
    }

    @Test
    void aConfigurationThatDoesNotLoadLeavesTheRestUnchecked() throws Exception {
      config("service: shop\nbackend:\n  kind: postgress\n");

      Diagnosis diagnosis = examine(true);

      assertThat(diagnosis.project()).isEmpty();
      assertThat(only(diagnosis, Area.CONFIGURATION).severity()).isEqualTo(Severity.CRITICAL);
      assertThat(only(diagnosis, Area.CONFIGURATION).evidence()).contains("runfabric.yml:3");
      assertThat(only(diagnosis, Area.CONNECTION).severity()).isEqualTo(Severity.NOT_CHECKED);
    }

    @Test
    void cancellationEndsTheLook() throws Exception {
      config("service: shop\n");
      Cancellation cancelled = new Cancellation();
      cancelled.cancel();

      assertThatThrownBy(() -> doctor(true).examine(_ -> {}, cancelled))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Nested
  class OnSqlite {

    @Test
    void aMissingTableIsCreatedWhenToldOnly() throws Exception {
      config("service: shop\nbackend:\n  kind: sqlite\n");

      Diagnosis diagnosis = examine(true);

      assertThat(folder.resolve(".runfabric")).doesNotExist();
      List<Repair> repairs = diagnosis.repairs();
      assertThat(repairs).hasSize(1);
      repairs.getFirst().run();
      Diagnosis after = examine(true);
      assertThat(after.repairs()).isEmpty();
      assertThat(after.healthy()).as("%s", after.findings()).isTrue();
      assertThat(severities(after, Area.CONDITIONAL_WRITES)).containsOnly(Severity.OK).hasSize(2);
      try (StateBackend backend = backend()) {
        assertThat(backend.workspaces()).isEmpty();
      }
    }

    @Test
    void aFileThatIsNoDatabaseIsCritical() throws Exception {
      config("service: shop\nbackend:\n  kind: sqlite\n  sqlitePath: notes.txt\n");
      file("notes.txt", "these are notes, and enough of them to be no header of a database\n");

      Diagnosis diagnosis = examine(true);

      assertThat(evidence(diagnosis, Area.STATE)).contains("not a SQLite database");
      assertThat(folder.resolve("notes.txt")).content().startsWith("these are notes");
    }
  }

  @Nested
  class OnS3 {

    private final S3Server server = S3Server.running();
    private final String bucket = server.newBucket();

    @Test
    void everythingIsTriedAndNothingIsLeftBehind() throws Exception {
      s3(bucket, server.environment());
      server.keepVersions(bucket);

      Diagnosis diagnosis = examine(true);

      assertThat(diagnosis.count(Severity.CRITICAL)).as("%s", diagnosis.findings()).isZero();
      assertThat(severities(diagnosis, Area.CREDENTIALS)).containsExactly(Severity.OK);
      assertThat(subjects(diagnosis, Area.PERMISSIONS))
          .contains("s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject");
      assertThat(severities(diagnosis, Area.CLOCK)).containsExactly(Severity.OK);
      assertThat(only(diagnosis, Area.CONNECTION).took()).isPresent();
      assertThat(server.everything(bucket)).isEmpty();
    }

    @Test
    void aMissingBucketIsNamedAndTheRestIsNotCalledFine() throws Exception {
      s3("no-such-bucket", server.environment());

      Diagnosis diagnosis = examine(true);

      assertThat(only(diagnosis, Area.EXISTENCE).severity()).isEqualTo(Severity.CRITICAL);
      assertThat(only(diagnosis, Area.EXISTENCE).remedy()).contains("aws s3 mb");
      assertThat(at(diagnosis, "s3:PutObject").severity()).isEqualTo(Severity.NOT_CHECKED);
    }

    @Test
    void anUnreachableEndpointLeavesTheRestUnchecked() throws Exception {
      s3(bucket, S3Server.environment("http://127.0.0.1:1"));

      Diagnosis diagnosis = examine(true);

      assertThat(severities(diagnosis, Area.CONNECTION)).contains(Severity.CRITICAL);
      assertThat(at(diagnosis, "s3:PutObject").severity()).isEqualTo(Severity.NOT_CHECKED);
      assertThat(diagnosis.healthy()).isFalse();
    }

    @Test
    void aStoreThatIsNotReachedIsNotWaitedForAgainByEachLook() throws Exception {
      try (FaultyConnection way = new FaultyConnection(server.port())) {
        Fault turnedAway = new Fault(FaultyConnection.Kind.REFUSED, 0, Integer.MAX_VALUE);
        s3(bucket, S3Server.environment("http://127.0.0.1:" + way.port()));
        way.fault(turnedAway);
        try (StateBackend backend = backend()) {
          assertThatThrownBy(() -> backend.documents(_ -> {}, Cancellation.never()))
              .isInstanceOf(BackendException.class);
        }
        int listing = way.befallen();

        way.fault(turnedAway);
        Diagnosis diagnosis = examine(true);

        assertThat(severities(diagnosis, Area.LOCKS)).containsExactly(Severity.NOT_CHECKED);
        // Once by what looks at the store, and once by what looks at the state.
        assertThat(way.befallen()).isLessThan(3 * listing);
      }
    }

    @Test
    void aMissingPermissionIsNamed() throws Exception {
      try (ScriptedServer denying =
          new ScriptedServer((_, request) ->
              request.getRequestMethod().equals("GET")
                  ? Answer.xml(200, "<ListBucketResult></ListBucketResult>")
                  : Answer.s3Error(403, "AccessDenied"))) {
        s3(bucket, S3Server.environment(denying.endpoint()));

        Diagnosis diagnosis = examine(true);

        assertThat(at(diagnosis, "s3:PutObject").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(at(diagnosis, "s3:PutObject").remedy()).contains("s3:PutObject");
        assertThat(at(diagnosis, "s3:DeleteObject").severity()).isEqualTo(Severity.NOT_CHECKED);
      }
    }

    @Test
    void withoutCredentialsThatIsWhatIsSaid() throws Exception {
      Map<String, String> none = new HashMap<>(server.environment());
      none.remove("AWS_ACCESS_KEY_ID");
      none.put("AWS_EC2_METADATA_DISABLED", "true");
      none.put("AWS_PROFILE", "no-such-profile");
      s3(bucket, none);

      Diagnosis diagnosis = examine(true);

      assertThat(only(diagnosis, Area.CREDENTIALS).severity()).isEqualTo(Severity.CRITICAL);
      assertThat(only(diagnosis, Area.CREDENTIALS).remedy()).contains("AWS_ACCESS_KEY_ID");
    }

    @Test
    void credentialsOfTheDotEnvAreSaidToBeFromThereAndNeverShown() throws Exception {
      s3(bucket, server.environment());
      environment.remove("AWS_SECRET_ACCESS_KEY");
      file(".env", "AWS_SECRET_ACCESS_KEY=" + S3Server.SECRET_KEY + "\n");

      Diagnosis diagnosis = examine(true);

      assertThat(only(diagnosis, Area.CREDENTIALS).evidence())
          .contains("AWS_ACCESS_KEY_ID of the environment")
          .contains("AWS_SECRET_ACCESS_KEY of .env");
      assertThat(diagnosis.findings().toString()).doesNotContain(S3Server.SECRET_KEY);
    }

    @Test
    void aClockThatDiffersIsFound() throws Exception {
      s3(bucket, server.environment());
      clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3));

      Finding found = only(examine(true), Area.CLOCK);

      assertThat(found.severity()).isEqualTo(Severity.WARNING);
      assertThat(found.evidence()).contains("ahead");
    }

    @Test
    void aStoreThatIgnoresConditionsIsFoundAndNoLockIsTakenThere() throws Exception {
      try (CarelessS3 careless = new CarelessS3()) {
        s3(CarelessS3.BUCKET, careless.environment());

        assertThat(assertConditionsIgnored()).contains("create where nothing is");
        try (StateBackend backend = backend()) {
          LockRequest request =
              new LockRequest("shop", "dev", "", "restore", Duration.ofMinutes(15));
          assertThatThrownBy(() -> backend.lock(EntryKind.RECEIPT, request, false))
              .isInstanceOfSatisfying(
                  BackendException.class,
                  e -> assertThat(e.code()).isEqualTo(BackendException.Code.UNSUPPORTED))
              .hasMessageContaining("excludes nobody");
          assertThat(backend.locks(Cancellation.never())).isEmpty();
        }
      }
    }

    @Test
    void aStoreThatKeepsToConditionsOnlyWhileNobodyElseWritesIsFoundToo() throws Exception {
      S3Server hasty = S3Server.hasty();
      try {
        String bucket = hasty.newBucket();
        s3(bucket, hasty.environment());

        assertThat(assertConditionsIgnored()).contains("replace for one of several at once");
        assertThat(hasty.everything(bucket)).isEmpty();
      } finally {
        hasty.stop();
      }
    }

    private String assertConditionsIgnored() throws Exception {
      Diagnosis diagnosis = examine(true);

      assertThat(
              diagnosis.findings().stream()
                  .filter(f -> f.area() == Area.CONDITIONAL_WRITES)
                  .map(Finding::severity))
          .contains(Severity.CRITICAL);
      String evidence = evidence(diagnosis, Area.CONDITIONAL_WRITES);
      assertThat(evidence).contains("locks exclude nobody");
      return evidence;
    }

    private void s3(String name, Map<String, String> around) throws Exception {
      environment.putAll(around);
      config("service: shop\nbackend:\n  kind: s3\n  s3Bucket: " + name + "\n");
    }
  }

  @Nested
  class OnDynamodb {

    private final DynamodbServer server = DynamodbServer.running();

    @Test
    void everythingIsTriedAndNothingIsLeftBehind() throws Exception {
      String table = server.newTable("pk", "sk");
      String locks = server.newTable("lockKey");
      dynamodb(table, locks);

      Diagnosis diagnosis = examine(true);

      assertThat(diagnosis.count(Severity.CRITICAL)).as("%s", diagnosis.findings()).isZero();
      assertThat(subjects(diagnosis, Area.PERMISSIONS))
          .contains(
              "dynamodb:Query",
              "dynamodb:Scan",
              "dynamodb:GetItem",
              "dynamodb:PutItem",
              "dynamodb:UpdateItem",
              "dynamodb:DeleteItem",
              "dynamodb:DescribeTable");
      DynamoDbClient client = server.client();
      assertThat(client.scan(scan -> scan.tableName(table)).items()).isEmpty();
      assertThat(client.scan(scan -> scan.tableName(locks)).items()).isEmpty();
    }

    @Test
    void missingTablesAreCreatedWithTheirKeys() throws Exception {
      dynamodb("receipts-to-come", "locks-to-come");

      Diagnosis diagnosis = examine(true);

      assertThat(diagnosis.repairs())
          .extracting(Repair::what)
          .containsExactly(
              "create the DynamoDB table receipts-to-come",
              "create the DynamoDB table locks-to-come");
      for (Repair repair : diagnosis.repairs()) {
        repair.run();
      }
      Diagnosis after = examine(true);
      assertThat(after.count(Severity.CRITICAL)).as("%s", after.findings()).isZero();
      assertThat(after.repairs()).isEmpty();
    }

    @Test
    void aTableWithOtherKeysIsNoReceiptTable() throws Exception {
      dynamodb(server.newTable("id"), server.newTable("lockKey"));

      Diagnosis diagnosis = examine(true);

      assertThat(evidence(diagnosis, Area.EXISTENCE)).contains("its keys are id, not pk, sk");
      assertThat(at(diagnosis, "dynamodb:PutItem").severity()).isEqualTo(Severity.NOT_CHECKED);
    }

    private void dynamodb(String receipts, String locks) throws Exception {
      environment.putAll(server.environment());
      config(
          "service: shop\nbackend:\n  kind: dynamodb\n  receiptTable: "
              + receipts
              + "\n  lockTable: "
              + locks
              + "\n");
    }
  }

  @Nested
  class OnPostgres {

    private static final String DSN = "RUNFABRIC_STATE_POSTGRES_URL";

    private final Tenant tenant = tenant();

    private static Tenant tenant() {
      try {
        return PostgresServer.running().newTenant();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Test
    void missingTablesAreCreatedAndEverythingIsTriedWithoutATrace() throws Exception {
      postgres(tenant.dsn());

      Diagnosis before = examine(true);

      assertThat(tables()).isEmpty();
      assertThat(before.repairs()).hasSize(3);
      for (Repair repair : before.repairs()) {
        repair.run();
      }
      assertThat(tables())
          .containsExactly("runfabric_receipts", "runfabric_receipts_locks", "runfabric_state");
      Diagnosis after = examine(true);
      assertThat(after.healthy()).as("%s", after.findings()).isTrue();
      assertThat(subjects(after, Area.PERMISSIONS))
          .contains("SELECT", "INSERT", "UPDATE", "DELETE");
      assertThat(severities(after, Area.CLOCK)).containsOnly(Severity.OK);
      for (String table : tables()) {
        assertThat(PostgresServer.running().column("SELECT 1 FROM " + tenant.name() + "." + table))
            .isEmpty();
      }
      assertThat(after.findings().toString()).doesNotContain(PostgresServer.PASSWORD);
    }

    @Test
    void withoutWritingTheServersOwnListsTellThePermissions() throws Exception {
      tenant.sql(
          "CREATE TABLE "
              + tenant.name()
              + ".runfabric_receipts (workspace_id TEXT, stage TEXT, data JSONB, updated_at TEXT,"
              + " PRIMARY KEY (workspace_id, stage))");
      tenant.sql("REVOKE DELETE ON " + tenant.name() + ".runfabric_receipts FROM " + tenant.name());
      postgres(tenant.dsn());

      Diagnosis diagnosis = examine(false);

      assertThat(at(diagnosis, "INSERT").severity()).isEqualTo(Severity.OK);
      assertThat(at(diagnosis, "DELETE").severity()).isEqualTo(Severity.CRITICAL);
      assertThat(at(diagnosis, "DELETE").remedy()).contains("GRANT DELETE");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() throws Exception {
      postgres("");

      Diagnosis diagnosis = examine(true);

      assertThat(evidence(diagnosis, Area.CONFIGURATION)).contains(DSN + ", which leads to");
      assertThat(at(diagnosis, "INSERT").severity()).isEqualTo(Severity.NOT_CHECKED);
    }

    private List<String> tables() throws SQLException {
      return PostgresServer.running()
          .column(
              "SELECT tablename FROM pg_tables WHERE schemaname = '"
                  + tenant.name()
                  + "' ORDER BY 1");
    }

    private void postgres(String dsn) throws Exception {
      environment.put(DSN, dsn);
      config(
          "service: shop\nbackend:\n  kind: postgres\nstate:\n  backend: postgres\n  postgres:\n"
              + "    connectionStringEnv: "
              + DSN
              + "\n    schema: "
              + tenant.name()
              + "\n");
    }
  }

  @Nested
  class OnGcs {

    private final GcsServer server = GcsServer.running();

    @Test
    void everythingIsTriedAndNothingIsLeftBehind() throws Exception {
      String bucket = server.newBucket();
      server.keepVersions(bucket);
      environment.putAll(server.environment());
      config("service: shop\nbackend:\n  kind: gcs\n  gcsBucket: " + bucket + "\n");

      Diagnosis diagnosis = examine(true);

      assertThat(diagnosis.count(Severity.CRITICAL)).as("%s", diagnosis.findings()).isZero();
      assertThat(subjects(diagnosis, Area.PERMISSIONS))
          .contains(
              "storage.objects.list",
              "storage.objects.get",
              "storage.objects.create",
              "storage.objects.delete");
      assertThat(severities(diagnosis, Area.CLOCK)).containsExactly(Severity.OK);
      try (GcsDocumentStore store =
          GcsDocumentStore.open(new GcsAccess(server.environment(), folder), bucket, "")) {
        List<String> left = new ArrayList<>();
        store.list(
            new DocumentStore.Range("", true), one -> left.add(one.key()), Cancellation.never());
        assertThat(left).isEmpty();
      }
    }

    @Test
    void aMissingBucketIsNamed() throws Exception {
      environment.putAll(server.environment());
      config("service: shop\nbackend:\n  kind: gcs\n  gcsBucket: no-such-bucket\n");

      Diagnosis diagnosis = examine(true);

      assertThat(only(diagnosis, Area.EXISTENCE).remedy())
          .contains("gcloud storage buckets create");
      assertThat(at(diagnosis, "storage.objects.create").severity())
          .isEqualTo(Severity.NOT_CHECKED);
    }
  }

  @Nested
  class OnAzblob {

    private final AzuriteServer server = AzuriteServer.running();

    @Test
    void everythingIsTriedAndNothingIsLeftBehind() throws Exception {
      BlobContainerClient container = server.newContainer();
      environment.putAll(server.environment());
      config(
          "service: shop\nbackend:\n  kind: azblob\n  azblobContainer: "
              + container.getBlobContainerName()
              + "\n");

      Diagnosis diagnosis = examine(true);

      assertThat(diagnosis.count(Severity.CRITICAL)).as("%s", diagnosis.findings()).isZero();
      assertThat(subjects(diagnosis, Area.PERMISSIONS))
          .contains("list blobs", "read blobs", "write blobs", "delete blobs");
      assertThat(severities(diagnosis, Area.CREDENTIALS)).containsExactly(Severity.OK);
      assertThat(severities(diagnosis, Area.CLOCK)).containsExactly(Severity.OK);
      assertThat(container.listBlobs()).isEmpty();
      assertThat(diagnosis.findings().toString()).doesNotContain(AzuriteServer.KEY);
    }

    @Test
    void withoutAnAccountThatIsWhatIsSaid() throws Exception {
      config("service: shop\nbackend:\n  kind: azblob\n  azblobContainer: state\n");

      Diagnosis diagnosis = examine(true);

      assertThat(only(diagnosis, Area.CREDENTIALS).severity()).isEqualTo(Severity.CRITICAL);
      assertThat(at(diagnosis, "write blobs").severity()).isEqualTo(Severity.NOT_CHECKED);
    }
  }

  private Diagnosis examine(boolean mayWrite) {
    return doctor(mayWrite).examine(_ -> {}, Cancellation.never());
  }

  private Doctor doctor(boolean mayWrite) {
    return new Doctor(request(), new BackendOptions(Optional.empty(), clock, _ -> false), mayWrite);
  }

  private ProjectRequest request() {
    return new ProjectRequest(
        Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), environment);
  }

  private StateBackend backend() throws Exception {
    return Backends.open(ProjectLoader.load(request()).project(), BackendOptions.standard());
  }

  private void config(String text) throws Exception {
    file("runfabric.yml", text);
  }

  private void file(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Set<Path> files() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }

  private static List<Severity> severities(Diagnosis diagnosis, Area area) {
    return in(diagnosis, area).map(Finding::severity).toList();
  }

  private static List<String> subjects(Diagnosis diagnosis, Area area) {
    return in(diagnosis, area).map(Finding::subject).toList();
  }

  private static String evidence(Diagnosis diagnosis, Area area) {
    return in(diagnosis, area).map(Finding::evidence).collect(Collectors.joining("\n"));
  }

  private static Finding only(Diagnosis diagnosis, Area area) {
    List<Finding> found = in(diagnosis, area).toList();
    assertThat(found).as("%s", diagnosis.findings()).isNotEmpty();
    return found.getFirst();
  }

  private static Finding at(Diagnosis diagnosis, String subject) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Finding> in(Diagnosis diagnosis, Area area) {
    return diagnosis.findings().stream().filter(finding -> finding.area() == area);
  }
}
