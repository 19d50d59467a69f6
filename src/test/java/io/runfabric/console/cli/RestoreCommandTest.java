package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.operation.user.UserName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreCommandTest {

  private static final String OLD = "2026-02-01T10:00:00Z";
  private static final String NEW = "2026-02-20T10:00:00Z";

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProjectWithABackup() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\n");
    // White space and a last line end as nobody would write them, to be kept all the same.
    file(".runfabric/dev.json", receipt("dev", OLD, "a") + "\n \n");
    file(".runfabric/qa.json", receipt("qa", OLD, "a"));
    file(
        ".runfabric/state/shop/dev/aws.state.json",
        "{\"schemaVersion\": 2, \"service\": \"shop\", \"stage\": \"dev\", \"provider\": \"aws\","
            + " \"updatedAt\": \"2026-02-01T10:00:00.000Z\", \"lifecycle\": \"applied\"}");
    assertThat(cli.run("state", "backup", "--out", "kept.json").exitCode()).isZero();
  }

  @Test
  void putsBackWhatIsGoneByteForByte() throws Exception {
    byte[] dev = Files.readAllBytes(folder.resolve(".runfabric/dev.json"));
    Files.delete(folder.resolve(".runfabric/dev.json"));
    Files.delete(folder.resolve(".runfabric/state/shop/dev/aws.state.json"));

    JsonNode result = restore("--file", "kept.json", "--yes", "--json").result();

    assertThat(result.path("restored").asInt()).isEqualTo(2);
    assertThat(result.path("backend").asText()).isEqualTo("local");
    assertThat(result.path("entries")).hasSize(3);
    assertThat(Files.readAllBytes(folder.resolve(".runfabric/dev.json"))).isEqualTo(dev);
    assertThat(restore("--file", "kept.json", "--yes").exitCode()).isZero();
    assertThat(cli.run("lock", "list", "--json").result().path("locks")).isEmpty();
  }

  @Test
  void aDryRunShowsDifferencesWithoutSecretsAndChangesNothing() throws Exception {
    file(".runfabric/dev.json", receipt("dev", NEW, "b").replace("\"url\"", "\"apiKey\""));
    List<Path> before = files();

    Outcome text = restore("--file", "kept.json", "--dry-run");
    Outcome json = restore("--file", "kept.json", "--dry-run", "--json");

    assertThat(text.exitCode()).isEqualTo(3);
    assertThat(text.out()).contains("older than stored", "conflict", "updatedAt");
    assertThat(text.out()).contains("[REDACTED]").doesNotContain("canary-b");
    assertThat(json.out()).doesNotContain("canary-b");
    assertThat(json.result().path("dryRun").asBoolean()).isTrue();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void olderStateDoesNotReplaceNewerUnlessToldAndUndoPutsItBack() throws Exception {
    file(".runfabric/dev.json", receipt("dev", NEW, "b"));
    Files.delete(folder.resolve(".runfabric/qa.json"));

    Outcome refused = restore("--file", "kept.json", "--yes", "--json");
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.json().at("/error/code").asText()).isEqualTo("CONFLICT");
    assertThat(folder.resolve(".runfabric/qa.json")).doesNotExist();

    JsonNode done =
        restore("--file", "kept.json", "--on-conflict", "overwrite", "--yes", "--json").result();
    assertThat(read("dev")).contains(OLD);
    Path before = Path.of(done.path("before").asText());
    assertThat(before).exists();
    assertThat(cli.run("backup", "verify", before.toString()).exitCode()).isZero();

    assertThat(restore("--undo", "--yes").exitCode()).isZero();
    assertThat(read("dev")).contains(NEW);
    assertThat(folder.resolve(".runfabric/qa.json")).doesNotExist();
    assertThat(cli.run("activity", "list", "--json").result().path("activities").size())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void onlyWhatIsMeantIsTouchedAndNothingIsRemovedUnlessToldTo() throws Exception {
    Files.delete(folder.resolve(".runfabric/dev.json"));
    Files.delete(folder.resolve(".runfabric/qa.json"));
    file(".runfabric/extra.json", receipt("extra", OLD, "a"));
    String others = ".runfabric/state/billing/dev/aws.state.json";
    file(
        others,
        Files.readString(folder.resolve(".runfabric/state/shop/dev/aws.state.json"))
            .replace("\"shop\"", "\"billing\""));
    file(".runfabric/bills.json", receipt("bills", OLD, "a").replace("\"shop\"", "\"billing\""));

    assertThat(restore("--file", "kept.json", "--only", "stage=qa", "--yes").exitCode()).isZero();
    assertThat(folder.resolve(".runfabric/dev.json")).doesNotExist();
    assertThat(folder.resolve(".runfabric/qa.json")).exists();
    assertThat(folder.resolve(".runfabric/extra.json")).exists();

    assertThat(restore("--file", "kept.json", "--prune", "--yes").exitCode()).isZero();
    assertThat(folder.resolve(".runfabric/dev.json")).exists();
    assertThat(folder.resolve(".runfabric/extra.json")).doesNotExist();
    // Another service's is nobody's to remove.
    assertThat(folder.resolve(others)).exists();
    assertThat(folder.resolve(".runfabric/bills.json")).exists();
    assertThat(restore("--file", "kept.json", "--prune", "--only", "stage=qa").exitCode())
        .isEqualTo(2);
  }

  @Test
  void anotherServicesBackupAndDamagedOnesAreRefusedBeforeAnythingIsWritten() throws Exception {
    Files.delete(folder.resolve(".runfabric/dev.json"));
    byte[] kept = Files.readAllBytes(folder.resolve("kept.json"));
    Files.write(folder.resolve("cut.json"), java.util.Arrays.copyOf(kept, kept.length / 2));
    file(
        "evil.json",
        "{\"backend\": \"local\", \"service\": \"shop\", \"releases\": [], \"receipts\":"
            + " {\"../../x\": "
            + receipt("dev", OLD, "a")
            + "}}");
    file("runfabric.yml", "service: billing\n");
    Outcome other = restore("--file", "kept.json", "--yes");
    file("runfabric.yml", "service: shop\n");

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("of service shop, this project's is billing");
    assertThat(restore("--file", "cut.json", "--yes").exitCode()).isNotZero();
    assertThat(restore("--file", "evil.json", "--yes").exitCode()).isNotZero();
    assertThat(restore("--file", "missing.json", "--yes").exitCode()).isNotZero();
    assertThat(folder.resolve(".runfabric/dev.json")).doesNotExist();
    assertThat(folder.resolveSibling("x.json")).doesNotExist();
  }

  @Test
  void anEnginesOwnBackupIsRestored() throws Exception {
    file(
        "engine.json",
        "{\"backend\": \"local\", \"service\": \"shop\", \"releases\": [], \"receipts\": {\"prod\":"
            + " "
            + receipt("prod", OLD, "a")
            + "}}");

    Outcome outcome = cli.answering("prod").run("state", "restore", "--file", "engine.json");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(cli.asked).singleElement().asString().contains("Type prod");
    assertThat(read("prod")).isEqualTo(receipt("prod", OLD, "a"));
  }

  @Test
  void whileSomebodyDeploysNothingIsRestored() throws Exception {
    Files.delete(folder.resolve(".runfabric/dev.json"));
    file(
        ".runfabric/locks/shop-dev.lock.json",
        """
        {"service": "shop", "stage": "dev", "operation": "deploy", "pid": 3999983,
         "ownerToken": "0123456789abcdef0123456789abcdef",
         "createdAt": "2026-03-01T11:55:00Z", "expiresAt": "2099-03-01T12:10:00Z"}
        """);

    Outcome outcome = restore("--file", "kept.json", "--yes");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("is held by");
    assertThat(folder.resolve(".runfabric/dev.json")).doesNotExist();
  }

  @Test
  void aDryRunTellsWhoHoldsWhatItWouldLock() throws Exception {
    Files.delete(folder.resolve(".runfabric/dev.json"));
    Files.delete(folder.resolve(".runfabric/qa.json"));
    file(
        ".runfabric/locks/shop-dev.lock.json",
        """
        {"service": "shop", "stage": "dev", "operation": "deploy", "pid": 3999983,
         "ownerToken": "0123456789abcdef0123456789abcdef",
         "createdAt": "2026-03-01T11:55:00Z", "expiresAt": "2099-03-01T12:10:00Z"}
        """);

    assertThat(restore("--file", "kept.json", "--dry-run").out())
        .contains("Lock of stage dev: held, pid:3999983", "Free of locks: stage qa");
    JsonNode locks = restore("--file", "kept.json", "--dry-run", "--json").result().path("locks");
    assertThat(locks.findValuesAsText("state")).containsExactly("held", "free");
  }

  @Test
  void whatCouldNotBeWrittenIsKeptInAFileOfItsOwn() throws Exception {
    file("runfabric.yml", "service: shop\nbackend: {kind: sqlite, sqlitePath: state.db}\n");
    sql(
        "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT, updated_at"
            + " TEXT, PRIMARY KEY(workspace_id, stage))");
    sql(
        "CREATE TRIGGER no BEFORE INSERT ON runfabric_receipts WHEN NEW.stage = 'qa'"
            + " BEGIN SELECT RAISE(ABORT, 'not this one'); END");

    Outcome outcome = restore("--file", "kept.json", "--yes");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.err()).contains("1 restored, 1 not: receipt qa", "is kept in ");
    Path rescue = folder.resolve(".runfabric/backup/shop-rescue-20260301T120000Z.json");
    assertThat(outcome.err()).contains(rescue.toString());
    assertThat(Files.getPosixFilePermissions(rescue)).hasToString("[OWNER_READ, OWNER_WRITE]");
    Files.delete(folder.resolve("kept.json"));
    sql("DROP TRIGGER no");
    assertThat(restore("--file", rescue.toString(), "--yes").exitCode()).isZero();
    assertThat(cli.run("state", "list", "--json").result().path("releases")).hasSize(2);
  }

  @Test
  void recordsOfOtherServicesInABackupAreCountedAndStayOut() throws Exception {
    file(
        "engine1.json",
        "{\"schemaVersion\": 1, \"createdAt\": \"2026-03-01T10:00:00.000Z\", \"backend\":"
            + " \"local\", \"records\": ["
            + record("shop", "new")
            + ", "
            + record("bank", "dev")
            + "], \"locks\": []}");

    Outcome outcome = restore("--file", "engine1.json", "--yes");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("1 record of service bank in the backup stays out");
    assertThat(folder.resolve(".runfabric/state/shop/new/aws.state.json")).exists();
    assertThat(folder.resolve(".runfabric/state/bank")).doesNotExist();
  }

  @Test
  void locksThatAKilledRestoreLeftAreNotInTheWay() throws Exception {
    Files.delete(folder.resolve(".runfabric/dev.json"));
    long gone = new ProcessBuilder("true").start().onExit().join().pid();
    String lock =
        "{\"service\": \"shop\", \"stage\": \"dev\", \"operation\": \"restore\", \"pid\": "
            + gone
            + ", \"ownerToken\": \"0123456789abcdef0123456789abcdef\", \"createdAt\":"
            + " \"2026-03-01T11:55:00Z\", \"expiresAt\": \"2099-03-01T12:10:00Z\", \"holder\": \"";
    file(".runfabric/locks/shop-dev.lock.json", lock + "somebody@elsewhere\"}");
    assertThat(restore("--file", "kept.json", "--yes").exitCode()).isEqualTo(5);

    file(".runfabric/locks/shop-dev.lock.json", lock + UserName.ofThisProcess() + "\"}");
    assertThat(restore("--file", "kept.json", "--yes").exitCode()).isZero();
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  private static String record(String service, String stage) {
    return "{\"address\": {\"service\": \""
        + service
        + "\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws\"}, \"record\": {\"schemaVersion\": 2, \"service\": \""
        + service
        + "\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws\", \"updatedAt\": \"2026-02-01T10:00:00.000Z\","
        + " \"lifecycle\": \"applied\"}}";
  }

  private void sql(String text) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(text);
    }
  }

  @Test
  void locksOfARunThatWasKilledAtItsVeryEndAreClearedThoughNothingIsLeftToDo() throws Exception {
    long gone = new ProcessBuilder("true").start().onExit().join().pid();
    String lock =
        """
        {"service": "shop", "stage": "dev", "operation": "restore", "ownerToken": "4711",
         "pid": %d, "createdAt": "%s", "expiresAt": "2999-01-01T00:00:00Z", "holder": "%s"}
        """
            .formatted(gone, NEW, UserName.ofThisProcess());
    file(".runfabric/locks/shop-dev.lock.json", lock);

    assertThat(restore("--file", "kept.json", "--dry-run").exitCode()).isZero();
    assertThat(folder.resolve(".runfabric/locks/shop-dev.lock.json")).exists();
    assertThat(restore("--file", "kept.json").exitCode()).isZero();
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  private Outcome restore(String... arguments) {
    return cli.run(
        Stream.concat(Stream.of("state", "restore"), Stream.of(arguments)).toArray(String[]::new));
  }

  private String read(String stage) throws IOException {
    return Files.readString(folder.resolve(".runfabric/" + stage + ".json"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String receipt(String stage, String updatedAt, String value) {
    return "{\"version\": 2,  \"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws-lambda\", \"deploymentId\": \"d\", \"outputs\": {\"url\":"
        + " \"canary-"
        + value
        + "\"}, \"updatedAt\": \""
        + updatedAt
        + "\", \"unknown\": 1e2}";
  }
}
