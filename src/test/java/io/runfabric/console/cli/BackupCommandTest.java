package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {

  private static final String DEFAULT = ".runfabric/backup/shop-local-20260301T120000Z.json";

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\n");
    file(".runfabric/dev.json", receipt("dev"));
    file(".runfabric/prod.json", receipt("prod"));
  }

  @Test
  void theResultTellsWhatWasBackedUpAndWhere() throws Exception {
    JsonNode result = cli.run("state", "backup", "--json").result();

    assertThat(result.path("path").asText()).isEqualTo(folder.resolve(DEFAULT).toString());
    assertThat(result.path("backend").asText()).isEqualTo("local");
    assertThat(result.path("stages").toString()).isEqualTo("[\"dev\",\"prod\"]");
    assertThat(result.path("counts").path("receipts").asInt()).isEqualTo(2);
    assertThat(result.path("partial").asBoolean(true)).isFalse();
    assertThat(result.path("encrypted").asBoolean(true)).isFalse();
    assertThat(result.path("sizeBytes").asLong()).isEqualTo(Files.size(folder.resolve(DEFAULT)));
    assertThat(result.path("sha256").asText()).hasSize(64);
  }

  @Test
  void aDryRunWritesNothing() {
    Outcome outcome = cli.run("state", "backup", "--dry-run");

    assertThat(outcome.out()).startsWith("Would hold 2 receipts, ");
    assertThat(folder.resolve(".runfabric/backup")).doesNotExist();
  }

  @Test
  void outIsRelativeToWhereTheCommandRunsAndNeedsForceToBeReplaced() throws Exception {
    assertThat(cli.run("state", "backup", "--out", "new/folder/b.json").exitCode()).isZero();

    Outcome refused = cli.run("state", "backup", "--out", "new/folder/b.json");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already", "--force");
    assertThat(cli.run("state", "backup", "--out", "new/folder/b.json", "--force").exitCode())
        .isZero();
    assertThat(cli.run("backup", "verify", "new/folder/b.json").exitCode()).isZero();
  }

  @Test
  void whatDoesNotLoadIsNamedAndFailsItUnlessAllowed() throws Exception {
    file(".runfabric/broken.json", "{");
    file(".runfabric/worse.json", "]");

    Outcome failed = cli.run("state", "backup");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains(".runfabric/broken.json", ".runfabric/worse.json");
    assertThat(cli.run("state", "backup", "--json").json().path("error").path("details").toString())
        .contains("broken.json", "worse.json");

    JsonNode allowed = cli.run("state", "backup", "--json", "--allow-partial").result();
    assertThat(allowed.path("partial").asBoolean()).isTrue();
    assertThat(allowed.path("counts").path("unreadable").asInt()).isEqualTo(2);
  }

  @Test
  @Tag("scrypt")
  void theListIsNewestFirstAndSaysWhatIsDamaged() throws Exception {
    assertThat(cli.run("backup", "list").out()).startsWith("No backups in ");
    assertThat(cli.run("state", "backup").exitCode()).isZero();
    assertThat(
            cli.with("BACKUP_PASSPHRASE", "correct horse")
                .run("state", "backup", "--passphrase-env", "BACKUP_PASSPHRASE")
                .exitCode())
        .isZero();
    file(".runfabric/backup/shop-local-20260401T000000Z.json", "{\"receipts\": {");

    JsonNode backups = cli.run("backup", "list", "--json").result().path("backups");

    assertThat(backups).hasSize(3);
    assertThat(backups.get(0).path("state").asText()).isEqualTo("damaged");
    assertThat(backups.get(1).path("encrypted").asBoolean()).isTrue();
    assertThat(backups.get(1).path("state").asText()).isEqualTo("not checked");
    assertThat(backups.get(2).path("state").asText()).isEqualTo("verified");
    assertThat(backups.get(2).path("counts").path("receipts").asInt()).isEqualTo(2);
    assertThat(cli.run("backup", "list").out())
        .contains("NAME", "verified", "it ends in the middle");
  }

  @Test
  void aDamagedOneFailsVerification() throws Exception {
    assertThat(cli.run("state", "backup").exitCode()).isZero();
    Path backup = folder.resolve(DEFAULT);
    assertThat(cli.run("backup", "verify", DEFAULT).out()).startsWith("good");

    Files.writeString(backup, Files.readString(backup).replace("d-dev", "d-dew"));
    Outcome damaged = cli.run("backup", "verify", DEFAULT, "--json");

    assertThat(damaged.exitCode()).isEqualTo(1);
    assertThat(damaged.json().path("error").path("code").asText()).isEqualTo("DAMAGED_BACKUP");
    assertThat(cli.run("backup", "verify", "nowhere.json").exitCode()).isEqualTo(2);
  }

  @Test
  void showListsWhatIsInItAndHidesSecrets() {
    assertThat(cli.run("state", "backup").exitCode()).isZero();

    Outcome table = cli.run("backup", "show", DEFAULT);
    assertThat(table.out()).contains("KIND", "dev", "prod").doesNotContain("canary");

    Outcome entry = cli.run("backup", "show", DEFAULT, "--entry", "prod");
    assertThat(entry.out())
        .contains("# receipt prod", "[REDACTED]")
        .doesNotContain("canary", "\"dev\"");
    assertThat(cli.run("backup", "show", DEFAULT, "--entry", "prod", "--show-secrets").out())
        .contains("canary");

    JsonNode documents = cli.run("backup", "show", DEFAULT, "--json").result().path("documents");
    assertThat(documents).hasSize(2);
    assertThat(documents.toString()).doesNotContain("canary");
    assertThat(cli.run("backup", "show", DEFAULT, "--entry", "qa").exitCode()).isEqualTo(1);
  }

  @Test
  @Tag("scrypt")
  void aPassphraseIsAskedForTwiceAndMustBeTheSame() {
    Outcome differ = cli.answering("one").answering("other").run("state", "backup", "--encrypt");
    assertThat(differ.exitCode()).isEqualTo(2);

    Outcome same = cli.answering("one").answering("one").run("state", "backup", "--encrypt");
    assertThat(same.exitCode()).isZero();
    assertThat(same.out()).contains("encrypted, read back and verified");
    assertThat(cli.asked).hasSize(4);

    assertThat(cli.answering("one").run("backup", "verify", DEFAULT + ".age").exitCode()).isZero();
    Outcome wrong = cli.answering("two").run("backup", "verify", DEFAULT + ".age");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("the passphrase is not the one");
    assertThat(cli.run("backup", "verify", DEFAULT + ".age").exitCode()).isEqualTo(2);
    assertThat(cli.run("state", "backup", "--encrypt").exitCode()).isEqualTo(2);
    assertThat(cli.told).hasSize(6).allSatisfy(BackupCommandTest::isCleared);
  }

  private static void isCleared(char[] passphrase) {
    assertThat(passphrase).isNotEmpty().containsOnly('\0');
  }

  @Test
  void whatIsNoRecipientIsRefusedWithoutBeingQuoted() {
    Outcome outcome = cli.run("state", "backup", "--recipient", "AGE-SECRET-KEY-1CANARY");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("no age recipient").doesNotContain("CANARY");
    assertThat(folder.resolve(".runfabric/backup")).doesNotExist();
  }

  @Test
  void keepRemovesOlderOnes() {
    for (int i = 0; i < 3; i++) {
      assertThat(cli.run("state", "backup").exitCode()).isZero();
    }

    JsonNode result = cli.run("state", "backup", "--keep", "2", "--json").result();

    assertThat(result.path("pruned")).hasSize(2);
    assertThat(cli.run("backup", "list", "--json").result().path("backups")).hasSize(2);
    assertThat(cli.run("state", "backup", "--keep", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void progressIsEventsWhenAskedForAndNothingOffATerminal() throws Exception {
    assertThat(cli.run("state", "backup").err()).isEmpty();
    assertThat(cli.run("state", "list", "--progress", "none").err()).isEmpty();

    Outcome events = cli.run("state", "backup", "--progress", "json", "--json");

    assertThat(events.result().path("verified").asBoolean()).isTrue();
    for (String line : events.err().lines().toList()) {
      assertThat(Json.MAPPER.readTree(line).path("event").asText()).isNotEmpty();
    }
    assertThat(events.err())
        .contains("{\"event\":\"phase\",\"phase\":\"reading\"}")
        .contains("{\"event\":\"phase\",\"phase\":\"verifying\"}");
  }

  private static String receipt(String stage) {
    return """
    {"version": 2, "service": "shop", "stage": "%1$s", "provider": "aws-lambda",
     "deploymentId": "d-%1$s", "outputs": {"token": "canary"},
     "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(stage);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
