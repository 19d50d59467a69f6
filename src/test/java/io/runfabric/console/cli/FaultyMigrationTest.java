package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.faults.FaultyConnection;
import io.runfabric.console.backend.faults.FaultyConnection.Fault;
import io.runfabric.console.backend.faults.FaultyConnection.Kind;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A migration over a way on which every seventh answer gets lost: writes and removals of locks are
/// tried again although they went through, and it ends as on any other.
class FaultyMigrationTest {

  private static final int RECEIPTS = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"RESET", "CUT_SHORT"})
  void everythingArrivesOnce(Kind how) throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: local\n  s3Bucket: " + bucket + "\n");
    Files.createDirectories(folder.resolve(".runfabric"));
    for (int i = 0; i < RECEIPTS; i++) {
      Files.writeString(
          folder.resolve(".runfabric/stage-" + i + ".json"),
          "{\"version\": 2, \"service\": \"shop\", \"stage\": \"stage-" + i + "\"}");
    }
    try (FaultyConnection way = new FaultyConnection(server.port())) {
      CommandLineRun cli = new CommandLineRun(folder);
      S3Server.environment("http://127.0.0.1:" + way.port()).forEach(cli::with);
      way.fault(new Fault(how, 100, Integer.MAX_VALUE, 7));

      Outcome outcome = cli.run("state", "migrate", "--to", "s3", "--yes", "--json");

      assertThat(way.befallen()).isGreaterThan(RECEIPTS / 7);
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    }
    assertThat(server.everything(bucket))
        .hasSize(RECEIPTS)
        .allMatch(key -> key.startsWith("runfabric/state/receipts/stage-"));
  }
}
