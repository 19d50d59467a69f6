package io.runfabric.console.secrets;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.azblob.AzuriteServer;
import io.runfabric.console.backend.gcs.GcsServer;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.ProjectSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A project with a secret wherever it can hold one: in its configuration, `.env`, environment, in
/// receipts, records, journals and locks.
public final class PlantedSecrets {

  /// What every planted secret has in it, however it is written.
  private static final List<String> SIGNS =
      List.of(
          "canary",
          "Y2FuYXJ5",
          PostgresServer.PASSWORD,
          "p%40ss",
          S3Server.SECRET_KEY,
          AzuriteServer.KEY);

  private static final String RECEIPT =
      """
      {"version": 2, "service": "shop", "stage": "STAGE", "provider": "aws-lambda",
       "deploymentId": "d-1", "updatedAt": "2026-02-01T10:00:00Z",
       "outputs": {"apiKey": "canary-key", "db_password": "canary-password",
         "url": "https://user:canary-user@STAGE.example.com/?token=canary-query",
         "connectionString": "Server=db;User Id=u;Password=canary-connection;",
         "dsn": "postgres://u:canary-dsn@db/shop",
         "header": "Bearer canary.bearer.token",
         "pem": "-----BEGIN PRIVATE KEY-----\\ncanary-pem\\n-----END PRIVATE KEY-----"},
       "metadata": {"session_token": "canary-session", "nested": "{\\"secret\\": \\"canary-text\\"}"},
       "functions": [{"function": "api", "resourceName": "shop-api",
         "metadata": {"private_key": "canary-function"}}]}
      """;

  private static final String CONFIGURATION =
      """
      service: shop
      provider:
        name: aws-lambda
        runtime: nodejs22.x
      secrets:
        pay: canary-of-the-file
      functions:
        api:
          handler: src/api.handler
          environment:
            DB_PASSWORD: canary-variable
            PAY: ${secret:pay}
      """;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private PlantedSecrets(Path folder) {
    this.folder = folder;
  }

  /// Writes the project into a folder, its receipts into a real backend of this kind.
  public static PlantedSecrets in(Path folder, BackendKind kind) throws Exception {
    PlantedSecrets project = new PlantedSecrets(folder);
    project.plant(kind);
    return project;
  }

