package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseEndsTest {

  private static final Instant NOON = ProjectFolder.NOW;
  private static final String TEN_PAST = "2026-03-01T12:10:00Z";
  private static final String QUARTER_PAST = "2026-03-01T12:15:00Z";

  private final LeaseEnds ends = new LeaseEnds();

  @Test
  void aLeaseThatRunsHasNotEnded() {
    assertThat(ends.passed(List.of(lock("dev", TEN_PAST)), NOON)).isFalse();
    assertThat(ends.passed(List.of(lock("dev", TEN_PAST)), minutes(10))).isFalse();
  }

  @Test
  void aLeaseThatEndedIsReportedOnce() {
    assertThat(ends.passed(List.of(lock("dev", TEN_PAST)), minutes(11))).isTrue();
    assertThat(ends.passed(List.of(lock("dev", TEN_PAST)), minutes(12))).isFalse();
  }

  @Test
  void aRenewedLeaseIsReportedWhenItEndsToo() {
    assertThat(ends.passed(List.of(lock("dev", TEN_PAST)), minutes(11))).isTrue();

    assertThat(ends.passed(List.of(lock("dev", QUARTER_PAST)), minutes(12))).isFalse();
    assertThat(ends.passed(List.of(lock("dev", QUARTER_PAST)), minutes(16))).isTrue();
  }

  @Test
  void eachLockIsReportedForItself() {
    assertThat(ends.passed(List.of(lock("dev", TEN_PAST)), minutes(11))).isTrue();

    assertThat(ends.passed(List.of(lock("dev", TEN_PAST), lock("qa", TEN_PAST)), minutes(11)))
        .isTrue();
    assertThat(ends.passed(List.of(lock("dev", TEN_PAST), lock("qa", TEN_PAST)), minutes(11)))
        .isFalse();
  }

  @Test
  void severalThatEndTogetherAreReportedTogether() {
    List<Lock> both = List.of(lock("dev", TEN_PAST), lock("qa", TEN_PAST));

    assertThat(ends.passed(both, minutes(11))).isTrue();
    assertThat(ends.passed(both, minutes(11))).isFalse();
  }

  @Test
  void aLockThatIsKnownToBeStaleOrNamesNoEndIsNoNews() {
    Lock stale = read(ProjectFolder.lock("dev", TEN_PAST), "dev", minutes(20));
    assertThat(stale.state()).isEqualTo(Lock.State.STALE);

    assertThat(ends.passed(List.of(stale), minutes(20))).isFalse();
    assertThat(ends.passed(List.of(lock("dev", "soon")), minutes(20))).isFalse();
    assertThat(ends.passed(List.of(), minutes(20))).isFalse();
  }

  private static Instant minutes(long past) {
    return NOON.plus(Duration.ofMinutes(past));
  }

  private static Lock lock(String stage, String expiresAt) {
    return read(ProjectFolder.lock(stage, expiresAt), stage, NOON);
  }

  private static Lock read(String json, String stage, Instant now) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    return new LockFormat(now, Duration.ofSeconds(60), _ -> true)
        .file(
            content,
            "shop-" + stage,
            new DocumentRef("local", stage + ".lock.json"),
            Revision.ofContent(content));
  }
}
