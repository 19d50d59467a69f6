package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Unseen;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/// Hostile names in everything that is stored: as names of files, keys and rows, and in every field
/// of every document. Every command that reads is run on it, and those that write.
class HostileStateTest {

  private static final List<String> LINES =
      List.of(
          "overview",
          "state list --all-services",
          "state pull",
          "state history --stage dev",
          "state diff --stage s3 stage:s4",
          "state diff --stage s3 stage:s4 --text",
          "state backup --allow-partial --out backup.json --force",
          "backup list",
          "backup verify backup.json",
          "backup show backup.json",
          "state restore --file backup.json --yes --on-conflict overwrite",
          "state migrate --to-config other/runfabric.yml --dry-run --allow-partial",
          "state migrate --to-config other/runfabric.yml --yes --allow-partial --include-journals",
          "state reconcile --no-network",
          "state reconcile --no-network --baseline base.json",
          "drift history",
          "lock list",
          "journal list",
          "inspect --stage dev",
          "releases",
          "recover",
          "doctor --read-only",
          "workspace list",
          "workspace rekey --from . --to elsewhere --dry-run",
          "state force-unlock --stale --dry-run",
          "state force-unlock --stale --yes",
          "state remove --only kind=receipt,stage=s5 --yes",
          "lock hold --stage s7 --reason x --for 1m --yes",
          "activity list");

  /// Those that go through rows and objects.
  private static final List<String> FAR_LINES =
      List.of(
          "overview",
          "state list --all-services --json",
          "state pull --json",
          "state history --stage dev",
          "state backup --allow-partial --out backup.json --force",
          "state migrate --to-config other/runfabric.yml --yes --allow-partial",
          "state reconcile --no-network --json",
          "releases",
          "recover --json",
          "doctor --read-only",
          "workspace list",
          "workspace list --json",
          "workspace rekey --from . --to elsewhere --dry-run");

