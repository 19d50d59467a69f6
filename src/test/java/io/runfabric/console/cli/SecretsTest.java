package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.ProjectSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Secrets are planted wherever a project can hold one; every command is run on it, in text with
/// `--verbose` and as JSON. None of them comes out, on either stream or in any file, but where
/// state and backups keep them.
class SecretsTest {

  /// Every planted secret has one of these in it, however it is written.
  private static final List<String> PLANTED =
      List.of("canary", "Y2FuYXJ5", PostgresServer.PASSWORD, "p%40ss", S3Server.SECRET_KEY);

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
        region: eu-central-1
      secrets:
        pay: canary-of-the-file
      functions:
        api:
          handler: src/api.handler
          environment:
            DB_PASSWORD: canary-variable
            PAY: ${secret:pay}
      """;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /// What is run, in this order.
  private static final List<String> LINES =
      List.of(
          "overview",
          "state list",
          "state pull --stage prod",
          "state pull",
          "state history --stage prod",
          "state diff --stage prod stage:dev",
          "state diff --stage prod stage:dev --text",
          "state backup --allow-partial --out backup.json",
          "state backup --allow-partial --out none.json --passphrase-env NO_PHRASE",
          "backup list",
          "backup verify backup.json",
          "backup show backup.json",
          "state restore --file backup.json --dry-run --on-conflict overwrite",
          "state restore --file backup.json --yes --on-conflict overwrite",
          "state remove --only kind=receipt,stage=old --dry-run",
          "state remove --only kind=receipt,stage=old --yes",
          "state migrate --to local --dry-run",
          "state migrate --to sqlite --dry-run",
          "state backend-migrate --to sqlite --dry-run",
          "state reconcile --no-network",
          "state reconcile --no-network --out drift.html",
          "state reconcile --no-network --out drift.sarif",
          "state reconcile --no-network --out drift.xml",
          "state reconcile --no-network --out drift.json",
          "state reconcile --no-network --out drift.csv",
          "state reconcile --no-network --out drift.md",
          "drift history",
          "drift ignore --list",
          "drift ignore 3f2a90c1d4e5 --reason canary-no-secret",
          "drift unignore 3f2a90c1d4e5",
          "state force-unlock --stage prod --dry-run",
          "state force-unlock --stage prod --lock-id canary-guess --yes",
          "state lock-steal --stage prod --yes",
          "lock list",
          "lock release --stage prod",
          "inspect --stage prod",
          "inspect --stage qa",
          "releases",
          "journal list",
          "activity list",
          "doctor --read-only",
          "doctor",
          "recover",
          "recover-dry-run",
          "recover --stage dev --archive --yes",
          "workspace list",
          "workspace rekey --from . --to elsewhere --dry-run",
          "config show",
          "state list --no-such-option canary");

  /// What takes its time: keys made of passphrases, and servers that do not answer, of which is
  /// told at length.
  private static final List<String> SLOW_LINES =
      List.of(
          "state backup --allow-partial --out sealed.json.age --passphrase-env PHRASE",
          "backup verify sealed.json.age --passphrase-env PHRASE",
          "backup verify sealed.json.age --passphrase-env AWS_SECRET_ACCESS_KEY --json",
          "state list --backend postgres --verbose",
          "state list --backend s3 --verbose",
          "state list --backend azblob --verbose",
          "state list --backend dynamodb --verbose",
          "state list --backend gcs --verbose",
          "doctor --backend postgres");

  @ParameterizedTest
  @ValueSource(strings = {"local", "postgres", "s3"})
  void noCommandGivesAnyAway(String kind) throws Exception {
    plant(kind);
    List<String> leaks = new ArrayList<>();
    for (String line : LINES) {
      for (String more :
          kind.equals("local") ? List.of(" --verbose", " --json") : List.of(" --json")) {
        leak(line + more).ifPresent(leaks::add);
      }
    }

    assertThat(leaks).isEmpty();
    assertThat(run("inspect --stage prod --show-secrets").out()).contains("canary-key");
    assertThat(filesWithSecrets()).isEmpty();
  }

  @Test
  void norDoesWhatTakesLong() throws Exception {
    plant("local");

    assertThat(SLOW_LINES.stream().map(this::leak).flatMap(Optional::stream)).isEmpty();
  }

  private Optional<String> leak(String line) {
    Outcome outcome = run(line);
    String told = outcome.out() + outcome.err();
    return leaks(told, line) ? Optional.of("> " + line + "\n" + told) : Optional.empty();
  }

  @Test
  void everyCommandIsRun() {
    List<String> elsewhere =
        List.of("lock hold", "open", "demo", "render", "completion", "manual", "help");

    assertThat(commands(CommandLineRun.tree(), ""))
        .allSatisfy(command ->
            assertThat(elsewhere.contains(command) || LINES.stream().anyMatch(starts(command)))
                .as(command)
                .isTrue());
  }

  private static java.util.function.Predicate<String> starts(String command) {
    return line -> line.equals(command) || line.startsWith(command + " ");
  }

  private static List<String> commands(CommandLine line, String path) {
    return line.getSubcommands().entrySet().stream()
        .flatMap(entry -> {
          String name = entry.getValue().getCommandName();
          String here = path.isEmpty() ? name : path + " " + name;
          return entry.getValue().getSubcommands().isEmpty()
              ? Stream.of(here)
              : commands(entry.getValue(), here).stream();
        })
        .distinct()
        .toList();
  }

  // What the user typed is the user's own.
  private static boolean leaks(String output, String line) {
    String told = output.toLowerCase(Locale.ROOT);
    for (String word : line.split(" ", -1)) {
      told = told.replace(word.toLowerCase(Locale.ROOT), "");
    }
    String rest = told;
    return PLANTED.stream().anyMatch(secret -> rest.contains(secret.toLowerCase(Locale.ROOT)));
  }

  private Outcome run(String line) {
    CommandLineRun cli = new CommandLineRun(folder);
    environment.forEach(cli::with);
    return cli.run(line.split(" ", -1));
  }

  private void plant(String kind) throws Exception {
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
    String more = "";
    if (kind.equals("postgres")) {
      environment.put("DSN", PostgresServer.running().newTenant().dsn());
    } else if (kind.equals("s3")) {
      environment.remove("AWS_SESSION_TOKEN");
      environment.putAll(S3Server.running().environment());
      more = "  s3Bucket: " + S3Server.running().newBucket() + "\n";
    }
    file("runfabric.yml", CONFIGURATION + backend(kind, more));
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
    if (kind.equals("local")) {
      file(".runfabric/qa.json", "{\"version\": 2, \"outputs\": {\"apiKey\": \"canary-broken");
    }
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

  private static String backend(String kind, String more) {
    return "backend:\n  kind: "
        + kind
        + "\n  postgresConnectionStringEnv: DSN\n  azblobContainer: none\n  gcsBucket: none\n"
        + "  receiptTable: none\n"
        + (more.isEmpty() ? "  s3Bucket: none\n" : more);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  // State and backups hold them, in files of their owner only; nothing else does.
  private List<String> filesWithSecrets() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        boolean planted =
            name.equals("runfabric.yml") || name.equals(".env") || isState(name) || isBackup(name);
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!planted && leaks(content, "")) {
          found.add(name + ": " + content);
        }
        if (isBackup(name)
            && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .equals("rw-------")) {
          found.add(name + " may be read by others");
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isState(String name) {
    return name.startsWith(".runfabric/") && !name.startsWith(".runfabric/backup/");
  }

  private static boolean isBackup(String name) {
    return name.equals("backup.json") || name.startsWith(".runfabric/backup/");
  }
}
