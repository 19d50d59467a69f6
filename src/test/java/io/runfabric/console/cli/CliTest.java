package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProjectOnLocalFiles() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\nprovider:\n  name: aws-lambda\n");
    file(".runfabric/dev.json", receipt("dev", "2026-03-01T10:00:00Z"));
    file(".runfabric/prod.json", receipt("prod", "2026-02-01T10:00:00Z"));
    file(".runfabric/qa.json", "{\"version\": 2, \"outputs\": {\"apiKey\": \"canary");
    file(".runfabric/plugins.json", "{}");
    file(".runfabric/state/shop/dev/gcp.state.json", record("shop"));
    file(".runfabric/state/billing/dev/gcp.state.json", record("billing"));
    file(
        ".runfabric/locks/shop-dev.lock.json",
        """
        {"service": "shop", "stage": "dev", "operation": "deploy", "pid": 3999983,
         "ownerToken": "0123456789abcdef0123456789abcdef",
         "createdAt": "2026-03-01T11:00:00Z", "expiresAt": "2026-03-01T11:15:00Z"}
        """);
    file(
        ".runfabric/journals/shop-dev.journal.json",
        """
        {"service": "shop", "stage": "dev", "operation": "deploy", "status": "active",
         "updatedAt": "2026-03-01T11:01:00Z", "version": 4, "attemptCount": 1, "operations": []}
        """);
  }

  @Nested
  class StateListAsJson {

    @Test
    void holdsTheEnginesFields() {
      JsonNode result = cli.run("state", "list", "--json").result();

      assertThat(result.path("service").textValue()).isEqualTo("shop");
      assertThat(result.path("backend").textValue()).isEqualTo("local");
      assertThat(result.path("releases").toString())
          .isEqualTo(
              "[{\"stage\":\"dev\",\"updatedAt\":\"2026-03-01T10:00:00Z\"},"
                  + "{\"stage\":\"prod\",\"updatedAt\":\"2026-02-01T10:00:00Z\"}]");
    }

    @Test
    void holdsEveryEntryAlsoTheUnreadableOne() {
      JsonNode entries = cli.run("state", "list", "--json").result().path("entries");

      assertThat(entries).hasSize(4);
      JsonNode dev = entries.get(0);
      assertThat(fieldNames(dev))
          .startsWith(
              "kind",
              "service",
              "stage",
              "provider",
              "updatedAt",
              "health",
              "key",
              "revision",
              "sizeBytes");
      assertThat(dev.path("kind").textValue()).isEqualTo("receipt");
      assertThat(dev.path("key").textValue()).isEqualTo(".runfabric/dev.json");
      JsonNode qa = entries.get(2);
      assertThat(qa.path("stage").textValue()).isEqualTo("qa");
      assertThat(qa.path("health").textValue()).isEqualTo("unreadable");
      assertThat(qa.path("reason").textValue()).startsWith("not valid JSON");
      assertThat(entries.get(3).path("kind").textValue()).isEqualTo("record");
    }

    @Test
    void holdsLocksAndJournals() {
      JsonNode result = cli.run("state", "list", "--json").result();

      JsonNode lock = result.path("locks").get(0);
      assertThat(lock.path("state").textValue()).isEqualTo("stale");
      assertThat(lock.path("holder").textValue()).isEqualTo("pid:3999983");
      assertThat(lock.path("pidAlive").booleanValue()).isFalse();
      assertThat(lock.path("source").textValue()).isEqualTo("file");
      JsonNode journal = result.path("journals").get(0);
      assertThat(journal.path("interrupted").booleanValue()).isTrue();
      assertThat(journal.path("checksum").textValue()).isEqualTo("absent");
      assertThat(journal.path("attemptCount").intValue()).isEqualTo(1);
    }

    @Test
    void saysWhatItLeftOut() {
      JsonNode result = cli.run("state", "list", "--json").result();

      assertThat(result.path("otherServices").toString())
          .isEqualTo("[{\"service\":\"billing\",\"entries\":1}]");
      assertThat(cli.run("state", "list", "--json", "--all-services").result().path("entries"))
          .hasSize(5);
    }

    @Test
    void filters() {
      assertThat(stages("--stage", "prod")).containsExactly("prod");
      assertThat(stages("--provider", "gcp")).containsExactly("qa", "dev");
      assertThat(stages("--service", "billing")).containsExactly("qa", "dev");
      assertThat(stages("--backend", "sqlite")).containsExactly("dev");
    }

    @Test
    void aProjectWithoutStateHasEmptyLists() throws IOException {
      file("empty/runfabric.yml", "service: fresh\n");

      JsonNode result = cli.run("state", "list", "--json", "-c", "empty/runfabric.yml").result();

      for (String list : List.of("entries", "releases", "locks", "journals", "warnings")) {
        assertThat(result.path(list).isArray()).as(list).isTrue();
        assertThat(result.path(list)).as(list).isEmpty();
      }
      assertThat(folder.resolve("empty/.runfabric")).doesNotExist();
    }

    private List<String> stages(String... filter) {
      String[] arguments =
          Stream.concat(Stream.of("state", "list", "--json"), Stream.of(filter))
              .toArray(String[]::new);
      List<String> stages = new ArrayList<>();
      cli.run(arguments)
          .result()
          .path("entries")
          .forEach(entry -> stages.add(entry.path("stage").textValue()));
      return stages;
    }
  }

  @Nested
  class StateListAsText {

    @Test
    void isAnAlignedTableWithASummary() {
      Outcome outcome = cli.run("state", "list");

      assertThat(outcome.exitCode()).isZero();
      List<String> lines = outcome.out().lines().toList();
      assertThat(lines.getFirst()).startsWith("shop  local  ");
      String header = lines.get(2);
      assertThat(header).startsWith("STAGE  PROVIDER");
      assertThat(lines.get(3).indexOf("aws-lambda")).isEqualTo(header.indexOf("PROVIDER"));
      assertThat(outcome.out())
          .contains("unreadable: not valid JSON")
          .contains("active (interrupted)")
          .contains("4 entries (1 unreadable), 1 lock (1 stale), 1 journal (1 interrupted)")
          .contains("1 entry of other services not shown (billing 1)");
      assertThat(outcome.err()).isEmpty();
    }

    @Test
    void hasNoColourWhenItIsNoTerminal() {
      assertThat(cli.run("state", "list").out()).doesNotContain("\u001b");
      assertThat(cli.run("state", "list", "--color", "always").out()).contains("\u001b[");
    }

    @Test
    void isColouredOnATerminalUnlessNoColorIsSet() {
      assertThat(cli.onTerminal().run("state", "list").out()).contains("\u001b[");
      assertThat(cli.with("NO_COLOR", "1").run("state", "list").out()).doesNotContain("\u001b");
    }

    @Test
    void showsControlCharactersInsteadOfObeyingThem() throws IOException {
      file(
          ".runfabric/dev.json",
          receipt("dev", "2026-03-01T10:00:00Z")
              .replace("aws-lambda\"", "\\u001b[2J\\u202eevil\\n\""));

      assertThat(cli.run("state", "list").out())
          .doesNotContain("\u001b", "\u202e")
          .contains("\\u001b[2J\\u202eevil\\u000a");
    }
  }

  @Nested
  class Secrets {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "state pull",
          "state pull --json",
          "inspect -s dev",
          "inspect -s dev --json",
          "inspect -s qa",
          "inspect -s qa --json",
          "state list",
          "state list --json",
          "config show",
          "config show --json",
          "overview",
          "releases --json",
          "lock list --json"
        })
    void areHidden(String command) throws IOException {
      withSecrets();

      Outcome outcome = cli.run(command.split(" ", -1));

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out() + outcome.err()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state pull", "inspect -s dev --json"})
    void areShownOnDemand(String command) throws IOException {
      withSecrets();

      assertThat(cli.run((command + " --show-secrets").split(" ", -1)).out()).contains("canary");
    }

    private void withSecrets() throws IOException {
      file(".env", "DB_PASSWORD=canary-env\n");
      file(
          "runfabric.yml",
          "service: shop\nsecrets:\n  REGION: canary-region\nprovider:\n"
              + "  name: aws-lambda\n  region: ${secret:REGION}\n");
      file(
          ".runfabric/dev.json",
          receipt("dev", "2026-03-01T10:00:00Z")
              .replace("{\"url\"", "{\"db_password\": \"canary\", \"url\""));
    }
  }

  @Nested
  class Inspecting {

    @Test
    void keepsTheEnginesShape() {
      JsonNode result = cli.run("inspect", "--stage", "dev", "--json").result();

      assertThat(result.path("stage").textValue()).isEqualTo("dev");
      assertThat(result.at("/receipt/backend").textValue()).isEqualTo("local");
      assertThat(result.at("/receipt/record/version").intValue()).isEqualTo(2);
      assertThat(result.at("/lock/record/operation").textValue()).isEqualTo("deploy");
      assertThat(result.at("/journal/record/status").textValue()).isEqualTo("active");
      assertThat(result.path("entries")).hasSize(2);
    }

    @Test
    void saysWhyADocumentDoesNotLoad() {
      JsonNode result = cli.run("inspect", "--stage", "qa", "--json").result();

      assertThat(result.at("/receipt/record/error").textValue()).startsWith("not valid JSON");
      assertThat(result.at("/lock/record").isNull()).isTrue();
    }

    @Test
    void aStageWithoutStateIsSaidToBeOne() {
      Outcome outcome = cli.run("inspect", "--stage", "nowhere");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).contains("Stage nowhere has no state here.");
    }
  }

  @Nested
  class Errors {

    @Test
    void aConfigurationTellsAllItsProblemsWithTheirPlaces() throws IOException {
      file("runfabric.yml", "service: shop\nbackend:\n  kind: postgress\n  s3bucket: x\n");

      Outcome outcome = cli.run("state", "list");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .contains("error: " + folder.resolve("runfabric.yml") + ":3:9: backend.kind")
          .contains("warning: " + folder.resolve("runfabric.yml") + ":4:3: backend.s3bucket");
    }

    @Test
    void aConfigurationsProblemsAreJsonToo() throws IOException {
      file("runfabric.yml", "backend:\n  kind: postgress\n");

      Outcome outcome = cli.run("state", "list", "--json");

      assertThat(outcome.exitCode()).isEqualTo(2);
      JsonNode error = outcome.json().path("error");
      assertThat(outcome.json().path("ok").booleanValue()).isFalse();
      assertThat(error.path("code").textValue()).isEqualTo("CONFIGURATION");
      assertThat(error.path("details")).hasSize(2);
      assertThat(error.at("/details/0/line").isInt()).isTrue();
      assertThat(outcome.err()).isEmpty();
    }

    @Test
    void severalWorkspacesAreNamed() throws Exception {
      sqliteProject(".", folder.toString());

      Outcome text = cli.run("state", "list");
      Outcome json = cli.run("state", "list", "--json");

      assertThat(text.exitCode()).isEqualTo(2);
      assertThat(text.err()).contains("--workspace").contains(folder.toString());
      assertThat(json.json().at("/error/details/choices")).hasSize(2);
      Outcome chosen = cli.run("state", "list", "--json", "--workspace", ".");
      assertThat(chosen.result().path("entries")).anyMatch(e -> e.path("workspace").isTextual());
      assertThat(chosen.result().path("workspaces")).hasSize(2);
    }

    @Test
    void aDamagedDatabaseFails() throws IOException {
      file("runfabric.yml", "service: shop\nbackend:\n  kind: sqlite\n");
      file(".runfabric/state.db", "not a database at all, only some text".repeat(40));

      Outcome outcome = cli.run("releases", "--json");

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.json().at("/error/code").textValue()).isEqualTo("DAMAGED");
    }

    @Test
    void aConnectionStringThatIsNotSetIsSaidSo() throws IOException {
      file("runfabric.yml", "service: shop\nbackend:\n  kind: postgres\n");

      Outcome outcome = cli.run("state", "list", "--json");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.json().at("/error/code").textValue()).isEqualTo("INVALID");
    }

    @Test
    void aMistypedCommandGetsASuggestion() {
      Outcome outcome = cli.run("state", "lst");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err()).contains("did you mean list");
    }

    @Test
    void helpAndHintsNameTheProgramThatWasCalled() {
      Outcome help = cli.calledAs("runfabric-state").run("state", "--help");
      Outcome mistyped = cli.run("state", "lst");

      assertThat(help.out()).contains("Usage: runfabric-state state");
      assertThat(mistyped.err()).contains("see runfabric-state state --help");
    }

    @Test
    void usageErrorsAreJsonWhereJsonWasAskedFor() {
      Outcome outcome = cli.run("state", "list", "--nonsense", "--json");

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.json().at("/error/code").textValue()).isEqualTo("USAGE");
      assertThat(outcome.json().path("command").textValue()).isEqualTo("state list");
    }

    @Test
    void aStackTraceIsShownOnlyOnDemand() throws IOException {
      file("runfabric.yml", "service: [\n");

      assertThat(cli.run("state", "list").err()).doesNotContain("\tat ");
      assertThat(cli.run("state", "list", "--verbose").err()).contains("\tat ");
    }
  }

  @Nested
  class Opening {

    @Test
    void aPathOpensTheWindow() {
      cli.with("DISPLAY", ":0");

      assertThat(cli.run("runfabric.yml").exitCode()).isZero();
      assertThat(cli.run(folder.toString()).exitCode()).isZero();

      assertThat(cli.opened).hasSize(2).allMatch(java.util.Optional::isPresent);
    }

    @Test
    void noArgumentsOpenTheProjectHereOrTheWelcomePage() throws IOException {
      cli.with("DISPLAY", ":0").run();
      Files.delete(folder.resolve("runfabric.yml"));
      cli.run();

      assertThat(cli.opened.getFirst()).isPresent();
      assertThat(cli.opened.getLast()).isEmpty();
    }

    @Test
    void theWindowIsReadOnlyWhenAskedHoweverItIsOpened() {
      cli.with("DISPLAY", ":0").run();
      cli.run("--read-only");
      cli.run("--read-only", "runfabric.yml");
      cli.run("runfabric.yml", "--read-only");
      cli.run("open", "--read-only");

      assertThat(cli.openedReadOnly).containsExactly(false, true, true, true, true);
    }
  }

  @Nested
  class Demonstrating {

    @Test
    void writesTheSampleAndOpensItOnADisplay() {
      Outcome outcome = cli.with("DISPLAY", ":0").run("demo", "sample");

      assertThat(outcome.exitCode()).isZero();
      assertThat(cli.opened).hasSize(1);
      assertThat(folder.resolve("sample/runfabric.yml")).isRegularFile();
      assertThat(outcome.err()).contains(folder.resolve("sample").toString());
    }

    @Test
    void asJsonItIsTheOverview() {
      JsonNode result = cli.run("demo", "sample", "--json").result();

      assertThat(result.at("/counts/unreadable").intValue()).isEqualTo(2);
      assertThat(result.path("attention")).isNotEmpty();
    }

    @Test
    void aFolderWithFilesIsRefused() {
      Outcome outcome = cli.run("demo", ".");

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("is not empty");
    }
  }

  @Test
  void configShowTellsWhereValuesComeFrom() {
    JsonNode settings = cli.run("config", "show", "--json").result().path("settings");

    assertThat(settings)
        .anyMatch(row ->
            row.path("key").textValue().equals("service")
                && row.path("origin").textValue().equals("file line 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state list", "state pull", "inspect", "releases", "lock list", "journal list",
        "config show", "overview", "demo", "render", "open", "completion"
      })
  void everyCommandExplainsItselfWithExamples(String command) {
    Outcome outcome = cli.run((command + " --help").split(" ", -1));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("Usage:", "Examples:", "runfabric-console " + command);
  }

  @Test
  void theCompletionScriptIsOneBashUnderstands() throws Exception {
    String script = cli.run("completion", "bash").out();

    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    try (var input = bash.outputWriter()) {
      input.write(script);
    }
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isZero();
    assertThat(script).contains("journal", "--show-secrets");
  }

  private void sqliteProject(String... workspaces) throws Exception {
    file("runfabric.yml", "service: shop\nbackend:\n  kind: sqlite\n");
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(".runfabric/state.db"))) {
      try (var create = connection.createStatement()) {
        create.execute(
            "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT,"
                + " updated_at TEXT, PRIMARY KEY(workspace_id, stage))");
      }
      for (String workspace : workspaces) {
        try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO runfabric_receipts VALUES (?, 'dev', ?, '')")) {
          insert.setString(1, workspace);
          insert.setString(2, receipt("dev", "2026-03-01T10:00:00Z"));
          insert.executeUpdate();
        }
      }
    }
  }

  private static List<String> fieldNames(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void file(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String receipt(String stage, String updatedAt) {
    return """
    {"version": 2, "service": "shop", "stage": "%s", "provider": "aws-lambda",
     "deploymentId": "d", "outputs": {"url": "https://x"}, "updatedAt": "%s"}
    """
        .formatted(stage, updatedAt);
  }

  private static String record(String service) {
    return """
    {"schemaVersion": 2, "provider": "gcp", "service": "%s", "stage": "dev",
     "updatedAt": "2026-03-01T10:00:00.000Z", "lifecycle": "applied"}
    """
        .formatted(service);
  }
}
