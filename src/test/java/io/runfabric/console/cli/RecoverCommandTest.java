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

class RecoverCommandTest {

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\n");
  }

  @Test
  void nothingToRecoverIsSaidWith0() {
    Outcome outcome = cli.run("recover");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("Nothing to recover.");
    assertThat(cli.run("recover-dry-run", "--json").result().path("canRecover").asBoolean(true))
        .isFalse();
  }

  @Test
  void whatIsFoundIsSaidWith3AndItsStepsInOrder() throws Exception {
    journal("dev", "active");

    Outcome outcome = cli.run("recover");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("critical  interrupted deploy  stage dev")
        .containsSubsequence("1. Look at", "state backup", "--mode inspect", "--archive")
        .endsWith("1 thing to recover. Take its steps in their order." + System.lineSeparator());
  }

  @Test
  void jsonHasTheEnginesFieldsAndTheSituations() throws Exception {
    journal("dev", "active");

    Outcome outcome = cli.run("recover-dry-run", "--stage", "dev", "--json");
    JsonNode result = outcome.result();

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(result.path("canRecover").asBoolean()).isTrue();
    assertThat(result.path("status").asText()).isEqualTo("active");
    assertThat(result.path("operations").asInt()).isEqualTo(1);
    assertThat(result.path("checkpoints").isArray()).isTrue();
    assertThat(result.at("/situations/0/kind").asText()).isEqualTo("interrupted-deploy");
    assertThat(result.at("/situations/0/steps/0/by").asText()).isEqualTo("console");
    assertThat(result.at("/situations/0/steps/0/action").asText()).isEqualTo("inspect");
  }

  @Test
  void archivingAsksAndSetsTheJournalAside() throws Exception {
    journal("dev", "active");

    assertThat(cli.answering("n").run("recover", "--archive", "--stage", "dev").exitCode())
        .isZero();
    assertThat(file("dev")).exists();
    Outcome agreed = cli.answering("y").run("recover", "--archive", "--stage", "dev");

    assertThat(agreed.exitCode()).isZero();
    assertThat(agreed.err()).contains("create_lambda shop-dev-hello");
    assertThat(agreed.out())
        .contains("Set aside: local:.runfabric/journal-archive/shop-dev-1772366400.json");
    assertThat(file("dev")).doesNotExist();
    assertThat(cli.run("recover", "--archive", "--stage", "dev").out()).contains("no journal");
  }

  @Test
  void aProductionStageIsAgreedToByItsName() throws Exception {
    journal("prod", "active");

    cli.answering("y").run("recover", "--archive", "--stage", "prod");
    assertThat(file("prod")).exists();
    cli.answering("prod").run("recover", "--archive", "--stage", "prod");

    assertThat(cli.asked).hasSize(2).allSatisfy(asked -> assertThat(asked).contains("Type prod"));
    assertThat(file("prod")).doesNotExist();
  }

  @Test
  void inAScriptItNeedsYesAndAStage() throws Exception {
    journal("dev", "active");

    assertThat(cli.run("recover", "--archive", "--yes").exitCode()).isEqualTo(2);
    assertThat(cli.run("recover", "--archive", "--stage", "dev", "--json").exitCode()).isEqualTo(2);
    assertThat(file("dev")).exists();

    JsonNode result = cli.run("recover", "--archive", "--stage", "dev", "--json", "--yes").result();

    assertThat(result.path("archived").asBoolean()).isTrue();
    assertThat(folder.resolve(result.path("archive").asText())).exists();
  }

  @Test
  void aLockedStageIsAConflict() throws Exception {
    journal("dev", "active");
    file(
        ".runfabric/locks/shop-dev.lock.json",
        "{\"service\": \"shop\", \"stage\": \"dev\", \"ownerToken\": \"00\","
            + " \"expiresAt\": \"2026-03-01T12:10:00Z\"}");

    Outcome outcome = cli.run("recover", "--archive", "--stage", "dev", "--yes", "--json");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.json().at("/error/code").asText()).isEqualTo("LOCKED");
    assertThat(file("dev")).exists();
  }

  private Path file(String stage) {
    return folder.resolve(".runfabric/journals/shop-" + stage + ".journal.json");
  }

  private void journal(String stage, String status) throws IOException {
    file(
        ".runfabric/journals/shop-" + stage + ".journal.json",
        """
        {"service": "shop", "stage": "%s", "operation": "deploy", "status": "%s",
         "startedAt": "2026-03-01T09:00:00Z", "updatedAt": "2026-03-01T09:05:00Z", "version": 4,
         "attemptCount": 0,
         "operations": [{"type": "create_lambda", "resource": "shop-%s-hello"}]}
        """
            .formatted(stage, status, stage));
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
