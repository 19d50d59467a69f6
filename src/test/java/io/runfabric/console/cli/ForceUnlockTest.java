package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ForceUnlockTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String LATER = "2026-03-01T12:10:00Z";
  private static final String EARLIER = "2026-03-01T11:50:00Z";
  private static final String NO_PROCESS = "3999983";

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\nprovider: {name: aws-lambda}\n");
  }

  @Test
  void whatIsKnownOfTheLockIsShownAndItIsRemovedOnceAgreed() throws Exception {
    lock("dev", NO_PROCESS, EARLIER);

    Outcome outcome = cli.answering("y").run("state", "force-unlock", "--stage", "dev");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out().lines().map(String::strip))
        .containsSubsequence(
            "dev  stale  .runfabric/locks/shop-dev.lock.json (file)",
            "holder     pid:3999983, deploy",
            "process    pid 3999983 does not run on this machine any more",
            "taken      2026-03-01 11:35:00 UTC, 25 min ago",
            "lease      ended 2026-03-01 11:50:00 UTC, 10 min ago",
            "heartbeat  2026-03-01 11:45:00 UTC, 15 min ago",
            "id         [REDACTED]",
            "if removed its lease has ended: no holder that keeps to it still writes",
            "removed .runfabric/locks/shop-dev.lock.json",
            "shop/dev is free.");
    assertThat(cli.asked).containsExactly("Remove this lock? [y/N] ");
    assertThat(path("shop-dev.lock.json")).doesNotExist();
  }

  @Test
  void whoSaysNoKeepsTheLock() throws Exception {
    lock("dev", NO_PROCESS, EARLIER);

    Outcome outcome = cli.answering("n").run("state", "force-unlock", "--stage", "dev");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(path("shop-dev.lock.json")).exists();
    assertThat(cli.stateFolder()).doesNotExist();
  }

  @Test
  void jsonHoldsTheEnginesFieldsAndTheEvidence() throws Exception {
    lock("dev", NO_PROCESS, EARLIER);

    JsonNode result =
        cli.run("state", "unlock", "--service", "shop", "--stage", "dev", "--yes", "--json")
            .result();

    assertThat(result.path("unlocked").asBoolean()).isTrue();
    assertThat(result.path("service").asText()).isEqualTo("shop");
    assertThat(result.path("stage").asText()).isEqualTo("dev");
    assertThat(result.path("backend").asText()).isEqualTo("local");
    assertThat(result.path("free").asBoolean()).isTrue();
    assertThat(result.path("heldBy").isArray()).isTrue();
    JsonNode lock = result.path("locks").get(0);
    assertThat(lock.path("outcome").asText()).isEqualTo("removed");
    assertThat(lock.path("state").asText()).isEqualTo("stale");
    assertThat(lock.path("process").asText()).isEqualTo("ended");
    assertThat(lock.path("ageSeconds").asInt()).isEqualTo(1500);
    assertThat(lock.path("leaseSecondsLeft").asInt()).isEqualTo(-600);
    assertThat(lock.path("heartbeatAgeSeconds").asInt()).isEqualTo(900);
    assertThat(lock.path("caution").asText()).isEqualTo("abandoned");
    assertThat(lock.path("lockId").asText()).isEqualTo("[REDACTED]");
  }

  @Test
  void aDryRunTakesNothingAndSaysThatThereIsSomethingToDo() throws Exception {
    lock("dev", NO_PROCESS, LATER);
    String[] dryRun = {"state", "force-unlock", "--stage", "dev", "--dry-run"};

    Outcome masked = cli.run(dryRun);
    Outcome shown =
        cli.run("state", "force-unlock", "--stage", "dev", "--dry-run", "--show-secrets", "--json");

    assertThat(masked.exitCode()).isEqualTo(3);
    assertThat(masked.out()).doesNotContain(TOKEN);
    assertThat(shown.exitCode()).isEqualTo(3);
    assertThat(shown.result().path("locks").get(0).path("lockId").asText()).isEqualTo(TOKEN);
    assertThat(shown.result().path("dryRun").asBoolean()).isTrue();
    assertThat(path("shop-dev.lock.json")).exists();
    assertThat(cli.stateFolder()).doesNotExist();
  }

  @Test
  void whereNothingIsLockedThereIsNothingToDo() throws Exception {
    lock("qa", NO_PROCESS, LATER);
    for (String more : List.of("--dry-run", "--yes")) {
      Outcome outcome = cli.run("state", "force-unlock", "--stage", "dev", more);

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).contains("No lock on shop/dev.");
    }
    JsonNode result = cli.run("state", "force-unlock", "--stage", "dev", "--json").result();
    assertThat(result.path("unlocked").asBoolean(true)).isFalse();
    assertThat(result.path("free").asBoolean()).isTrue();
    assertThat(path("shop-qa.lock.json")).exists();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aHolderThatRunsIsToldAndTheStagesNameIsAskedFor() throws Exception {
    Process holder = new ProcessBuilder("sleep", "60").start();
    try {
      lock("dev", Long.toString(holder.pid()), LATER);

      Outcome refused = cli.answering("y").run("state", "force-unlock", "--stage", "dev");
      Outcome agreed = cli.answering("dev").run("state", "force-unlock", "--stage", "dev");

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.out())
          .contains("pid " + holder.pid() + " runs on this machine, as you")
          .contains("without the lock another deploy may write at the same time");
      assertThat(cli.asked).containsOnly("Remove this lock? Type dev to agree: ").hasSize(2);
      assertThat(agreed.exitCode()).isZero();
    } finally {
      holder.destroyForcibly().onExit().join();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aHolderThatHasEndedIsToldAndAYesIsEnough() throws Exception {
    Process holder = new ProcessBuilder("true").start();
    holder.waitFor();
    lock("dev", Long.toString(holder.pid()), LATER);

    Outcome outcome = cli.run("state", "force-unlock", "--stage", "dev", "--yes");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("pid " + holder.pid() + " does not run on this machine any more")
        .contains("its holder has ended without giving it back");
  }

  @Test
  void aLockThatHoldsInProductionNeedsItsIdInAScript() throws Exception {
    lock("prod", NO_PROCESS, LATER);

    Outcome yesAlone = cli.run("state", "force-unlock", "--stage", "prod", "--yes", "--json");
    assertThat(yesAlone.exitCode()).isEqualTo(2);
    assertThat(yesAlone.json().path("error").path("code").asText())
        .isEqualTo("CONFIRMATION_NEEDED");
    Outcome idAlone = cli.run("state", "force-unlock", "--stage", "prod", "--lock-id", TOKEN);
    assertThat(idAlone.exitCode()).isEqualTo(2);
    assertThat(path("shop-prod.lock.json")).exists();

    Outcome both = cli.run("state", "force-unlock", "--stage", "prod", "--yes", "--lock-id", TOKEN);

    assertThat(both.exitCode()).as(both.err()).isZero();
    assertThat(path("shop-prod.lock.json")).doesNotExist();
  }

  @Test
  void theIdOfAnotherHolderIsRefused() throws Exception {
    lock("dev", NO_PROCESS, LATER);
    String kept = Files.readString(path("shop-dev.lock.json"));

    for (String id : List.of("ffffffffffffffffffffffffffffffff", TOKEN.substring(0, 8), "")) {
      Outcome outcome =
          cli.run("state", "force-unlock", "--stage", "dev", "--yes", "--json", "--lock-id", id);

      assertThat(outcome.exitCode()).isEqualTo(5);
      assertThat(outcome.json().path("error").path("code").asText()).isEqualTo("CONFLICT");
      assertThat(outcome.json().path("error").path("message").asText())
          .contains("held by pid:3999983 (deploy, until " + LATER + ")")
          .doesNotContain(TOKEN);
    }
    assertThat(path("shop-dev.lock.json")).hasContent(kept);
  }

  @Test
  void aLockThatChangedAfterItWasShownIsLeftAlone() throws Exception {
    lock("dev", NO_PROCESS, EARLIER);

    Outcome renewed =
        cli.answering("y", () -> lock("dev", NO_PROCESS, LATER))
            .run("state", "force-unlock", "--stage", "dev");

    assertThat(renewed.exitCode()).isEqualTo(5);
    assertThat(renewed.out()).contains("changed meanwhile, left alone:");
    assertThat(renewed.err())
        .contains("shop/dev is still held, by pid:3999983 (deploy, until " + LATER + ")");
    assertThat(Files.readString(path("shop-dev.lock.json"))).contains(LATER);
    assertThat(activities().getFirst().path("result").asText()).isEqualTo("failed");
    assertThat(activities().getFirst().path("errorCode").asText()).isEqualTo("CONFLICT");
  }

  @Test
  void aLockThatWasGivenBackAfterItWasShownIsNoFailure() throws Exception {
    lock("dev", NO_PROCESS, EARLIER);

    Outcome outcome =
        cli.answering("y", () -> Files.delete(path("shop-dev.lock.json")))
            .run("state", "force-unlock", "--stage", "dev");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("given back meanwhile").contains("shop/dev is free.");
  }

  @Test
  void aStageThatAnotherLockStillHoldsIsNotCalledFree() throws Exception {
    lock("dev", NO_PROCESS, EARLIER);
    file(".runfabric/locks/shop-dev.lock", LATER + "\n");

    Outcome outcome =
        cli.run("state", "force-unlock", "--stage", "dev", "--yes", "--lock-id", TOKEN, "--json");

    assertThat(outcome.exitCode()).isEqualTo(5);
    JsonNode details = outcome.json().path("error").path("details");
    assertThat(details.path("unlocked").asBoolean()).isTrue();
    assertThat(details.path("free").asBoolean(true)).isFalse();
    assertThat(details.path("heldBy").get(0).path("source").asText()).isEqualTo("legacy-file");
  }

  @Test
  void locksWithoutATokenAreNamedByTheirRevision() throws Exception {
    file(".runfabric/locks/shop-dev.lock", LATER + "\n");
    file(".runfabric/locks/shop-dev.lock.json", "{");
    JsonNode plan =
        cli.run("state", "force-unlock", "--stage", "dev", "--dry-run", "--json").result();
    assertThat(plan.path("locks")).hasSize(2);

    Outcome yesAlone = cli.run("state", "force-unlock", "--stage", "dev", "--yes");
    List<String> arguments = new ArrayList<>(List.of("state", "unlock", "--stage", "dev", "-y"));
    plan.path("locks")
        .forEach(lock -> arguments.addAll(List.of("--lock-id", lock.path("lockId").asText())));
    Outcome named = cli.run(arguments.toArray(String[]::new));

    assertThat(yesAlone.exitCode()).isEqualTo(2);
    assertThat(named.exitCode()).as(named.err()).isZero();
    assertThat(folder.resolve(".runfabric/locks")).isEmptyDirectory();
  }

  @Test
  void staleClearsEveryLockWhoseLeaseHasEndedAndNoOther() throws Exception {
    lock("dev", NO_PROCESS, EARLIER);
    lock("prod", NO_PROCESS, EARLIER);
    lock("qa", NO_PROCESS, LATER);
    file(".runfabric/locks/shop-old.lock", "2026-03-01T11:00:00Z\n");
    file(".runfabric/locks/billing-dev.lock", "2026-03-01T11:00:00Z\n");
    file(
        ".runfabric/state/shop/dev/gcp.state.json.lock",
        """
        {"backend": "local", "lockId": "8f6c7d3e-1111-4222-8333-444455556666", "owner": "pid:1",
         "acquiredAt": "2026-03-01T11:00:00.000Z", "expiresAt": "2026-03-01T11:00:30.000Z"}
        """);

    Outcome shown = cli.run("state", "force-unlock", "--stale", "--dry-run", "--json");
    assertThat(shown.exitCode()).isEqualTo(3);
    assertThat(shown.result().path("locks")).hasSize(4);
    Outcome outcome = cli.answering("y").run("state", "force-unlock", "--stale");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("Every lock whose lease had ended is gone.");
    assertThat(cli.run("state", "force-unlock", "--stale").exitCode()).isZero();
    try (var left = Files.list(folder.resolve(".runfabric/locks"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("shop-qa.lock.json", "billing-dev.lock");
    }
    assertThat(folder.resolve(".runfabric/state/shop/dev/gcp.state.json.lock")).doesNotExist();
  }

  @Test
  void aRemovalIsOneLineOfTheActivityLogWithoutTheToken() throws Exception {
    lock("dev", NO_PROCESS, LATER);
    cli.run("state", "force-unlock", "--stage", "dev", "--yes", "--json", "--lock-id=" + TOKEN);
    lock("dev", NO_PROCESS, LATER);
    cli.run("state", "force-unlock", "--stage", "dev", "--yes", "--lock-id", TOKEN);

    assertThat(activities()).hasSize(2);
    JsonNode activity = activities().getFirst();
    assertThat(activity.path("operation").asText()).isEqualTo("state force-unlock");
    assertThat(activity.path("stage").asText()).isEqualTo("dev");
    assertThat(activity.path("changed").asInt()).isEqualTo(1);
    assertThat(activity.path("keys").get(0).asText())
        .isEqualTo(".runfabric/locks/shop-dev.lock.json");
    assertThat(activity.path("command").asText())
        .isEqualTo("runfabric-console state force-unlock --stage dev --yes --lock-id '[REDACTED]'");
    assertThat(Files.readString(cli.stateFolder().resolve("activity.jsonl"))).doesNotContain(TOKEN);
    assertThat(cli.run("activity", "list").out())
        .contains("state force-unlock")
        .doesNotContain(TOKEN);
    assertThat(cli.run("activity", "list", "--stage", "qa").out())
        .contains("Nothing was changed from here yet.");
    assertThat(cli.run("activity", "list", "--json", "--limit", "1").result().path("activities"))
        .hasSize(1);
  }

  private List<JsonNode> activities() {
    List<JsonNode> all = new ArrayList<>();
    cli.run("activity", "list", "--json").result().path("activities").forEach(all::add);
    return all;
  }

  private void lock(String stage, String pid, String expiresAt) throws IOException {
    file(
        ".runfabric/locks/shop-" + stage + ".lock.json",
        """
        {"service": "shop", "stage": "%s", "operation": "deploy", "ownerToken": "%s", "pid": %s,
         "createdAt": "2026-03-01T11:35:00Z", "expiresAt": "%s",
         "lastHeartbeatAt": "2026-03-01T11:45:00Z"}
        """
            .formatted(stage, TOKEN, pid, expiresAt));
  }

  private Path path(String lock) {
    return folder.resolve(".runfabric/locks").resolve(lock);
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
