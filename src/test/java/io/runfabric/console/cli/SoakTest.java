package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.soak.Holdings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a script does all day: list, back up, restore, move to Postgres and to S3 and back. What
/// the process holds on to does not grow, and the state is what it was. `-Dsoak.seconds` says how
/// long.
class SoakTest {

  private static final List<String> ROUND =
      List.of(
          "state list --json",
          "state backup --out backup.json",
          "backup verify backup.json",
          "state restore --file backup.json --yes --on-conflict overwrite",
          "state migrate --to postgres --yes --on-conflict overwrite",
          "state list --backend postgres --json",
          "state migrate --from postgres --to s3 --yes --on-conflict overwrite",
          "state migrate --from s3 --to local --yes --on-conflict overwrite",
          "doctor --read-only --json",
          "state reconcile --no-network --json");

  @TempDir private Path folder;

  @Test
  void nothingGrowsAndTheStateIsWhatItWas() throws Exception {
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: local\n  postgresConnectionStringEnv: DSN\n  s3Bucket: "
            + S3Server.running().newBucket()
            + "\n");
    Files.createDirectories(folder.resolve(".runfabric"));
    for (int i = 0; i < 10; i++) {
      Files.writeString(
          folder.resolve(".runfabric/stage-" + i + ".json"),
          "{\"version\": 2, \"service\": \"shop\", \"stage\": \"stage-" + i + "\"}");
    }
    CommandLineRun cli = new CommandLineRun(folder);
    cli.with("DSN", PostgresServer.running().newTenant().dsn());
    for (Map.Entry<String, String> one : S3Server.running().environment().entrySet()) {
      cli.with(one.getKey(), one.getValue());
    }
    List<String> before = stages(cli);

    // What is made once and kept is made by then.
    for (int i = 0; i < 3; i++) {
      round(cli);
    }
    Holdings begun = Holdings.now();
    long end = System.nanoTime() + Holdings.duration().toNanos();
    int rounds = 0;
    while (System.nanoTime() < end) {
      round(cli);
      rounds++;
    }
    Holdings ended = Holdings.now();

    System.out.println(rounds + " rounds: " + begun + " to " + ended);
    assertThat(rounds).isPositive();
    assertThat(ended.grownSince(begun)).isEmpty();
    assertThat(stages(cli)).isEqualTo(before);
  }

  private void round(CommandLineRun cli) throws Exception {
    for (String line : ROUND) {
      Outcome outcome = cli.run(line.split(" ", -1));
      assertThat(outcome.exitCode()).as(line + "\n" + outcome).isIn(0, 3);
    }
    Files.delete(folder.resolve("backup.json"));
    try (Stream<Path> copies = Files.walk(folder.resolve(".runfabric"))) {
      for (Path copy : copies.filter(SoakTest::isBackup).toList()) {
        Files.delete(copy);
      }
    }
  }

  private static boolean isBackup(Path file) {
    return Files.isRegularFile(file) && file.toString().contains("/backup/");
  }

  private static List<String> stages(CommandLineRun cli) {
    return cli.run("state", "list", "--json").result().path("entries").findValuesAsText("stage");
  }
}
