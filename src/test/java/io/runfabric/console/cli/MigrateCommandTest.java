package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.operation.user.UserName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {

  private static final String OLD = "2026-02-01T10:00:00Z";
  private static final String NEW = "2026-02-20T10:00:00Z";
  private static final String CONFIGURATION =
      """
      # The shop.
      service: shop   # of all shops
      provider: {name: aws-lambda}

      backend:
        kind: local      # for now
        sqlitePath: state.db
      stages:
        dev: {}
        qa: {}
      """;

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProjectInLocalFiles() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", CONFIGURATION);
    file(".runfabric/dev.json", receipt("dev", OLD, "a") + "\n \n");
    file(".runfabric/qa.json", receipt("qa", OLD, "a"));
  }

  @Test
  void aDryRunShowsEverythingAndChangesNothing() throws Exception {
    file(".runfabric/locks/shop-qa.lock.json", lock("qa", "deploy", 1));
    List<Path> before = files();

    Outcome text = migrate("--dry-run", "--cutover");
    JsonNode json = migrate("--dry-run", "--cutover", "--json").result();

    assertThat(text.exitCode()).isEqualTo(3);
    assertThat(text.out())
        .contains("receipt dev", "create", "Lock of stage qa: held", "Free of locks: stage dev")
        .contains("-   kind: local      # for now", "+   kind: sqlite      # for now");
    assertThat(json.path("from").asText()).isEqualTo("local");
    assertThat(json.path("to").asText()).isEqualTo("sqlite");
    assertThat(json.path("migrated").asInt()).isZero();
    assertThat(json.path("entries")).hasSize(2);
    assertThat(json.at("/locks/1/state").asText()).isEqualTo("held");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aCutoverLeadsToTheTargetAndTellsTheWayBack() throws Exception {
    JsonNode result = migrate("--cutover", "--yes", "--json").result();

    assertThat(result.path("migrated").asInt()).isEqualTo(2);
    assertThat(result.path("verified").asInt()).isEqualTo(2);
    assertThat(result.path("digest").asText()).startsWith("sha256:");
    assertThat(result.path("milliseconds").has("writing")).isTrue();
    assertThat(read("runfabric.yml"))
        .isEqualTo(CONFIGURATION.replace("kind: local ", "kind: sqlite "));
    assertThat(read("runfabric.yml.bak")).isEqualTo(CONFIGURATION);
    assertThat(result.path("goBack").asText())
        .isEqualTo("cp " + folder + "/runfabric.yml.bak " + folder + "/runfabric.yml");
    JsonNode list = cli.run("state", "list", "--json").result();
    assertThat(list.path("backend").asText()).isEqualTo("sqlite");
    assertThat(list.path("releases")).hasSize(2);
    assertThat(read(".runfabric/dev.json")).isEqualTo(receipt("dev", OLD, "a") + "\n \n");
    assertThat(
            cli.run("activity", "list", "--json").result().at("/activities/0/operation").asText())
        .isEqualTo("state migrate");

    Outcome again = cli.run("state", "migrate", "--from", "local", "--to", "sqlite", "--cutover");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("leads to the target already", "Nothing to do");
    assertThat(migrate("--yes").exitCode()).isEqualTo(2);
  }

  @Test
  void theTargetsNewerStateIsNotReplacedUnlessTold() throws Exception {
    assertThat(migrate("--yes").exitCode()).isZero();
    sql(
        "UPDATE runfabric_receipts SET data = '"
            + receipt("dev", NEW, "b")
            + "' WHERE stage='dev'");
    file(".runfabric/new.json", receipt("new", OLD, "a"));

    Outcome refused = migrate("--yes", "--json");
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.json().at("/error/message").asText()).contains("receipt dev is older");
    assertThat(stored("new")).isEmpty();

    assertThat(migrate("--on-conflict", "skip", "--yes").exitCode()).isZero();
    assertThat(stored("new")).hasSize(1);
    assertThat(stored("dev").getFirst()).contains(NEW);

    JsonNode done = migrate("--on-conflict", "overwrite", "--yes", "--json").result();
    assertThat(stored("dev").getFirst()).contains(OLD);
    assertThat(cli.run("backup", "verify", done.path("before").asText()).exitCode()).isZero();
  }

  @Test
  void whatDoesNotLoadStopsItUnlessToldToLeaveItBehind() throws Exception {
    file(".runfabric/broken.json", "{\"version\": 2, \"service\": \"shop\", \"stage\"");

    Outcome refused = migrate("--yes");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(".runfabric/broken.json does not load", "--allow-partial");
    assertThat(folder.resolve("state.db")).doesNotExist();

    Outcome partial = migrate("--allow-partial", "--yes");
    assertThat(partial.exitCode()).isZero();
    assertThat(partial.out()).contains("Left at the source, as it does not load");
    assertThat(stored("dev")).hasSize(1);
  }

  @Test
  void whatChangesAtTheSourceWhileTheUserThinksStopsItBeforeAnythingIsWritten() throws Exception {
    String theirs = receipt("qa", NEW, "theirs");

    Outcome outcome =
        cli.answering("y", () -> file(".runfabric/qa.json", theirs))
            .run("state", "migrate", "--to", "sqlite");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("receipt qa was changed at the source", "nothing was done");
    assertThat(folder.resolve("state.db")).doesNotExist();
    assertThat(read(".runfabric/qa.json")).isEqualTo(theirs);
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  @Test
  void whatAppearsAtTheSourceWhileTheUserThinksStopsItToo() throws Exception {
    Outcome outcome =
        cli.answering("y", () -> file(".runfabric/new.json", receipt("new", OLD, "a")))
            .run("state", "migrate", "--to", "sqlite");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("receipt new was changed at the source");
  }

  @Test
  void whatChangesAtTheTargetWhileTheUserThinksIsLeftAsItIs() throws Exception {
    assertThat(migrate("--yes").exitCode()).isZero();
    file(".runfabric/dev.json", receipt("dev", NEW, "b"));
    file(".runfabric/qa.json", receipt("qa", NEW, "b"));
    String theirs = receipt("qa", NEW, "theirs");

    Outcome outcome =
        cli.answering(
                "y",
                () -> sql("UPDATE runfabric_receipts SET data='" + theirs + "' WHERE stage='qa'"))
            .run("state", "migrate", "--to", "sqlite");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("receipt qa was changed since the plan");
    assertThat(stored("qa")).containsExactly(theirs);
    assertThat(stored("dev").getFirst()).contains(OLD);
  }

  @Test
  void oneThatCannotBeWrittenStopsItOrIsToldWhileTheRestGoesOn() throws Exception {
    assertThat(migrate("-s", "dev", "--yes").exitCode()).isZero();
    sql(
        "CREATE TRIGGER no BEFORE INSERT ON runfabric_receipts WHEN NEW.stage = 'bad'"
            + " BEGIN SELECT RAISE(ABORT, 'not this one'); END");
    file(".runfabric/bad.json", receipt("bad", OLD, "a"));

    Outcome stopped = migrate("--yes");
    assertThat(stopped.exitCode()).isNotZero();
    assertThat(stopped.err()).contains("0 migrated, 2 not: receipt bad");
    assertThat(stored("qa")).isEmpty();

    Outcome going = migrate("--keep-going", "--yes");
    assertThat(going.exitCode()).isNotZero();
    assertThat(going.err()).contains("not migrated: receipt bad", "1 migrated, 1 not");
    assertThat(stored("qa")).hasSize(1);

    sql("DROP TRIGGER no");
    Outcome resumed = cli.run("state", "migrate", "--resume", "--json");
    assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
    assertThat(resumed.json().path("command").asText()).isEqualTo("state migrate");
    assertThat(resumed.result().path("migrated").asInt()).isEqualTo(1);
    assertThat(stored("bad")).hasSize(1);
    assertThat(cli.run("state", "migrate", "--resume").exitCode()).isEqualTo(1);
  }

  @Test
  void nothingIsDoneWhileAStageIsHeldAtEitherEnd() throws Exception {
    file(".runfabric/locks/shop-qa.lock.json", lock("qa", "deploy", 1));

    assertThat(migrate("--dry-run").out())
        .contains("Lock of stage qa: held", "Free of locks: stage dev.");

    Outcome outcome = migrate("--yes");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("shop-qa.lock.json is held by");
    assertThat(folder.resolve("state.db")).doesNotExist();
    assertThat(folder.resolve(".runfabric/locks/shop-dev.lock.json")).doesNotExist();
  }

  @Test
  void locksThatAKilledRunLeftAreNotInTheWay() throws Exception {
    long gone = new ProcessBuilder("true").start().onExit().join().pid();
    file(".runfabric/locks/shop-qa.lock.json", lock("qa", "migrate", gone));

    assertThat(migrate("--yes").exitCode()).isZero();
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  @Test
  void aProductionStageIsAgreedToByItsName() throws Exception {
    file(".runfabric/prod.json", receipt("prod", OLD, "a"));

    assertThat(cli.answering("y").run("state", "migrate", "--to", "sqlite").exitCode())
        .isEqualTo(1);
    assertThat(folder.resolve("state.db")).doesNotExist();
    assertThat(cli.answering("prod").run("state", "migrate", "--to", "sqlite").exitCode()).isZero();
    assertThat(cli.asked.getLast()).contains("Copy 3 documents?", "Type prod");
  }

  @Test
  void anotherFilesBackendIsATargetToo() throws Exception {
    Files.createDirectory(folder.resolve("new"));
    file("new/runfabric.yml", "service: shop\nbackend: {kind: sqlite, sqlitePath: new.db}\n");
    file("bank/runfabric.yml", "service: bank\n");

    JsonNode result =
        cli.run("state", "migrate", "--to-config", "new/runfabric.yml", "--yes", "--json").result();

    assertThat(result.path("migrated").asInt()).isEqualTo(2);
    assertThat(
            cli.run("state", "list", "-c", "new/runfabric.yml", "--json").result().path("releases"))
        .hasSize(2);
    assertThat(cli.run("state", "migrate", "--to-config", "bank/runfabric.yml").err())
        .contains("different services, shop and bank");
    assertThat(cli.run("state", "migrate", "--to-config", "runfabric.yml").err())
        .contains("the same place");
  }

  @Test
  void rowsAreCopiedToAnotherWorkspace() throws Exception {
    assertThat(migrate("--cutover", "--yes").exitCode()).isZero();

    Outcome copied = cli.run("state", "migrate", "--to-workspace", "/srv/shop", "--yes");

    assertThat(copied.exitCode()).as(copied.err()).isZero();
    assertThat(stored("dev")).hasSize(2);
    assertThat(cli.run("workspace", "list").out()).contains("/srv/shop");
    assertThat(cli.run("state", "migrate", "--workspace", ".", "--to-workspace", "/srv/shop").out())
        .contains("under workspace .", "Nothing to do");
  }

  @Test
  void theEnginesSpellingMovesOneStageWithItsJournal() throws Exception {
    assertThat(
            cli.run("state", "backend-migrate", "-s", "qa", "--target", "sqlite", "-y").exitCode())
        .isZero();
    assertThat(stored("qa")).hasSize(1);
    assertThat(stored("dev")).isEmpty();
  }

  @Test
  void oneStageIsLedElsewhereAndTheOthersAreNot() throws Exception {
    assertThat(migrate("-s", "qa", "--cutover", "--yes").err()).contains("qa");
    file("runfabric.yml", CONFIGURATION.replace("qa: {}", "qa:\n    provider: {name: aws-lambda}"));

    Outcome done = migrate("-s", "qa", "--cutover", "--yes");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(cli.run("config", "show", "-s", "qa", "--json").out()).contains("sqlite");
    assertThat(cli.run("state", "list", "-s", "dev", "--json").result().path("backend").asText())
        .isEqualTo("local");

    file("runfabric.yml", CONFIGURATION.replace("qa: {}", "qa:\n    backend: {kind: local}"));
    Outcome all = migrate("--cutover", "--yes");
    assertThat(all.exitCode()).isEqualTo(2);
    assertThat(all.err()).contains("stage qa", "backend: block of its own", "-s qa");
  }

  @Test
  void recordsOfTheEarlierEngineMoveWithItsOwnBlock() throws Exception {
    PostgresServer.Tenant tenant = PostgresServer.running().newTenant();
    cli.with("DSN", tenant.dsn());
    String configuration =
        "service: shop\nproviders: [aws]\nstate:\n  backend: local # for now\n  postgres:\n"
            + "    connectionStringEnv: DSN\n    schema: "
            + tenant.name()
            + "\n";
    file("runfabric.yml", configuration);
    file(
        ".runfabric/state/shop/dev/aws.state.json",
        "{\"schemaVersion\": 2, \"service\": \"shop\", \"stage\": \"dev\", \"provider\": \"aws\","
            + " \"updatedAt\": \"2026-02-01T10:00:00.000Z\", \"lifecycle\": \"applied\"}");

    JsonNode result =
        cli.run("state", "migrate", "--to", "postgres", "--cutover", "--yes", "--json").result();

    assertThat(result.path("migrated").asInt()).isEqualTo(1);
    assertThat(result.at("/stays/0").asText()).startsWith("2 receipts stay");
    assertThat(read("runfabric.yml"))
        .isEqualTo(configuration.replace("backend: local", "backend: postgres"));
    assertThat(cli.run("state", "list").out()).contains("record");
    Outcome again = cli.run("state", "migrate", "--from", "local", "--to", "postgres", "--cutover");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("Nothing to do");
  }

  @Test
  void aTargetOfOthersAndOneThatLooksLikeAnotherStagesIsNamed() throws Exception {
    PostgresServer.Tenant tenant = PostgresServer.running().newTenant();
    cli.with("DSN", tenant.dsn());
    file(
        "runfabric.yml",
        "service: shop\nbackend: {kind: local, postgresConnectionStringEnv: DSN, postgresTable:"
            + " prod_receipts}\n");
    file(
        "bank/runfabric.yml",
        "service: bank\nbackend: {kind: postgres,"
            + " postgresConnectionStringEnv: DSN, postgresTable: prod_receipts}\n");
    file("bank/.runfabric/dev.json", receipt("dev", OLD, "a").replace("shop", "bank"));
    assertThat(
            cli.run(
                    "state",
                    "migrate",
                    "-c",
                    "bank/runfabric.yml",
                    "--from",
                    "local",
                    "--to",
                    "postgres",
                    "--yes")
                .exitCode())
        .isZero();

    String plan = cli.run("state", "migrate", "--to", "postgres", "--dry-run").out();

    assertThat(plan).contains("under workspace bank");
    assertThat(plan).contains("looks like it is meant for prod; what goes there is of dev, qa");
  }

  @Test
  void locksOfARunThatWasKilledAtItsVeryEndAreClearedThoughNothingIsLeftToDo() throws Exception {
    assertThat(migrate("--yes").exitCode()).isZero();
    long gone = new ProcessBuilder("true").start().onExit().join().pid();
    file(".runfabric/locks/shop-qa.lock.json", lock("qa", "migrate", gone));
    file(".runfabric/locks/shop-dev.lock.json", lock("dev", "deploy", gone));

    assertThat(migrate("--dry-run").out()).contains("Nothing to do");
    assertThat(folder.resolve(".runfabric/locks/shop-qa.lock.json")).exists();
    assertThat(migrate().out()).contains("Nothing to do");

    assertThat(folder.resolve(".runfabric/locks/shop-qa.lock.json")).doesNotExist();
    assertThat(folder.resolve(".runfabric/locks/shop-dev.lock.json")).exists();
  }

  @Test
  void oneThatWasKilledAfterItsCutoverIsResumed() throws Exception {
    assertThat(migrate("-s", "dev", "--yes").exitCode()).isZero();
    sql(
        "CREATE TRIGGER no BEFORE INSERT ON runfabric_receipts"
            + " BEGIN SELECT RAISE(ABORT, 'not now'); END");
    assertThat(migrate("--cutover", "--yes").exitCode()).isNotZero();
    Path memory = onlyFile(cli.stateFolder().resolve("migrations"));
    byte[] words = Files.readAllBytes(memory);
    sql("DROP TRIGGER no");
    assertThat(migrate("--cutover", "--yes").exitCode()).isZero();
    assertThat(memory).doesNotExist();
    Files.write(memory, words);

    Outcome resumed = cli.run("state", "migrate", "--resume");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("Nothing to do");
    assertThat(memory).doesNotExist();
    Files.write(memory, words);
    Outcome again = migrate("--cutover", "--yes");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("Nothing to do");
    assertThat(memory).doesNotExist();
    assertThat(migrate("--cutover", "--yes").err()).contains("both ends are the same");
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.reduce((_, _) -> Path.of("several")).orElseThrow();
    }
  }

  private Outcome migrate(String... more) {
    List<String> words = new ArrayList<>(List.of("state", "migrate", "--to", "sqlite"));
    words.addAll(List.of(more));
    return cli.run(words.toArray(String[]::new));
  }

  private List<String> stored(String stage) throws Exception {
    if (!Files.exists(folder.resolve("state.db"))) {
      return List.of();
    }
    List<String> rows = new ArrayList<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        var all =
            statement.executeQuery(
                "SELECT data FROM runfabric_receipts WHERE stage = '" + stage + "'")) {
      while (all.next()) {
        rows.add(all.getString(1));
      }
    }
    return rows;
  }

  private void sql(String text) throws Exception {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(text);
    }
  }

  private Connection connection() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state.db"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  // As the console's own lock of a run on this machine.
  private static String lock(String stage, String operation, long pid) {
    return "{\"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"operation\": \""
        + operation
        + "\", \"ownerToken\": \"0123456789abcdef0123456789abcdef\", \"pid\": "
        + pid
        + ", \"createdAt\": \"2026-03-01T11:59:00Z\", \"expiresAt\": \"2026-03-01T12:14:00Z\","
        + " \"holder\": \""
        + UserName.ofThisProcess()
        + "\"}";
  }

  private static String receipt(String stage, String updatedAt, String url) {
    return "{\"version\": 2, \"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws-lambda\", \"deploymentId\": \"d\", \"outputs\": {\"url\": \""
        + url
        + "\"}, \"updatedAt\": \""
        + updatedAt
        + "\"}";
  }
}