  /// Which of the planted secrets are in a text: something of each.
  public static List<String> seenIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return SIGNS.stream().filter(sign -> lower.contains(sign.toLowerCase(Locale.ROOT))).toList();
  }

  /// What the project is opened with.
  public Map<String, String> environment() {
    return environment;
  }

  public Path configuration() {
    return folder.resolve("runfabric.yml");
  }

  private void plant(BackendKind kind) throws Exception {
    credentials();
    file("runfabric.yml", CONFIGURATION + backend(kind));
    file(".env", "SHOP_TOKEN=canary-dotenv\nBROKEN canary-line\nexport PAY='canary-quoted\n");
    try (ProjectSession session =
        ProjectSession.open(
            new ProjectRequest(
                Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), environment),
            BackendOptions.standard())) {
      for (String stage : List.of("prod", "dev", "old")) {
        var _ =
            session
                .backend()
                .write(
                    session.backend().locate(EntryAddress.receipt(stage)),
                    RECEIPT.replace("STAGE", stage).getBytes(StandardCharsets.UTF_8),
                    Precondition.ABSENT);
      }
    }
    if (kind == BackendKind.LOCAL) {
      file(".runfabric/qa.json", "{\"version\": 2, \"outputs\": {\"apiKey\": \"canary-broken");
    }
    file(
        ".runfabric/drift-ignore.yml",
        "ignore:\n"
            + "- {id: aaaaaaaaaaaa, reason: 'see postgres://u:canary-reason@db/x', until:"
            + " 2099-01-01}\n");
    file(
        ".runfabric/state/shop/prod/aws-lambda.state.json",
        """
        {"schemaVersion": 2, "provider": "aws-lambda", "service": "shop", "stage": "prod",
         "updatedAt": "2026-02-01T10:00:00Z", "lifecycle": "applied",
         "details": {"apiSecret": "canary-record", "connection": "amqp://u:canary-amqp@mq/"}}
        """);
    file(
        ".runfabric/locks/shop-prod.lock.json",
        """
        {"service": "shop", "stage": "prod", "operation": "deploy",
         "ownerToken": "canary-owner-token", "pid": 1, "createdAt": "2026-02-01T10:00:00Z",
         "expiresAt": "2026-02-01T10:05:00Z"}
        """);
    file(
        ".runfabric/journals/shop-dev.journal.json",
        """
        {"service": "shop", "stage": "dev", "operation": "deploy", "status": "active",
         "startedAt": "2026-02-01T10:00:00Z", "updatedAt": "2026-02-01T10:00:00Z", "version": 3,
         "checkpoints": [{"name": "upload", "status": "done",
           "metadata": {"uploadToken": "canary-journal"}}]}
        """);
  }

  // Of every vendor; where one is asked for, nobody answers.
  private void credentials() throws IOException {
    environment.put("PHRASE", "canary-phrase");
    environment.put("AWS_SECRET_ACCESS_KEY", "canary-aws");
    environment.put("AWS_ACCESS_KEY_ID", "AKIACANARYNOT");
    environment.put("AWS_SESSION_TOKEN", "canary-aws-session");
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    environment.put("DSN", "postgres://u:canary-postgres@127.0.0.1:1/db");
    environment.put(
        "AZURE_STORAGE_CONNECTION_STRING",
        "DefaultEndpointsProtocol=http;AccountName=acc;AccountKey=Y2FuYXJ5Y2FuYXJ5;"
            + "BlobEndpoint=http://127.0.0.1:1/acc;");
    environment.put("STORAGE_EMULATOR_HOST", "http://127.0.0.1:1");
    environment.put("AZURE_STORAGE_KEY", "Y2FuYXJ5Y2FuYXJ5");
    environment.put("AZURE_CLIENT_SECRET", "canary-client");
    environment.put("GOOGLE_APPLICATION_CREDENTIALS", folder.resolve("google.json").toString());
    file(
        "google.json",
        """
        {"type": "service_account", "project_id": "p", "client_email": "c@p.example",
         "client_id": "1", "private_key_id": "canary-google",
         "private_key": "-----BEGIN PRIVATE KEY-----\\ncanary\\n-----END PRIVATE KEY-----\\n"}
        """);
  }

  // What is not asked for leads nowhere.
  private String backend(BackendKind kind) throws Exception {
    String bucket = "none";
    String table = "none";
    String lockTable = "";
    String gcsBucket = "none";
    String container = "none";
    switch (kind) {
      case LOCAL, SQLITE -> {}
      case POSTGRES -> environment.put("DSN", PostgresServer.running().newTenant().dsn());
      case S3 -> {
        environment.remove("AWS_SESSION_TOKEN");
        environment.putAll(S3Server.running().environment());
        bucket = S3Server.running().newBucket();
      }
      case DYNAMODB -> {
        environment.remove("AWS_SESSION_TOKEN");
        environment.putAll(DynamodbServer.running().environment());
        table = DynamodbServer.running().newTable("pk", "sk");
        lockTable = "  lockTable: " + DynamodbServer.running().newTable("lockKey") + "\n";
      }
      case GCS -> {
        environment.putAll(GcsServer.running().environment());
        gcsBucket = GcsServer.running().newBucket();
      }
      case AZBLOB -> {
        environment.putAll(AzuriteServer.running().environment());
        container = AzuriteServer.running().newContainer().getBlobContainerName();
      }
    }
    return "backend:\n  kind: %s\n  postgresConnectionStringEnv: DSN\n".formatted(kind.word())
        + "  azblobContainer: %s\n  gcsBucket: %s\n".formatted(container, gcsBucket)
        + "  receiptTable: %s\n  s3Bucket: %s\n".formatted(table, bucket)
        + lockTable;
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