  @TempDir private Path top;
  private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Set<String> stages = new TreeSet<>(Set.of("dev", "s5", "s7"));

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(top.resolve("in/project"));
    for (String ending : List.of("", ".json", ".receipt.json")) {
      Files.writeString(
          top.resolve("in/" + HostileNames.OUTSIDE + ending),
          "{\"version\": 2, \"service\": \"" + HostileNames.CANARY + "\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "sqlite", "postgres", "s3"})
  void isShownAndHandledAndDoesNothing(String kind) throws Exception {
    int planted = plant(kind);
    Set<String> outside = HostileAnswers.tree(top, folder);
    HostileAnswers answers = new HostileAnswers();

    assertThat(run("state list --json").result().path("entries").size())
        .isGreaterThanOrEqualTo(planted);
    boolean far = !kind.equals("local");
    for (String line : far ? FAR_LINES : LINES) {
      for (String words : far ? List.of(line) : List.of(line, line + " --json")) {
        answers.look(List.of(words.split(" ")), run(words));
      }
    }
    answers.paste(top.resolve("shell"), stages);

    assertThat(answers.complaints()).isEmpty();
    assertThat(
            HostileAnswers.tree(top, folder).stream()
                .filter(file -> !file.startsWith(top + "/shell")))
        .containsExactlyInAnyOrderElementsOf(outside);
    if (kind.equals("local")) {
      reports();
    }
  }

  private void reports() throws Exception {
    run(
        "state reconcile --no-network --baseline base.json --out drift.html --out drift.sarif --out"
            + " drift.xml --out drift.json --out drift.csv --out drift.md");

    for (String ending : List.of("html", "sarif", "xml", "json", "csv", "md")) {
      // JSON's own escapes are by halves: it lets pairs be.
      assertThat(report(ending).chars().filter(c -> !Character.isSurrogate((char) c)))
          .as(ending)
          .isNotEmpty()
          .noneMatch(c -> c != '\n' && c != '\r' && c != '\t' && Unseen.is(c));
    }
    assertThat(Jsoup.parse(report("html")).select("script")).hasSize(1);
    assertThat(Jsoup.parse(report("html")).select("a[href], img")).isEmpty();
    assertThat(Json.MAPPER.readTree(report("json")).path("findings")).isNotEmpty();
    assertThat(Json.MAPPER.readTree(report("sarif")).at("/runs/0/results")).isNotEmpty();
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report("xml"))))
                .getElementsByTagName("failure")
                .getLength())
        .isPositive();
    assertThat(report("csv")).contains("'=cmd").doesNotContain(",=cmd", "\"=cmd", "\n=cmd");
    assertThat(report("md").lines().filter(line -> line.startsWith("| ")))
        .allSatisfy(line ->
            assertThat(line.replaceAll("\\\\.", ""))
                .doesNotContain("<")
                .doesNotContain("`")
                .doesNotContain("]("));
  }

  private String report(String ending) throws IOException {
    return Files.readString(folder.resolve("drift." + ending));
  }

  private Outcome run(String line) {
    CommandLineRun cli = new CommandLineRun(folder);
    environment.forEach(cli::with);
    return cli.run(line.split(" ", -1));
  }

  /// How many entries there are at least.
  private int plant(String kind) throws Exception {
    String more = "";
    String role = "";
    String bucket = "";
    if (kind.equals("postgres")) {
      PostgresServer.Tenant tenant = PostgresServer.running().newTenant();
      role = tenant.name();
      environment.put("DSN", tenant.dsn());
      more = ", postgresConnectionStringEnv: DSN";
    } else if (kind.equals("s3")) {
      environment.putAll(S3Server.running().environment());
      bucket = S3Server.running().newBucket();
      more = ", s3Bucket: " + bucket;
    }
    configuration("runfabric.yml", "kind: " + kind + more);
    configuration("other/runfabric.yml", "kind: local");
    baseline();
    Map<String, String> receipts = receipts();
    int local = 0;
    for (String name : HostileNames.ofFiles().toList()) {
      besides(name, local++);
    }
    return local
        + switch (kind) {
          case "sqlite" -> {
            String url = "jdbc:sqlite:" + folder.resolve(".runfabric/state.db");
            try (Connection connection = DriverManager.getConnection(url)) {
              yield rows(connection, receipts, "?");
            }
          }
          case "postgres" -> {
            try (Connection connection =
                DriverManager.getConnection(
                    "jdbc:postgresql://localhost:"
                        + PostgresServer.running().port()
                        + "/postgres?user=postgres&sslmode=disable")) {
              connection
                  .createStatement()
                  .execute("SET ROLE " + role + "; SET search_path = " + role);
              yield rows(connection, receipts, "?::jsonb");
            }
          }
          case "s3" -> objects(bucket, receipts);
          default -> files(receipts);
        };
  }

  private void configuration(String file, String backend) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "service: shop\nprovider: {name: aws-lambda, runtime: nodejs22.x}\nbackend: {"
                + backend
                + "}\nfunctions:\n");
    int number = 0;
    for (String name : HostileNames.ALL) {
      boolean fit =
          name.length() < 1_000 && name.chars().noneMatch(c -> Character.isSurrogate((char) c));
      text.append("  ")
          .append(
              Json.line(Json.MAPPER.getNodeFactory().textNode(fit ? name : "f" + number++))
                  .replace("${", "$ {"));
      text.append(": {handler: a.b}\n");
    }
    write(file, text.toString());
  }

  private Map<String, String> receipts() {
    Map<String, String> receipts = new LinkedHashMap<>();
    receipts.put("dev", receipt("dev", "aws-lambda"));
    int number = 0;
    for (String name : HostileNames.ALL) {
      receipts.put("s" + number, receipt("s" + number, name));
      receipts.put(name, receipt(name, "aws-lambda"));
      number++;
    }
    receipts.put("torn\u001B[31m", "{\"version\": 2, \"service\": \"\u001B[31m");
    stages.addAll(receipts.keySet());
    return receipts;
  }

  private static String receipt(String stage, String name) {
    ObjectNode receipt = Json.MAPPER.createObjectNode();
    receipt.put("version", 2).put("service", "shop").put("stage", stage).put("provider", name);
    receipt.put("deploymentId", name).put("updatedAt", "2026-02-01T10:00:00Z");
    receipt.putObject("outputs").put(name, name).put("url", "https://x.example.com/" + name);
    receipt.putObject("metadata").put(name, name);
    receipt
        .putArray("functions")
        .addObject()
        .put("function", name)
        .put("configSignature", name)
        .put("resourceName", name)
        .putObject("metadata")
        .put(name, name);
    receipt.putArray("artifacts").addObject().put("function", name).put("outputPath", name);
    return HostileAnswers.ascii(receipt);
  }

  /// What lies beside receipts whatever the backend: locks, a journal, a record, a deploy receipt.
  private void besides(String name, int number) throws IOException {
    stages.addAll(List.of(name, "s" + number, "l" + name, "shop-" + name, "shop-l" + name));
    ObjectNode lock = Json.MAPPER.createObjectNode();
    lock.put("service", "shop").put("stage", number % 2 == 0 ? name : "s" + number);
    lock.put("operation", name).put("ownerToken", name).put("createdAt", name);
    lock.put("expiresAt", number % 3 == 0 ? name : "2026-02-01T10:05:00Z");
    lock.put("lastHeartbeatAt", name);
    write(".runfabric/locks/shop-" + name + ".lock.json", HostileAnswers.ascii(lock));
    write(".runfabric/locks/shop-l" + name + ".lock", name);
    ObjectNode journal = Json.MAPPER.createObjectNode();
    journal.put("service", "shop").put("stage", number % 2 == 0 ? name : "s" + number);
    journal.put("operation", name).put("status", number % 4 == 0 ? name : "active");
    journal.put("startedAt", name).put("updatedAt", name).put("version", 3).put("checksum", name);
    journal.putArray("checkpoints").addObject().put("name", name).put("status", name);
    journal.putArray("operations").addObject().put("type", name).put("resource", name);
    write(".runfabric/journals/shop-" + name + ".journal.json", HostileAnswers.ascii(journal));
    ObjectNode entry = Json.MAPPER.createObjectNode();
    entry.put("schemaVersion", 2).put("provider", name).put("service", "shop").put("stage", name);
    entry.put("updatedAt", "2026-02-01T10:00:00.000Z").put("lifecycle", name).put("endpoint", name);
    entry.putObject("details").put(name, name);
    write(
        ".runfabric/state/shop/" + name + "/" + name + ".state.json", HostileAnswers.ascii(entry));
    write(".runfabric/deploy/" + name + "/deployment.json", HostileAnswers.ascii(entry));
    write(".runfabric/backup/" + name + ".json", HostileAnswers.ascii(entry));
  }

  private int files(Map<String, String> receipts) throws IOException {
    int written = 0;
    List<String> fit = HostileNames.ofFiles().toList();
    for (Map.Entry<String, String> receipt : receipts.entrySet()) {
      String stage = receipt.getKey();
      if (fit.contains(stage) || stage.matches("[a-z0-9]{1,200}")) {
        write(".runfabric/" + stage + ".json", receipt.getValue());
        written++;
      }
    }
    return written;
  }

  private static int objects(String bucket, Map<String, String> receipts) {
    int written = 0;
    for (Map.Entry<String, String> receipt : receipts.entrySet()) {
      String stage = receipt.getKey();
      // What this server cannot keep, or S3 never would.
      if (stage.length() < 900
          && !stage.contains("\0")
          && !stage.contains("/")
          && !stage.equals("\uD800")) {
        S3Server.running()
            .put(bucket, "runfabric/state/receipts/" + stage + ".receipt.json", receipt.getValue());
        written += stage.isEmpty() ? 0 : 1;
      }
    }
    return written;
  }

  private static int rows(Connection connection, Map<String, String> receipts, String data)
      throws SQLException {
    int written = 0;
    connection
        .createStatement()
        .execute(
            "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data "
                + (data.equals("?") ? "TEXT" : "JSONB")
                + ", updated_at TEXT, PRIMARY KEY(workspace_id, stage))");
    List<String[]> rows = new ArrayList<>();
    receipts.forEach((stage, receipt) -> rows.add(new String[] {".", stage, receipt}));
    HostileNames.ALL.forEach(name -> rows.add(new String[] {name, "dev", receipts.get("dev")}));
    for (String[] row : rows) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO runfabric_receipts VALUES (?, ?, "
                  + data
                  + ", ?) ON CONFLICT DO NOTHING")) {
        for (int i = 0; i < row.length; i++) {
          insert.setString(i + 1, row[i]);
        }
        insert.setString(4, "\u001B[31m");
        insert.execute();
        written += row[0].equals(".") && row[1] != null && receipts.containsKey(row[1]) ? 1 : 0;
      } catch (SQLException _) {
        // Postgres keeps no zero bytes, no half characters and no torn documents.
      }
    }
    // A workspace is called `.` as well, with the same row.
    return written - 1;
  }

  private void baseline() throws IOException {
    ObjectNode report = Json.MAPPER.createObjectNode();
    report.put("service", "shop").putObject("counts");
    ArrayNode findings = report.putArray("findings");
    int number = 0;
    for (String name : HostileNames.ALL) {
      ObjectNode finding = findings.addObject();
      finding.put("id", "%012x".formatted(number++)).put("category", "config").put("rule", name);
      for (String field : List.of("severity", "entry", "stage", "path", "sentence")) {
        finding.put(field, name);
      }
    }
    write("base.json", HostileAnswers.ascii(report));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
