package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.azblob.AzuriteServer;
import io.runfabric.console.backend.gcs.GcsServer;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.config.RecordSettings;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every ordered pair of kinds on its real servers: 12 mixed entries and some journals go from one
/// to the other.
@Timeout(120)
class MigrateEverywhereTest {

  private static final int ENTRIES = 12;
  private static final int RECORDS = 10;
  private static final int JOURNALS = 4;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  static Stream<Arguments> pairs() {
    return Stream.of(BackendKind.values())
        .flatMap(from ->
            Stream.of(BackendKind.values())
                .filter(to -> to != from)
                .map(to -> Arguments.of(from, to)));
  }

  /// Where a document belongs, in whichever backend.
  private sealed interface Where {
    record OfEntry(EntryAddress address) implements Where {}

    record OfJournal(String stage) implements Where {}

    default DocumentRef in(StateBackend backend) throws Exception {
      return switch (this) {
        case OfEntry(EntryAddress address) -> backend.locate(address);
        case OfJournal(String stage) -> backend.locateJournal("shop", stage);
      };
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void allGoesFromOneKindToTheOtherAndTheSourceIsOnlyRead(BackendKind from, BackendKind to)
      throws Exception {
    boolean records = RecordSettings.keptIn(from) && RecordSettings.keptIn(to);
    configure(from);
    CommandLineRun cli = new CommandLineRun(folder);
    environment.forEach(cli::with);
    Map<Where, byte[]> documents = documents(records ? RECORDS : 0);
    try (StateBackend source = backend(from, from);
        StateBackend target = backend(to, records ? to : from)) {
      for (Map.Entry<Where, byte[]> one : documents.entrySet()) {
        source.write(one.getKey().in(source), one.getValue(), Precondition.ABSENT);
      }
      Map<Where, String> before = digests(source, documents.keySet());

      Outcome plan = migrate(cli, from, to, "--dry-run", "--json");
      assertThat(plan.exitCode()).as(plan.out() + plan.err()).isEqualTo(3);
      JsonNode result = migrate(cli, from, to, "--yes", "--json").result();

      assertThat(result.path("from").asText()).isEqualTo(from.word());
      assertThat(result.path("to").asText()).isEqualTo(to.word());
      for (Map.Entry<Where, byte[]> one : documents.entrySet()) {
        byte[] stored =
            target
                .read(one.getKey().in(target))
                .orElseThrow(() -> new AssertionError(one.getKey()))
                .content();
        boolean json =
            one.getKey() instanceof Where.OfEntry(EntryAddress address)
                && address.kind() == io.runfabric.console.model.EntryKind.RECEIPT
                && (from == BackendKind.POSTGRES || to == BackendKind.POSTGRES);
        if (json) {
          assertThat(CanonicalJson.digest(stored)).isEqualTo(CanonicalJson.digest(one.getValue()));
        } else {
          assertThat(stored).isEqualTo(one.getValue());
        }
      }
      assertThat(digests(source, documents.keySet())).isEqualTo(before);
      assertThat(source.locks(Cancellation.never())).isEmpty();
      assertThat(target.locks(Cancellation.never())).isEmpty();

      Outcome again = migrate(cli, from, to, "--yes", "--json");
      assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
      assertThat(again.result().path("migrated").asInt()).isZero();
    }
  }

  private static Outcome migrate(
      CommandLineRun cli, BackendKind from, BackendKind to, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "state",
                "migrate",
                "--from",
                from.word(),
                "--to",
                to.word(),
                "--include-journals"));
    words.addAll(List.of(more));
    return cli.run(words.toArray(String[]::new));
  }

  private static Map<Where, String> digests(StateBackend backend, Iterable<Where> places)
      throws Exception {
    Map<Where, String> digests = new HashMap<>();
    for (Where place : places) {
      digests.put(
          place,
          new String(
              backend.read(place.in(backend)).orElseThrow().content(), StandardCharsets.UTF_8));
    }
    return digests;
  }

