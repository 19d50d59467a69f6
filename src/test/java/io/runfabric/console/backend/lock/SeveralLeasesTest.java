package io.runfabric.console.backend.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.LockFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralLeasesTest {

  private static final LockRequest REQUEST =
      new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15));

  @TempDir private Path folder;

  @Test
  void aPlaceThatDoesNotAnswerKeepsNoOtherFromBeingRenewed() throws Exception {
    ObstructedStore first = store();
    Lease both =
        SeveralLeases.take(
            List.of(lock(first, "a"), lock(store(), "b")), REQUEST, false, Fence.NONE);
    first.obstruct(ObstructedStore.NO_ANSWER);

    fails(Code.UNREACHABLE, both::renew);

    assertThat(heartbeat("a")).isEmpty();
    assertThat(heartbeat("b")).isNotEmpty();
  }

  @Test
  void aLossIsToldRatherThanASilentPlace() throws Exception {
    ObstructedStore first = store();
    Lease both =
        SeveralLeases.take(
            List.of(lock(first, "a"), lock(store(), "b")), REQUEST, false, Fence.NONE);
    first.obstruct(ObstructedStore.NO_ANSWER);
    Files.delete(folder.resolve("b"));

    fails(Code.LEASE_LOST, both::renew);
  }

  @Test
  void whatOnePlaceRefusesIsTakenInNone() throws Exception {
    lock(store(), "b").acquire(REQUEST);

    fails(
        Code.LOCKED,
        () ->
            SeveralLeases.take(
                List.of(lock(store(), "a"), lock(store(), "b")), REQUEST, false, Fence.NONE));

    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void withoutAPlaceThereIsNothingToLose() throws Exception {
    Lease none = SeveralLeases.take(List.of(), REQUEST, false, Fence.NONE);

    none.renew();
    none.check();
    assertThat(none.left()).isEqualTo(REQUEST.lease());
    assertThat(none.heartbeat()).isPositive();
    assertThat(none.held()).isEmpty();
    none.release();
  }

  private ObstructedStore store() {
    return new ObstructedStore(new LocalDocumentStore(folder));
  }

  private static StageLock lock(ObstructedStore store, String key) {
    return new DocumentLock(
        store,
        "local",
        LockDocument.ENGINE_2,
        _ -> key,
        new LockTerms(
            () -> new LockFormat(Clock.systemUTC().instant(), Duration.ZERO, _ -> true),
            Clock.systemUTC(),
            LockRules.DEFAULT));
  }

  private String heartbeat(String key) throws Exception {
    return Json.object(Files.readAllBytes(folder.resolve(key))).path("lastHeartbeatAt").asText("");
  }

  private static void fails(Code code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).as(e.sentence()).isEqualTo(code));
  }
}
