package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.backend.gcs.GcsServer;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.ProjectSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

  private static final String OLD = "2026-02-01T10:00:00Z";
  private static final String NEW = "2026-02-20T10:00:00Z";
  private static final Instant LATER = CommandLineRun.NOW.plus(Duration.ofHours(1));

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\n");
  }

  @Nested
  class OfFiles {

    @BeforeEach
    void twoBackupsOfTheSameAndAChangeSince() throws IOException {
      file(".runfabric/dev.json", receipt("dev", OLD, "canary-a"));
      file(".runfabric/prod.json", receipt("prod", OLD, "canary-a"));
      assertThat(cli.run("state", "backup").exitCode()).isZero();
      assertThat(cli.at(LATER).run("state", "backup").exitCode()).isZero();
      file(".runfabric/dev.json", receipt("dev", NEW, "canary-b"));
    }

    @Test
    void backupsOfTheSameContentAreOneVersion() {
      JsonNode result = cli.run("state", "history", "--stage", "dev", "--json").result();

      assertThat(result.path("entry").asText()).isEqualTo("receipt dev");
      assertThat(result.path("versions")).hasSize(2);
      assertThat(result.at("/versions/0/version").asText()).isEqualTo("now");
      assertThat(result.at("/versions/0/at").asText()).isEqualTo(NEW);
      assertThat(result.at("/versions/1/at").asText()).isEqualTo(OLD);
      assertThat(result.at("/versions/1/keptIn")).hasSize(2);
      assertThat(result.path("remark").asText()).contains("keeps no versions of its own");
      assertThat(result.path("notLookedInto")).isEmpty();
    }

    @Test
    void whatIsStoredAndBackedUpIsOneVersionToo() {
      JsonNode result = cli.run("state", "history", "--stage", "prod", "--json").result();

      assertThat(result.path("versions")).hasSize(1);
      assertThat(result.at("/versions/0/keptIn")).hasSize(3);
    }

    @Test
    @Tag("scrypt")
    void whatCannotBeLookedIntoIsNamed() throws IOException {
      file(".runfabric/backup/broken.json", "{\"service\": \"shop\"");
      assertThat(
              cli.with("PASS", "a passphrase that is long")
                  .at(LATER.plusSeconds(60))
                  .run("state", "backup", "--passphrase-env", "PASS", "--encrypt")
                  .exitCode())
          .isZero();

      Outcome outcome = cli.run("state", "history", "--stage", "dev");

      assertThat(outcome.out())
          .contains(".json.age is encrypted and was not looked into")
          .contains("broken.json was not looked into");
    }

    @Test
    void anEntryThatIsGoneHasAHistoryAllTheSame() throws IOException {
      Files.delete(folder.resolve(".runfabric/prod.json"));

      Outcome outcome = cli.run("state", "history", "--stage", "prod");

      assertThat(outcome.out()).contains("It is not stored now.", "backup:shop-local-");
    }

    @Test
    void anEarlierVersionIsComparedWithNow() {
      String backup =
          cli.run("state", "history", "--stage", "dev", "--json")
              .result()
              .at("/versions/1/version")
              .asText();

      Outcome byPath = cli.run("state", "diff", "--stage", "dev", backup);
      Outcome byLine = cli.run("state", "diff", "--stage", "dev", backup, "now", "--text");

      assertThat(byPath.exitCode()).isZero();
      assertThat(byPath.out()).contains("updatedAt", OLD, NEW, "[REDACTED] (another value)");
      assertThat(byLine.out()).contains("- ", "+ ").contains("\"updatedAt\"");
      assertThat(byPath.out() + byLine.out()).doesNotContain("canary");
    }

    @Test
    void aDifferenceHasAnExitCodeWhenAsked() {
      assertThat(diff("stage:prod", "--exit-code").exitCode()).isEqualTo(3);
      assertThat(diff("now", "--exit-code").exitCode()).isZero();
      assertThat(diff("yesterday").exitCode()).isEqualTo(2);
      assertThat(cli.run("state", "diff", "now", "--stage", "never").exitCode()).isEqualTo(1);
      assertThat(diff("version:3").exitCode()).isEqualTo(1);
    }

    @Test
    void anotherProjectsEntryStandsBesideIt() throws IOException {
      file("eu/runfabric.yml", "service: shop\n");
      file("eu/.runfabric/dev.json", receipt("dev", NEW, "canary-b").replace("deploy-1", "eu-1"));

      JsonNode result = diff("project:eu/runfabric.yml", "--json").result();

      assertThat(result.path("same").asBoolean()).isFalse();
      assertThat(result.path("differences")).hasSize(1);
      assertThat(result.at("/differences/0/left").asText()).isEqualTo("eu-1");
      assertThat(result.at("/differences/0/right").asText()).isEqualTo("deploy-1");
    }

    @Test
    void anotherBackendOfTheProjectStandsBesideIt() {
      JsonNode result = diff("backend:local", "--json").result();

      assertThat(result.path("same").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() {
      Outcome outcome = cli.run("state", "diff", "--stage", "dev", "stage:qa", "--json");

      assertThat(outcome.result().path("leftExists").asBoolean()).isFalse();
      assertThat(outcome.result().path("same").asBoolean()).isFalse();
    }

    @Test
    void severalRecordsOfAStageHaveToBeToldApart() throws IOException {
      record("aws");
      record("gcp");

      Outcome unclear = cli.run("state", "history", "--stage", "qa");

      assertThat(unclear.exitCode()).isEqualTo(2);
      assertThat(unclear.err()).contains("record of aws, record of gcp", "--provider");
      assertThat(
              cli.run("state", "history", "--stage", "qa", "--provider", "gcp", "--json")
                  .result()
                  .path("entry")
                  .asText())
          .isEqualTo("record shop/qa/gcp");
    }

    @Test
    void oneKindOfEntryIsPutBackFromABackup() throws IOException {
      String file =
          cli.run("state", "history", "--stage", "dev", "--json")
              .result()
              .at("/versions/1/file")
              .asText();

      Outcome done =
          cli.run(
              "state",
              "restore",
              "--file",
              file,
              "--only",
              "kind=receipt,stage=dev",
              "--on-conflict",
              "overwrite",
              "--yes");

      assertThat(done.exitCode()).isZero();
      assertThat(folder.resolve(".runfabric/dev.json")).hasContent(receipt("dev", OLD, "canary-a"));
      JsonNode after = cli.run("state", "history", "--stage", "dev", "--json").result();
      assertThat(after.path("versions")).hasSize(3);
      assertThat(after.at("/versions/1/at").asText()).isEqualTo(NEW);
    }

    private void record(String provider) throws IOException {
      file(
          ".runfabric/state/shop/qa/" + provider + ".state.json",
          "{\"schemaVersion\": 2, \"service\": \"shop\", \"stage\": \"qa\", \"provider\": \""
              + provider
              + "\", \"updatedAt\": \"2026-02-01T10:00:00.000Z\", \"lifecycle\": \"applied\"}");
    }

    private Outcome diff(String... words) {
      String[] line = new String[words.length + 4];
      System.arraycopy(new String[] {"state", "diff", "--stage", "dev"}, 0, line, 0, 4);
      System.arraycopy(words, 0, line, 4, words.length);
      return cli.run(line);
    }
  }

  @Nested
  class OfABucket {

    private final S3Server server = S3Server.running();
    private final String bucket = server.newBucket();

    @BeforeEach
    void aProjectInIt() throws IOException {
      server.environment().forEach(cli::with);
      file("runfabric.yml", "service: shop\nbackend:\n  kind: s3\n  s3Bucket: " + bucket + "\n");
    }

    @Test
    void everyVersionIsListedAndOneIsPutBack() throws Exception {
      server.keepVersions(bucket);
      put(receipt("dev", OLD, "canary-a"));
      put(receipt("dev", NEW, "canary-b"));
      // The server's clock is this machine's, and tells seconds only.
      cli.at(Instant.now().plusSeconds(2));

      JsonNode result = cli.run("state", "history", "--stage", "dev", "--json").result();

      assertThat(result.path("versions")).hasSize(2);
      assertThat(result.at("/versions/0/version").asText()).isEqualTo("now");
      String first = result.at("/versions/1/version").asText();
      assertThat(first).startsWith("version:");
      assertThat(result.path("remark").asText()).isEmpty();
      Outcome dry = restore(first, "--dry-run");
      assertThat(dry.exitCode()).isEqualTo(3);
      assertThat(dry.out()).contains("IN THIS VERSION", "older than stored", "replace");
      assertThat(restore(first, "--yes").exitCode()).isZero();
      assertThat(server.text(bucket, key())).isEqualTo(receipt("dev", OLD, "canary-a"));
      JsonNode after = cli.run("state", "history", "--stage", "dev", "--json").result();
      assertThat(after.path("versions")).hasSize(3);
      assertThat(after.at("/versions/1/keptIn")).hasSize(2);
    }

    @Test
    void aRemovalIsAVersionThatCannotBePutBack() throws Exception {
      server.keepVersions(bucket);
      put(receipt("dev", OLD, "canary-a"));
      server.remove(bucket, key());

      JsonNode result = cli.run("state", "history", "--stage", "dev", "--json").result();

      assertThat(result.path("stored").asBoolean()).isFalse();
      assertThat(result.at("/versions/0/deletion").asBoolean()).isTrue();
      assertThat(restore(result.at("/versions/0/version").asText(), "--yes").exitCode())
          .isEqualTo(1);
      assertThat(restore(result.at("/versions/1/version").asText(), "--yes").exitCode()).isZero();
      assertThat(server.text(bucket, key())).isEqualTo(receipt("dev", OLD, "canary-a"));
    }

    @Test
    void aBucketThatKeepsNoneSaysSo() throws Exception {
      put(receipt("dev", OLD, "canary-a"));

      assertThat(cli.run("state", "history", "--stage", "dev").out())
          .contains("The bucket keeps no versions of it: versioning is off");
    }

    @Test
    void versionsThatMayNotBeListedAreNamedAndBackupsShownAllTheSame() throws Exception {
      put(receipt("dev", OLD, "canary-a"));
      assertThat(cli.run("state", "backup").exitCode()).isZero();
      try (ScriptedServer denying =
          new ScriptedServer((_, request) ->
              String.valueOf(request.getRequestURI().getQuery()).contains("versions")
                  ? Answer.s3Error(403, "AccessDenied")
                  : Answer.s3Error(404, "NoSuchKey"))) {
        S3Server.environment(denying.endpoint()).forEach(cli::with);

        Outcome outcome = cli.run("state", "history", "--stage", "dev", "--kind", "receipt");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
            .contains("The bucket's versions were not looked into", "backup:shop-s3-");
      }
    }

    @Test
    void anotherServicesVersionIsNotPutBack() throws Exception {
      server.keepVersions(bucket);
      put(receipt("dev", OLD, "canary-a").replace("\"shop\"", "\"billing\""));
      put(receipt("dev", NEW, "canary-b"));
      JsonNode result = cli.run("state", "history", "--stage", "dev", "--json").result();

      Outcome refused = restore(result.at("/versions/1/version").asText(), "--yes");

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("of service billing");
      assertThat(server.text(bucket, key())).isEqualTo(receipt("dev", NEW, "canary-b"));
    }

    private Outcome restore(String version, String answer) {
      return cli.run(
          "state",
          "restore",
          "--version",
          version.replace("version:", ""),
          "--only",
          "stage=dev",
          answer);
    }

    private void put(String content) {
      server.put(bucket, key(), content);
    }

    private static String key() {
      return "runfabric/state/receipts/dev.receipt.json";
    }
  }

  /// On a server that speaks Google's protocol for the tests: there is no emulator with versions.
  @Nested
  class OfAGoogleBucket {

    private final GcsServer server = GcsServer.running();
    private final String bucket = server.newBucket();

    @BeforeEach
    void aProjectInIt() throws IOException {
      server.environment().forEach(cli::with);
      file("runfabric.yml", "service: shop\nbackend:\n  kind: gcs\n  gcsBucket: " + bucket + "\n");
    }

    @Test
    void aGenerationIsListedComparedAndPutBack() throws Exception {
      server.keepVersions(bucket);
      write(server.environment(), receipt("dev", OLD, "canary-a"));
      write(server.environment(), receipt("dev", NEW, "canary-b"));

      JsonNode result = cli.run("state", "history", "--stage", "dev", "--json").result();

      assertThat(result.path("versions")).hasSize(2);
      String first = result.at("/versions/1/version").asText();
      assertThat(cli.run("state", "diff", first, "--stage", "dev", "--exit-code").exitCode())
          .isEqualTo(3);
      assertThat(
              cli.run(
                      "state",
                      "restore",
                      "--version",
                      first.replace("version:", ""),
                      "--only",
                      "stage=dev",
                      "--yes")
                  .exitCode())
          .isZero();
      assertThat(cli.run("state", "pull", "--stage", "dev").out()).contains(OLD);
    }

    @Test
    void aBucketWithTheLiveOneAloneSaysSo() throws Exception {
      write(server.environment(), receipt("dev", OLD, "canary-a"));

      assertThat(cli.run("state", "history", "--stage", "dev").out())
          .contains("The bucket keeps no earlier version of it.");
    }
  }

  private void write(Map<String, String> environment, String content) throws Exception {
    try (ProjectSession session =
        ProjectSession.open(
            new ProjectRequest(
                Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), environment),
            BackendOptions.standard())) {
      DocumentRef dev = session.backend().locate(EntryAddress.receipt("dev"));
      Precondition unchanged =
          session
              .read(dev)
              .<Precondition>map(stored -> new Precondition.Matches(stored.revision()))
              .orElse(Precondition.ABSENT);
      session.backend().write(dev, content.getBytes(StandardCharsets.UTF_8), unchanged);
    }
  }

  private static String receipt(String stage, String updatedAt, String secret) {
    return "{\"version\": 2, \"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws\", \"deploymentId\": \"deploy-1\", \"outputs\": {\"apiKey\": \""
        + secret
        + "\"}, \"updatedAt\": \""
        + updatedAt
        + "\"}";
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
