package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.user.UserName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `state remove`: what goes, what stays, and that it can be put back.
class RemoveCommandTest {

  private static final String TABLE =
      "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT, updated_at TEXT,"
          + " PRIMARY KEY(workspace_id, stage))";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private CommandLineRun cli;

  /// Where the entries are.
  enum Place {
    LOCAL,
    SQLITE,
    S3
  }

  @BeforeEach
  void aProjectWithAnOldStage() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\n");
    file(".runfabric/dev.json", receipt("dev", "shop"));
    // White space and a last line end as nobody would write them, to be kept all the same.
    file(".runfabric/old.json", receipt("old", "shop") + "\n \n");
    file(".runfabric/state/shop/old/aws.state.json", record("shop", "old"));
  }

  @ParameterizedTest
  @EnumSource
  void whatGoesIsPutBackByTheNamedCommandByteForByte(Place place) throws Exception {
    project(place);
    try (StateBackend backend = backend()) {
      for (String stage : List.of("dev", "old")) {
        var ref = backend.locate(EntryAddress.receipt(stage));
        if (backend.read(ref).isEmpty()) {
          backend.write(
              ref,
              (receipt(stage, "shop") + "\n \n").getBytes(StandardCharsets.UTF_8),
              Precondition.ABSENT);
        }
      }
      Map<String, String> before = stored(backend);

      JsonNode result = remove("--only", "kind=receipt,stage=old", "--yes", "--json").result();

      assertThat(result.path("removed").asInt()).isEqualTo(1);
      assertThat(Path.of(result.path("before").asText())).exists();
      Map<String, String> rest = new TreeMap<>(before);
      rest.remove(backend.locate(EntryAddress.receipt("old")).toString());
      assertThat(stored(backend)).isEqualTo(rest).hasSizeLessThan(before.size());
      assertThat(backend.locks(Cancellation.never())).isEmpty();

      assertThat(undo(result.path("undo").asText()).exitCode()).isZero();

      assertThat(stored(backend)).isEqualTo(before);
    }
  }

  @Test
  void onlyTheRecordThatIsMeantGoesAndTheActivityTellsOfIt() throws Exception {
    Outcome outcome = remove("--only", "kind=record,stage=old,provider=aws", "--yes");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("record shop/old/aws", "Nothing in the cloud was touched", "To put it back: ");
    assertThat(folder.resolve(".runfabric/state/shop/old/aws.state.json")).doesNotExist();
    assertThat(folder.resolve(".runfabric/old.json")).exists();
    JsonNode activity = cli.run("activity", "list", "--json").result().path("activities").path(0);
    assertThat(activity.path("operation").asText()).isEqualTo("state remove");
    assertThat(activity.path("stage").asText()).isEqualTo("old");
    assertThat(activity.path("command").asText()).contains("state remove --only");
    assertThat(Path.of(activity.path("snapshot").asText())).isRegularFile();
  }

  @Test
  void aDryRunShowsWhatWouldGoAndWhoHoldsItAndChangesNothing() throws Exception {
    lock("old", "deploy", 3_999_983, "");
    List<Path> before = files();

    Outcome text = remove("--only", "stage=old", "--dry-run");
    Outcome json = remove("--only", "stage=old", "--dry-run", "--json");

    assertThat(text.exitCode()).isEqualTo(3);
    assertThat(text.out())
        .contains("receipt old", "record shop/old/aws", "Nothing in the cloud is touched")
        .contains("Lock of stage old: held");
    assertThat(json.result().path("entries")).hasSize(2);
    assertThat(json.result().path("removed").asInt()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatIsToGoIsNamedByItsStage() throws Exception {
    assertThat(remove().exitCode()).isEqualTo(2);
    assertThat(remove("--only", "kind=receipt").err()).contains("which stage's entries");
    assertThat(remove("--only", "kind=recipe,stage=old").err()).contains("no kind 'recipe'");
    assertThat(remove("--only", "color=red,stage=old").exitCode()).isEqualTo(2);
  }

  @Test
  void nothingGoesUnlessSomebodyAgrees() throws Exception {
    assertThat(remove("--only", "stage=old", "--non-interactive").exitCode()).isEqualTo(2);
    assertThat(cli.answering("n").run("state", "remove", "--only", "stage=old").exitCode())
        .isEqualTo(1);
    assertThat(folder.resolve(".runfabric/old.json")).exists();
  }

  @Test
  void aProductionStagesNameIsTyped() throws Exception {
    file(".runfabric/prod.json", receipt("prod", "shop"));

    Outcome careless = cli.answering("y").run("state", "remove", "--only", "stage=prod");
    Outcome meant = cli.answering("prod").run("state", "remove", "--only", "stage=prod");

    assertThat(careless.exitCode()).isEqualTo(1);
    assertThat(cli.asked).last().asString().contains("Type prod");
    assertThat(meant.exitCode()).as(meant.err()).isZero();
    assertThat(folder.resolve(".runfabric/prod.json")).doesNotExist();
  }

  @Test
  void anotherServicesEntryStays() throws Exception {
    file(".runfabric/foreign.json", receipt("foreign", "bank"));
    file(".runfabric/state/bank/old/aws.state.json", record("bank", "old"));

    Outcome refused = remove("--only", "stage=foreign", "--yes");
    Outcome both = remove("--only", "stage=old", "--yes");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("of service bank, this project's is shop");
    assertThat(folder.resolve(".runfabric/foreign.json")).exists();
    assertThat(both.exitCode()).as(both.err()).isZero();
    assertThat(both.out()).contains("1 entry of service bank fits too and stays");
    assertThat(folder.resolve(".runfabric/state/bank/old/aws.state.json")).exists();
  }

  @Test
  void whileSomebodyDeploysNothingGoes() throws Exception {
    lock("old", "deploy", 3_999_983, "");

    Outcome outcome = remove("--only", "stage=old", "--yes");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("is held by");
    assertThat(folder.resolve(".runfabric/old.json")).exists();
  }

  @Test
  void anEntryOfAnUnfinishedDeployStaysAndTheRunbookIsNamed() throws Exception {
    journal("old", "active");

    Outcome outcome = remove("--only", "stage=old", "--yes");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err())
        .contains("journal that is active", "runfabric-console recover --stage old");
    journal("old", "completed");
    assertThat(remove("--only", "stage=old", "--yes").exitCode()).isZero();
  }

  @Test
  void aDeployThatStopsWhileTheUserThinksIsSeenUnderTheLock() throws Exception {
    Outcome outcome =
        cli.answering("y", () -> journal("old", "active"))
            .run("state", "remove", "--only", "stage=old");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(folder.resolve(".runfabric/old.json")).exists();
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  @Test
  void anEntryThatChangesWhileTheUserThinksStaysAsItIs() throws Exception {
    String newer = receipt("old", "shop").replace("\"d\"", "\"d-2\"");

    Outcome outcome =
        cli.answering("y", () -> file(".runfabric/old.json", newer))
            .run("state", "remove", "--only", "kind=receipt,stage=old");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("receipt old was changed since the plan was made");
    assertThat(folder.resolve(".runfabric/old.json")).hasContent(newer);
  }

  @Test
  void whatDoesNotLoadGoesTooAndItsBytesAreKept() throws Exception {
    file(".runfabric/torn.json", "{\"version\": 2, \"service\": \"shop\", \"sta");

    JsonNode result = remove("--only", "stage=torn", "--yes", "--json").result();

    assertThat(folder.resolve(".runfabric/torn.json")).doesNotExist();
    assertThat(result.has("undo")).isFalse();
    String kept = Files.readString(Path.of(result.path("before").asText()));
    String bytes = "{\"version\": 2, \"service\": \"shop\", \"sta";
    assertThat(kept)
        .containsAnyOf(
            bytes.replace("\"", "\\\""),
            Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsThereAgainIsNotToldAsRemoved() throws Exception {
    file("runfabric.yml", "service: shop\nbackend: {kind: sqlite, sqlitePath: state.db}\n");
    sql(TABLE);
    sql("INSERT INTO runfabric_receipts VALUES('.', 'old', '" + receipt("old", "shop") + "', 'x')");
    sql(
        "CREATE TRIGGER back AFTER DELETE ON runfabric_receipts BEGIN INSERT INTO"
            + " runfabric_receipts VALUES(OLD.workspace_id, OLD.stage, OLD.data, OLD.updated_at);"
            + " END");

    Outcome outcome = remove("--only", "kind=receipt,stage=old", "--yes");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("is there again", "0 removed, 1 not: receipt old");
  }

  @Test
  void locksThatAKilledRunLeftAreClearedWhetherOrNotSomethingIsLeftToDo() throws Exception {
    long gone = new ProcessBuilder("true").start().onExit().join().pid();
    lock("old", "remove", gone, UserName.ofThisProcess().toString());
    assertThat(remove("--only", "stage=old", "--yes").exitCode()).isZero();
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();

    lock("old", "remove", gone, UserName.ofThisProcess().toString());
    Outcome again = remove("--only", "stage=old", "--yes");

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("No entry fits");
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  private Outcome remove(String... arguments) {
    return cli.run(
        Stream.concat(Stream.of("state", "remove"), Stream.of(arguments)).toArray(String[]::new));
  }

  // None of its words holds a blank.
  private Outcome undo(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    assertThat(words.removeFirst()).isEqualTo("runfabric-console");
    words.add("--yes");
    return cli.run(words.toArray(String[]::new));
  }

  private void project(Place place) throws Exception {
    switch (place) {
      case LOCAL -> {}
      case SQLITE -> {
        file("runfabric.yml", "service: shop\nbackend: {kind: sqlite, sqlitePath: state.db}\n");
        sql(TABLE);
      }
      case S3 -> {
        environment.putAll(S3Server.running().environment());
        environment.forEach(cli::with);
        file(
            "runfabric.yml",
            "service: shop\nbackend: {kind: s3, s3Bucket: "
                + S3Server.running().newBucket()
                + "}\n");
      }
    }
  }

  private StateBackend backend() throws Exception {
    ProjectRequest request =
        new ProjectRequest(
            Path.of("runfabric.yml"), folder, Optional.of("dev"), Optional.empty(), environment);
    return Backends.open(ProjectLoader.load(request).project(), BackendOptions.standard());
  }

  private static Map<String, String> stored(StateBackend backend) throws Exception {
    Map<String, String> stored = new TreeMap<>();
    backend.documents(
        document ->
            stored.put(
                document.entry().ref().toString(),
                new String(document.content().orElseThrow(), StandardCharsets.UTF_8)),
        Cancellation.never());
    return stored;
  }

  private void lock(String stage, String operation, long pid, String holder) throws IOException {
    file(
        ".runfabric/locks/shop-" + stage + ".lock.json",
        """
        {"service": "shop", "stage": "%s", "operation": "%s", "pid": %d, "holder": "%s",
         "ownerToken": "0123456789abcdef0123456789abcdef",
         "createdAt": "2026-03-01T11:55:00Z", "expiresAt": "2099-03-01T12:10:00Z"}
        """
            .formatted(stage, operation, pid, holder));
  }

  private void journal(String stage, String status) throws IOException {
    file(
        ".runfabric/journals/shop-" + stage + ".journal.json",
        """
        {"service": "shop", "stage": "%s", "operation": "deploy", "status": "%s",
         "startedAt": "2026-03-01T11:00:00Z", "updatedAt": "2026-03-01T11:00:00Z",
         "version": 1, "attemptCount": 0, "operations": []}
        """
            .formatted(stage, status));
  }

  private static String receipt(String stage, String service) {
    return "{\"version\": 2,  \"service\": \""
        + service
        + "\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws-lambda\", \"deploymentId\": \"d\", \"outputs\": {},"
        + " \"updatedAt\": \"2026-02-01T10:00:00Z\", \"unknown\": 1e2}";
  }

  private static String record(String service, String stage) {
    return "{\"schemaVersion\": 2, \"service\": \""
        + service
        + "\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws\", \"updatedAt\": \"2026-02-01T10:00:00.000Z\","
        + " \"lifecycle\": \"applied\"}";
  }

  private void sql(String text) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(text);
    }
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
}