  private static Map<Where, byte[]> documents(int records) {
    Map<Where, byte[]> documents = new LinkedHashMap<>();
    for (int i = 0; i < ENTRIES - records; i++) {
      String stage = "stage-" + i;
      documents.put(new Where.OfEntry(EntryAddress.receipt(stage)), bytes(receipt(stage, i)));
    }
    for (int i = 0; i < records; i++) {
      String stage = "stage-" + i / 2;
      String provider = i % 2 == 0 ? "aws" : "gcp";
      documents.put(
          new Where.OfEntry(EntryAddress.record("shop", stage, provider)),
          bytes(record(stage, provider, i)));
    }
    for (int i = 0; i < JOURNALS; i++) {
      documents.put(new Where.OfJournal("stage-" + i), bytes(journal("stage-" + i, i)));
    }
    return documents;
  }

  // White space, escapes, numbers and unknown fields as an engine of another day may write them.
  private static String receipt(String stage, int i) {
    String odd =
        switch (i % 5) {
          case 0 -> "";
          case 1 -> " \"x\":  [1.50, 1e3, 12345678901234567890, -0.0],\n\t";
          case 2 -> "\"grüße\": \"日本 \\u00e9 😀 </script>\",";
          case 3 -> "\"deep\": {\"a\": {\"b\": {\"c\": [null, true, {}]}}},";
          default -> "\"long\": \"" + "x".repeat(3_000) + "\",";
        };
    return "{"
        + odd
        + "\"version\": 2, \"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws-lambda\", \"deploymentId\": \"aws-lambda-"
        + stage
        + "-17\", \"outputs\": {\"url\": \"https://"
        + stage
        + ".example.com\"}, \"updatedAt\": \"2026-02-01T10:00:00Z\"}"
        + (i % 2 == 0 ? "\n" : "  \n\n");
  }

  private static String record(String stage, String provider, int i) {
    return "{\n  \"schemaVersion\": "
        + (i % 3 == 0 ? "1" : "2, \"lifecycle\": \"applied\"")
        + ", \"provider\": \""
        + provider
        + "\", \"service\": \"shop\", \"stage\": \""
        + stage
        + "\",\"updatedAt\":\"2026-02-01T10:00:00.123Z\", \"details\": {\"n\": "
        + i
        + ".00, \"clé\": \"é\"}}\n";
  }

  private static String journal(String stage, int i) {
    return "{\"service\":\"shop\",\"stage\":\""
        + stage
        + "\",\"operation\":\"deploy\",\"status\":\"completed\",\"startedAt\":"
        + "\"2026-02-01T09:59:00Z\",\"updatedAt\":\"2026-02-01T10:00:00Z\",\"version\":"
        + (i + 1)
        + ",\"attemptCount\":1,\"operations\":[]}\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private StateBackend backend(BackendKind kind, BackendKind records) throws Exception {
    ProjectRequest request =
        new ProjectRequest(
                Path.of("runfabric.yml"),
                folder,
                Optional.empty(),
                Optional.of(kind.word()),
                environment)
            .withRecords(
                Optional.of(records).filter(RecordSettings::keptIn).map(BackendKind::word));
    return Backends.open(ProjectLoader.load(request).project(), BackendOptions.standard());
  }

  // One file for all kinds: which of its blocks is used is the command's to say. S3 and DynamoDB
  // lock stages in one and the same table.
  private void configure(BackendKind from) throws Exception {
    environment.putAll(DynamodbServer.running().environment());
    environment.putAll(S3Server.running().environment());
    environment.putAll(GcsServer.running().environment());
    environment.putAll(AzuriteServer.running().environment());
    Tenant tenant = PostgresServer.running().newTenant();
    environment.put("DSN", tenant.dsn());
    String bucket = S3Server.running().newBucket();
    String gcs = GcsServer.running().newBucket();
    String container = AzuriteServer.running().newContainer().getBlobContainerName();
    Files.writeString(
        folder.resolve("runfabric.yml"),
        """
        service: shop
        provider: {name: aws-lambda}
        backend:
          kind: %s
          postgresConnectionStringEnv: DSN
          postgresTable: receipts
          receiptTable: %s
          lockTable: %s
          s3Bucket: %s
          gcsBucket: %s
          azblobContainer: %s
        state:
          backend: %s
          postgres: {connectionStringEnv: DSN, schema: %s}
          s3: {bucket: %s}
          gcs: {bucket: %s}
          azblob: {container: %s}
        """
            .formatted(
                from.word(),
                DynamodbServer.running().newTable("pk", "sk"),
                DynamodbServer.running().newTable("lockKey"),
                bucket,
                gcs,
                container,
                RecordSettings.keptIn(from) ? from.word() : "local",
                tenant.name(),
                bucket,
                gcs,
                container));
  }
}
