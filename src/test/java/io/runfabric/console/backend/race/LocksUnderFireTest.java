package io.runfabric.console.backend.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.race.FireLog.Step;
import io.runfabric.console.backend.race.LockRaceTest.InMemory;
import io.runfabric.console.backend.race.LocksUnderFire.Ground;
import io.runfabric.console.backend.race.RaceGround.Lock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Engines and consoles under fire, until the locks were taken as often as `-Dfire.acquisitions`
/// says. Where clocks are wrong by more than a lease, one holder may be taken for another who has
/// ended; there it counts that who lost a lock writes no more.
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(3_600)
class LocksUnderFireTest {

  private static final int ACQUISITIONS = Integer.getInteger("fire.acquisitions", 250);
  private static final int TEN_MINUTES = 600;
  private static final String SKEWED = "-skewed";

  @TempDir(factory = InMemory.class)
  private Path folder;

  private final DynamodbServer dynamodb = DynamodbServer.running();
  private final S3Server s3 = S3Server.running();

  @Test
  void thereAreNeverTwoHoldersAndNobodyWritesAfterALostLease() throws Exception {
    long seed = System.nanoTime();
    Map<String, String> environment = new HashMap<>(s3.environment());
    environment.putAll(dynamodb.environment());
    LocksUnderFire fire = new LocksUnderFire(folder, grounds(), environment, new Random(seed));

    FireReport report = fire.run(ACQUISITIONS, Math.max(2, ACQUISITIONS / 400), 3);

    report.grounds().forEach((ground, steps) -> System.out.println(ground + " " + steps));
    System.out.println(
        report.count(Step.TOOK)
            + " acquisitions, "
            + fire.kills()
            + " kills, "
            + fire.pauses()
            + " pauses, seed "
            + seed);
    assertThat(report.grounds()).hasSameSizeAs(grounds());
    assertThat(report.lateWrites()).isEmpty();
    assertThat(report.twoHolders().stream().filter(text -> !text.contains(SKEWED))).isEmpty();
  }

  private List<Ground> grounds() {
    List<Ground> grounds = new ArrayList<>();
    for (int skew : new int[] {0, TEN_MINUTES}) {
      String suffix = skew == 0 ? "" : SKEWED;
      grounds.add(
          new Ground(
              RaceGround.local("file" + suffix, Lock.RECEIPT),
              "file:"
                  + folder.resolve("file" + suffix + "/shared/.runfabric/locks/shop-dev.lock.json"),
              skew));
      String locks = dynamodb.newTable("lockKey");
      grounds.add(
          new Ground(
              RaceGround.remote(
                  "dynamodb" + suffix,
                  Lock.RECEIPT,
                  """
                  backend:
                    kind: dynamodb
                    receiptTable: %s
                    lockTable: %s
                  """
                      .formatted(dynamodb.newTable("pk", "sk"), locks)),
              "dynamodb:" + locks,
              skew));
      String bucket = s3.newBucket();
      grounds.add(
          new Ground(
              RaceGround.remote(
                  "s3" + suffix,
                  Lock.RECEIPT,
                  "backend:\n  kind: s3\n  s3Bucket: " + bucket + "\n  s3Prefix: state\n"),
              "s3:" + bucket + "/state/locks/shop-dev.lock.json",
              skew));
    }
    return grounds;
  }
}
