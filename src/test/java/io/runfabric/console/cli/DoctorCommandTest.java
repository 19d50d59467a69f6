package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws IOException {
    cli = new CommandLineRun(folder);
    config("service: shop\n");
  }

  @Test
  void goesThroughEveryPlaceAndEndsWithAVerdict() {
    Outcome outcome = cli.run("doctor");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .startsWith("Configuration")
        .contains("Receipts in ")
        .contains("State")
        .endsWith("Everything is as it should be. (1 info, 4 ok)" + System.lineSeparator());
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void jsonHoldsEveryFindingAndTheCounts() throws Exception {
    config("service: shop\nbackend:\n  kind: sqlite\n");
    JsonNode result = cli.run("doctor", "--json").result();

    assertThat(result.path("healthy").asBoolean()).isTrue();
    assertThat(result.path("worst").asText()).isEqualTo("info");
    assertThat(result.path("backend").asText()).isEqualTo("sqlite");
    assertThat(result.path("counts").path("critical").asInt(-1)).isZero();
    assertThat(result.path("findings").size())
        .isEqualTo(
            result.path("counts").path("ok").asInt() + result.path("counts").path("info").asInt());
    assertThat(result.path("repaired").isArray()).isTrue();
  }

  @Test
  void fixAsksAndCreatesWhatIsMissing() throws Exception {
    config("service: shop\nbackend:\n  kind: sqlite\n");

    Outcome refused = cli.answering("n").run("doctor", "--fix");
    assertThat(folder.resolve(".runfabric/state.db")).doesNotExist();
    Outcome agreed = cli.answering("y").run("doctor", "--fix");

    assertThat(cli.asked).hasSize(2).allSatisfy(q -> assertThat(q).contains("create the table in"));
    assertThat(folder.resolve(".runfabric/state.db")).exists();
    assertThat(refused.exitCode()).isZero();
    assertThat(agreed.exitCode()).isZero();
    assertThat(agreed.err()).contains("done: create the table in");
  }

  @Test
  void fixInAScriptNeedsYesSaidBeforehand() throws Exception {
    config("service: shop\nbackend:\n  kind: sqlite\n");

    Outcome unasked = cli.run("doctor", "--fix", "--json");
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.json().path("error").path("code").asText()).isEqualTo("CONFIRMATION_NEEDED");
    assertThat(cli.run("doctor", "--fix", "--non-interactive").exitCode()).isEqualTo(2);
    assertThat(cli.run("doctor", "--fix").exitCode()).isEqualTo(2);
    assertThat(folder.resolve(".runfabric")).doesNotExist();

    JsonNode result = cli.run("doctor", "--fix", "--json", "--yes").result();

    assertThat(result.path("repaired").size()).isEqualTo(1);
    assertThat(folder.resolve(".runfabric/state.db")).exists();
  }

  @Test
  void whatFixCreatedIsALineOfTheActivityLog() throws Exception {
    config("service: shop\nbackend:\n  kind: sqlite\n");

    cli.run("doctor", "--fix", "--json", "--yes");

    JsonNode activity = cli.run("activity", "list", "--json").result().path("activities").path(0);
    assertThat(activity.path("operation").asText()).isEqualTo("doctor");
    assertThat(activity.path("backend").asText()).isEqualTo("sqlite");
    assertThat(activity.path("result").asText()).isEqualTo("ok");
    assertThat(activity.path("keys").get(0).asText()).startsWith("create the table in");
    assertThat(activity.path("command").asText())
        .isEqualTo("runfabric-console doctor --fix --json --yes");
  }

  @Test
  void withoutWritingItIsNotCalledHealthy() throws Exception {
    Files.createDirectories(folder.resolve(".runfabric"));

    Outcome outcome = cli.run("doctor", "--read-only");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("Nothing wrong was found, but not all was checked.");
    assertThat(outcome.out()).containsPattern("not checked  .*conditional writes");
  }

  @Test
  void theExitCodeTellsWhatIsWrong() throws Exception {
    config("service: shop\nbackend:\n  kind: nothing\n");
    assertThat(cli.run("doctor").exitCode()).isEqualTo(2);

    config("service: shop\n");
    Files.createDirectories(folder.resolve(".runfabric"));
    Files.writeString(folder.resolve(".runfabric/dev.json"), "{");
    assertThat(cli.run("doctor").exitCode()).isEqualTo(1);

    config("service: shop\nbackend:\n  kind: s3\n  s3Bucket: state\n");
    cli.with("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")
        .with("AWS_ACCESS_KEY_ID", "TESTACCESSKEY")
        .with("AWS_SECRET_ACCESS_KEY", "canary-of-a-secret");
    Outcome unreachable = cli.run("doctor");
    assertThat(unreachable.exitCode()).isEqualTo(4);
    assertThat(unreachable.out()).contains("the connection is refused").doesNotContain("canary");
  }

  private void config(String text) throws IOException {
    Files.writeString(folder.resolve("runfabric.yml"), text);
  }
}
