package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.Main;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LockHoldTest {

  private static final String LOCK = ".runfabric/locks/shop-dev.lock.json";

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws IOException {
    cli = new CommandLineRun(folder);
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n");
  }

  @Nested
  class ForATime {

    @Test
    void theLockSaysWhyAndWhoAndLastsAsLongAsTold() throws Exception {
      Outcome outcome = hold("--for", "2h");

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out())
          .contains("shop/dev is held until 2026-03-01 14:00:00 UTC")
          .contains("runfabric-console lock release --stage dev");
      JsonNode lock = stored();
      assertThat(lock.path("operation").asText()).isEqualTo("maintenance: moving the database");
      assertThat(lock.path("holder").asText()).startsWith(System.getProperty("user.name") + "@");
      assertThat(lock.path("expiresAt").asText()).isEqualTo("2026-03-01T14:00:00Z");
      assertThat(lock.path("ownerToken").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void jsonSaysWhatIsHeldAndNoToken() throws Exception {
      Outcome outcome = hold("--for", "90m", "--json");

      JsonNode result = outcome.result();
      assertThat(result.path("held").asBoolean()).isTrue();
      assertThat(result.path("stage").asText()).isEqualTo("dev");
      assertThat(result.path("expiresAt").asText()).isEqualTo("2026-03-01T13:30:00Z");
      assertThat(result.path("keys").get(0).asText()).isEqualTo(LOCK);
      assertThat(outcome.out()).doesNotContain(stored().path("ownerToken").asText());
    }

    @Test
    void whoMeetsItIsToldWhoHoldsTheStageAndWhy() {
      hold("--for", "2h");

      Outcome second = hold("--for", "1h");

      assertThat(second.exitCode()).isEqualTo(5);
      assertThat(second.err())
          .contains("is held by " + System.getProperty("user.name") + "@")
          .contains("maintenance: moving the database");
      assertThat(cli.run("lock", "list").out()).contains("maintenance: moving the database");
    }

    @Test
    void releaseGivesItBackAndForgetsIt() throws Exception {
      hold("--for", "2h");
      assertThat(remembered()).hasSize(1);

      Outcome released = cli.run("lock", "release", "--stage", "dev", "--json");

      assertThat(released.result().path("released").asBoolean()).isTrue();
      assertThat(folder.resolve(LOCK)).doesNotExist();
      assertThat(remembered()).isEmpty();
      assertThat(cli.run("lock", "release", "--stage", "dev").out())
          .contains("shop/dev is not held by anybody.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theRememberedTokenIsTheUsersAlone() throws Exception {
      hold("--for", "2h");

      assertThat(remembered())
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }

    @Test
    void aHoldOfSomebodyElseIsNotReleasedWithoutItsToken() throws Exception {
      hold("--for", "2h");
      String token = stored().path("ownerToken").asText();
      CommandLineRun other =
          new CommandLineRun(folder)
              .with("RUNFABRIC_CONSOLE_STATE", folder.resolve("another-user").toString());

      Outcome refused = other.run("lock", "release", "--stage", "dev");
      assertThat(refused.exitCode()).isEqualTo(5);
      assertThat(refused.err()).contains("maintenance: moving the database").doesNotContain(token);
      assertThat(folder.resolve(LOCK)).exists();

      assertThat(other.run("lock", "release", "--stage", "dev", "--lock-id", token).exitCode())
          .isZero();
      assertThat(folder.resolve(LOCK)).doesNotExist();
    }

    @Test
    void aDeploysLockIsNoHold() throws Exception {
      deployLock("2026-03-01T12:10:00Z");

      Outcome outcome =
          cli.run("lock", "release", "--stage", "dev", "--lock-id", "0123456789abcdef");

      assertThat(outcome.exitCode()).isEqualTo(5);
      assertThat(outcome.err()).contains("was not taken by lock hold but by pid:1 (deploy");
      assertThat(folder.resolve(LOCK)).exists();
    }

    @Test
    void aHoldThatWasLostIsToldSinceTheStageMayHaveChanged() throws Exception {
      hold("--for", "2h");
      deployLock("2026-03-01T12:10:00Z");

      Outcome outcome = cli.run("lock", "release", "--stage", "dev");

      assertThat(outcome.exitCode()).isEqualTo(6);
      assertThat(outcome.err()).contains("was lost before it was given back").contains("deploy");
      assertThat(stored().path("operation").asText()).isEqualTo("deploy");
    }

    @Test
    void stealingKeepsTheStageWhenItIsSaidWhy() throws Exception {
      deployLock("2026-03-01T11:50:00Z");
      assertThat(hold("--for", "1h").exitCode()).isEqualTo(5);

      Outcome stolen =
          cli.run(
              "state", "lock-steal", "--stage", "dev", "-y", "--reason", "repair", "--for", "1h");

      assertThat(stolen.exitCode()).as(stolen.err()).isZero();
      assertThat(stored().path("operation").asText()).isEqualTo("maintenance: repair");
      assertThat(cli.run("lock", "release", "--stage", "dev").exitCode()).isZero();
    }

    @Test
    void lengthsThatMakeNoSenseAreRefused() {
      for (String length : List.of("2", "h", "-1h", "0m", "31d", "2h30", "", "1e3s")) {
        assertThat(hold("--for", length).exitCode()).as(length).isEqualTo(2);
      }
      assertThat(cli.run("lock", "hold", "--stage", "dev", "--for", "1h").exitCode()).isEqualTo(2);
      assertThat(folder.resolve(LOCK)).doesNotExist();
    }

    @Test
    void holdingAndReleasingAreLinesOfTheActivityLog() throws Exception {
      hold("--for", "2h");
      hold("--for", "2h");
      cli.run("lock", "release", "--stage", "dev");

      List<String> lines = new ArrayList<>();
      cli.run("activity", "list", "--json")
          .result()
          .path("activities")
          .forEach(activity ->
              lines.add(
                  activity.path("operation").asText()
                      + " "
                      + activity.path("result").asText()
                      + activity.path("errorCode").asText()
                      + " "
                      + activity.path("changed").asInt()));
      assertThat(lines)
          .containsExactly("lock release ok 1", "lock hold failedLOCKED 0", "lock hold ok 1");
    }
  }

  /// The command that stays, in a process of its own.
  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class UntilToldToStop {

    private Process holder = new ProcessBuilder().command("true").start();

    UntilToldToStop() throws IOException {}

    @AfterEach
    void end() {
      holder.destroyForcibly().onExit().join();
    }

    @Test
    void ctrlCGivesTheLockBack() throws Exception {
      holdInAProcess();

      signal("INT");

      assertThat(exitCode()).isEqualTo(130);
      assertThat(folder.resolve(LOCK)).doesNotExist();
      assertThat(remembered()).isEmpty();
      assertThat(said()).contains("Given back.");
      assertThat(cli.run("activity", "list").out()).contains("lock hold").contains("lock release");
    }

    @Test
    void releaseFromAnotherTerminalEndsIt() throws Exception {
      holdInAProcess();

      Outcome released = cli.run("lock", "release", "--stage", "dev");

      assertThat(released.exitCode()).as(released.err()).isZero();
      assertThat(exitCode()).isZero();
      assertThat(said()).contains("Released.");
      assertThat(folder.resolve(LOCK)).doesNotExist();
    }

    @Test
    void killedItLeavesALockThatEndsByItself() throws Exception {
      holdInAProcess();
      Instant end = Instant.parse(stored().path("expiresAt").asText());

      signal("KILL");
      assertThat(exitCode()).isEqualTo(137);

      assertThat(end).isBefore(Instant.now().plus(Duration.ofMinutes(16)));
      cli.at(end.minusSeconds(1));
      assertThat(cli.run("state", "lock-steal", "--stage", "dev", "-y").exitCode()).isEqualTo(5);
      cli.at(end.plusSeconds(1));
      assertThat(cli.run("state", "lock-steal", "--stage", "dev", "-y").exitCode()).isZero();
    }

    @Test
    void engineOnesLocksAreHeldAndRenewedTooAndALossEndsIt() throws Exception {
      Files.writeString(
          folder.resolve("runfabric.yml"),
          """
          service: shop
          provider: {name: aws-lambda}
          state: {backend: local, lock: {timeoutSeconds: 3, heartbeatSeconds: 1}}
          """);
      Path record = folder.resolve(".runfabric/state/shop/dev/aws-lambda.state.json.lock");
      holdInAProcess();
      String first = Json.object(Files.readAllBytes(record)).path("heartbeatAt").asText();
      assertThat(Json.object(Files.readAllBytes(record)).path("operation").asText())
          .isEqualTo("maintenance: moving the database");

      TimeUnit.SECONDS.sleep(4);
      assertThat(holder.isAlive()).as(said()).isTrue();
      assertThat(Json.object(Files.readAllBytes(record)).path("heartbeatAt").asText())
          .isGreaterThan(first);
      Files.delete(record);

      assertThat(exitCode()).isEqualTo(6);
      assertThat(said()).contains("is gone");
      assertThat(folder.resolve(LOCK)).doesNotExist();
    }

    private void holdInAProcess() throws Exception {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "lock",
                  "hold",
                  "--stage",
                  "dev",
                  "--reason",
                  "moving the database")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile());
      builder.environment().put("RUNFABRIC_CONSOLE_STATE", cli.stateFolder().toString());
      holder = builder.start();
      while (!Files.exists(folder.resolve(LOCK)) || remembered().isEmpty()) {
        assertThat(holder.isAlive()).as(said()).isTrue();
        TimeUnit.MILLISECONDS.sleep(50);
      }
      // Its hook was there before the lock.
      TimeUnit.MILLISECONDS.sleep(200);
    }

    private void signal(String name) throws Exception {
      String pid = Long.toString(holder.pid());
      assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    }

    private int exitCode() throws InterruptedException {
      assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return holder.exitValue();
    }

    private String said() throws IOException {
      return Files.readString(folder.resolve("said.txt"));
    }
  }

  private Outcome hold(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("lock", "hold", "--stage", "dev", "--reason", "moving the database"));
    command.addAll(List.of(more));
    return cli.run(command.toArray(String[]::new));
  }

  private JsonNode stored() throws Exception {
    return Json.object(Files.readAllBytes(folder.resolve(LOCK)));
  }

  private List<Path> remembered() throws IOException {
    Path holds = cli.stateFolder().resolve("holds");
    if (!Files.exists(holds)) {
      return List.of();
    }
    try (var files = Files.list(holds)) {
      return files.toList();
    }
  }

  private void deployLock(String expiresAt) throws IOException {
    Files.createDirectories(folder.resolve(LOCK).resolveSibling("."));
    Files.writeString(
        folder.resolve(LOCK),
        """
        {"service": "shop", "stage": "dev", "operation": "deploy", "pid": 1,
         "ownerToken": "0123456789abcdef", "createdAt": "2026-03-01T11:35:00Z", "expiresAt": "%s"}
        """
            .formatted(expiresAt));
  }
}
