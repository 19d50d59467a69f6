package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of comparisons, what an earlier one takes off, and what is lived with.
class DriftCommandTest {

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProjectThatWasDeployedElsewhere() throws Exception {
    cli = new CommandLineRun(folder);
    file(
        "runfabric.yml",
        """
        service: shop
        provider: {name: aws-lambda, runtime: nodejs22.x, region: eu-central-1}
        functions:
          cart: {handler: src/cart.handler}
        stages:
          dev: {}
          qa: {}
        """);
    receipt("dev", "us-east-1");
    receipt("qa", "eu-central-1");
  }

  @Test
  void everyComparisonIsRememberedAmongTheUsersOwnFiles() throws Exception {
    reconcile();

    Path kept = kept();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    Outcome table = cli.run("drift", "history");
    assertThat(table.exitCode()).isZero();
    assertThat(table.out())
        .contains("NOT CHECKED", "2026-03-01 12:00:00")
        .containsPattern("2 +1 +0 +0 +0 +2 +- +- +config local");
    JsonNode run = history().at("/runs/0");
    assertThat(run.at("/counts/critical").asInt()).isEqualTo(1);
    assertThat(run.at("/ids").size()).isEqualTo(1);
    assertThat(run.has("since")).isFalse();
  }

  @Test
  void theHistoryTellsWhatIsNewAndWhatIsGoneSinceTheSameWasComparedBefore() throws Exception {
    reconcile();
    reconcile("--stage", "qa");
    cli.at(CommandLineRun.NOW.plus(Duration.ofHours(1)));
    receipt("dev", "eu-central-1");
    receipt("qa", "us-east-1");

    reconcile();

    JsonNode runs = history().at("/runs");
    assertThat(runs.size()).isEqualTo(3);
    assertThat(runs.at("/0/since/at").asText()).isEqualTo("2026-03-01T12:00:00.000Z");
    assertThat(runs.at("/0/since/appeared")).isEqualTo(runs.at("/0/ids"));
    assertThat(runs.at("/0/since/gone")).isEqualTo(runs.at("/2/ids"));
    assertThat(runs.at("/1/stage").asText()).isEqualTo("qa");
    assertThat(runs.at("/1").has("since")).isFalse();
    assertThat(cli.run("drift", "history", "--limit", "1").out().lines()).hasSize(2);
  }

  @Test
  void aTornLineOfTheHistoryIsSkippedAndTold() throws Exception {
    reconcile();
    Files.writeString(kept(), "{\"at\":\"2026-03-0", StandardOpenOption.APPEND);

    reconcile();

    Outcome table = cli.run("drift", "history");
    assertThat(table.out().lines()).hasSize(3);
    assertThat(table.err()).contains("1 line of the history does not load.");
    assertThat(history().at("/unreadable").asInt()).isEqualTo(1);
  }

  @Test
  void aRunThatCannotBeRememberedIsARunAllTheSame() throws Exception {
    Files.createDirectories(cli.stateFolder());
    Files.writeString(cli.stateFolder().resolve("drift"), "in the way");

    Outcome outcome = reconcile();

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("warning: this run could not be remembered");
    assertThat(outcome.out()).contains("Drift. Looked at 2 entries: 1 critical");
  }

  @Test
  void whereNothingWasComparedTheHistorySaysSo() {
    assertThat(cli.run("drift", "history").out()).contains("Nothing was compared from here yet");
  }

  @Test
  void whatTheBaselineHasDoesNotCountAgain() throws Exception {
    reconcile("--out", "before.json");
    receipt("qa", "us-east-1");

    JsonNode result = reconcile("--baseline", "before.json", "--json").result();

    assertThat(result.at("/findings").size()).isEqualTo(1);
    assertThat(result.at("/findings/0/entry").asText()).isEqualTo("receipt qa");
    assertThat(result.at("/counts/critical").asInt()).isEqualTo(1);
    assertThat(result.at("/counts/known").asInt()).isEqualTo(1);
    assertThat(result.at("/known/0/entry").asText()).isEqualTo("receipt dev");
    receipt("qa", "eu-central-1");
    Outcome nothingNew = reconcile("--baseline", "before.json");
    assertThat(nothingNew.exitCode()).isZero();
    assertThat(nothingNew.out())
        .contains("Looked at 2 entries: 0 critical", "1 known from the baseline");
  }

  @Test
  void whatTheBaselineHadAndIsGoneIsResolved() throws Exception {
    Files.writeString(folder.resolve("before.json"), reconcile("--json").out());
    receipt("dev", "eu-central-1");

    assertThat(reconcile("--baseline", "before.json").out())
        .contains("0 known from the baseline, 1 resolved");
    assertThat(reconcile("--baseline", "before.json", "--stage", "qa").out())
        .contains("0 resolved");
    assertThat(reconcile("--baseline", "before.json", "--against", "receipts").out())
        .contains("0 resolved");
    file(".runfabric/dev.json", "{\"version\": 2,");
    assertThat(reconcile("--baseline", "before.json").out()).contains("0 resolved");
  }

  @Test
  void whatCouldNotBeAskedThisTimeIsNotResolved() throws Exception {
    file(
        "before.json",
        """
        {"service": "shop", "counts": {}, "findings": [
          {"id": "0123456789ab", "category": "provider", "rule": "gone", "entry": "receipt dev"},
          {"id": "0123456789ac", "category": "config", "rule": "signature", "entry": "receipt dev"},
          {"id": "0123456789ad", "category": "config", "rule": "provider", "entry": "receipt dev"}]}
        """);

    JsonNode result =
        reconcile(
                "--baseline",
                "before.json",
                "--against",
                "config,provider",
                "--no-network",
                "--json")
            .result();

    assertThat(result.at("/resolved").findValuesAsText("id")).containsExactly("0123456789ad");
  }

  @Test
  void everyFormatTellsOfTheBaseline() throws Exception {
    reconcile("--out", "before.json");
    receipt("dev", "eu-central-1");
    receipt("qa", "us-east-1");
    reconcile("--baseline", "before.json", "--out", "d.csv", "--out", "d.md", "--out", "d.xml");

    assertThat(Files.readString(folder.resolve("d.csv")))
        .contains("found,critical,config,region,receipt qa,")
        .contains("resolved,critical,config,region,receipt dev,");
    assertThat(Files.readString(folder.resolve("d.md")))
        .contains("0 known from the baseline, 1 resolved.", "## Resolved since the baseline");
    assertThat(Files.readString(folder.resolve("d.xml")))
        .contains("<property name=\"resolved\" value=\"1\"/>");
  }

  @Test
  void aReportTakenWithABaselineIsABaselineForBoth() throws Exception {
    reconcile("--out", "first.json");
    receipt("qa", "us-east-1");
    reconcile("--baseline", "first.json", "--out", "second.json");

    assertThat(reconcile("--baseline", "second.json").out()).contains("2 known from the baseline");
  }

  @Test
  void aBaselineThatIsNoReportIsAUsageError() throws Exception {
    file("a.json", "{\"findings\": \"hunter2\"}");
    file("b.json", "{\"service\": \"other\", \"findings\": [], \"counts\": {}}");
    file("c.json", "no JSON, but hunter2");

    for (String name : List.of("a.json", "b.json", "c.json", "d.json")) {
      Outcome outcome = reconcile("--baseline", name);

      assertThat(outcome.exitCode()).as(name).isEqualTo(2);
      assertThat(outcome.err()).contains(name + " is no drift report: ").doesNotContain("hunter2");
    }
    assertThat(reconcile("--baseline", "b.json").err()).contains("another service than shop");
  }

  @Test
  void aFindingIsIgnoredAndCountsAgain() throws Exception {
    String id = reconcile("--json").result().at("/findings/0/id").asText();

    Outcome ignored = ignore(id, "as agreed", "2026-03-01");

    assertThat(ignored.exitCode()).as(ignored.err()).isZero();
    assertThat(reconcile().exitCode()).isZero();
    assertThat(reconcile().out()).contains("1 ignored");
    assertThat(cli.run("drift", "ignore", "--list").out()).contains(id, "2026-03-01", "as agreed");
    assertThat(ignore(id, "still so", "2026-04-01").exitCode()).isZero();
    assertThat(cli.run("drift", "ignore", "--list", "--json").result().at("/ignored").size())
        .isEqualTo(1);
    Outcome back = cli.run("drift", "unignore", id);
    assertThat(back.out()).contains(id + " counts again.");
    assertThat(reconcile().exitCode()).isEqualTo(3);
    assertThat(cli.run("activity", "list").out())
        .contains("drift unignore", "drift ignore " + id + " --reason 'as agreed'");
  }

  @Test
  void whatExpiredIsListedAsSuch() throws Exception {
    ignore("3f2a90c1d4e5", "as agreed", "2026-03-01");
    cli.at(CommandLineRun.NOW.plus(Duration.ofDays(1)));

    assertThat(cli.run("drift", "ignore", "--list").out()).contains("2026-03-01, expired");
    assertThat(
            cli.run("drift", "ignore", "--list", "--json")
                .result()
                .at("/ignored/0/expired")
                .asBoolean())
        .isTrue();
  }

  @Test
  void whatIsNoAgreementIsRefusedAndNothingIsWritten() {
    assertThat(ignore("3f2a", "x", "2026-04-01").err()).contains("12 hex digits");
    assertThat(ignore("3f2a90c1d4e5", " ", "2026-04-01").err()).contains("not empty");
    assertThat(ignore("3f2a90c1d4e5", "a\nb", "2026-04-01").err()).contains("one line");
    assertThat(ignore("3f2a90c1d4e5", "x", "2026-02-28").err()).contains("today or later");
    assertThat(ignore("3f2a90c1d4e5", "x", "soon").exitCode()).isEqualTo(2);
    assertThat(cli.run("drift", "ignore").exitCode()).isEqualTo(2);
    assertThat(cli.run("drift", "unignore", "3f2a90c1d4e5").exitCode()).isEqualTo(1);

    assertThat(folder.resolve(".runfabric/drift-ignore.yml")).doesNotExist();
    assertThat(cli.run("activity", "list").out()).contains("Nothing was changed");
  }

  private Outcome ignore(String id, String reason, String until) {
    return cli.run("drift", "ignore", id, "--reason", reason, "--until", until);
  }

  private Outcome reconcile(String... options) {
    List<String> words = new ArrayList<>(List.of("state", "reconcile"));
    words.addAll(List.of(options));
    if (!words.contains("--against")) {
      words.addAll(List.of("--against", "config"));
    }
    return cli.run(words.toArray(String[]::new));
  }

  private JsonNode history() {
    return cli.run("drift", "history", "--json").result();
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.list(cli.stateFolder().resolve("drift"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }

  private void receipt(String stage, String region) throws IOException {
    file(
        ".runfabric/" + stage + ".json",
        """
        {"version": 2, "service": "shop", "stage": "%1$s", "provider": "aws-lambda",
         "deploymentId": "aws-lambda-%1$s-1", "outputs": {"region": "%2$s"},
         "artifacts": [],
         "functions": [{"function": "cart"}],
         "updatedAt": "2026-02-01T10:00:00Z"}
        """
            .formatted(stage, region));
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }
}
