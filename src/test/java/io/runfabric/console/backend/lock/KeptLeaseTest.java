package io.runfabric.console.backend.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.LockFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class KeptLeaseTest {

  private static final Duration LEASE = Duration.ofMillis(1500);
  private static final Duration HEARTBEAT = LEASE.dividedBy(3);
  private static final Duration SLACK = Duration.ofMillis(900);

  @TempDir private Path folder;
  private final BlockingQueue<BackendException> losses = new ArrayBlockingQueue<>(8);
  private ObstructedStore store;

  @BeforeEach
  void openStore() {
    store = new ObstructedStore(new LocalDocumentStore(folder));
  }

  @Test
  void aLeaseIsKeptForLongerThanItLasts() throws Exception {
    try (KeptLease kept = keep()) {
      Thread.sleep(LEASE.multipliedBy(2));

      kept.check();
      assertThat(kept.left()).isPositive();
      assertThat(Json.object(Files.readAllBytes(file())).path("heartbeatAt").asText())
          .isGreaterThan(Json.object(Files.readAllBytes(file())).path("acquiredAt").asText());
    }
    assertThat(file()).doesNotExist();
    assertThat(losses).isEmpty();
  }

  @Test
  void aStoreThatDoesNotAnswerForAWhileIsAskedAgain() throws Exception {
    try (KeptLease kept = keep()) {
      store.obstruct(ObstructedStore.NO_ANSWER);
      Thread.sleep(HEARTBEAT.multipliedBy(3).dividedBy(2));
      store.obstruct(() -> {});
      Thread.sleep(LEASE);

      kept.check();
    }
    assertThat(losses).isEmpty();
  }

  @Test
  void withoutARenewalTheLockIsLostWhenTheLeaseEnds() throws Exception {
    try (KeptLease kept = keep()) {
      store.obstruct(ObstructedStore.NO_ANSWER);

      assertThat(lossWithin(LEASE.plus(SLACK)).code()).isEqualTo(Code.LEASE_LOST);
      store.obstruct(() -> {});
      assertLost(kept);
    }
    assertThat(losses).isEmpty();
  }

  @Test
  void aRenewalThatHangsDoesNotHideTheEndOfTheLease() throws Exception {
    try (KeptLease kept = keep()) {
      store.obstruct(() -> sleep(LEASE.multipliedBy(2)));

      assertThat(lossWithin(LEASE.plus(SLACK)).sentence()).contains("no renewal went through");
      store.obstruct(() -> {});
      assertLost(kept);
    }
  }

  @Test
  void aLockThatWasTakenOverIsNoticedWithinOneHeartbeat() throws Exception {
    try (KeptLease kept = keep()) {
      Thread.sleep(HEARTBEAT.dividedBy(2));
      String another = Files.readString(file()).replaceFirst("\"lockId\" : \"[^\"]+", "$0-another");
      Files.writeString(file(), another);

      assertThat(lossWithin(HEARTBEAT.plus(SLACK)).sentence())
          .contains("belongs to somebody else now");
      assertLost(kept);
      assertThat(kept.loss()).isPresent();

      kept.release();
      assertThat(file()).hasContent(another);
    }
    assertThat(losses).isEmpty();
  }

  @Test
  void aWriterThatFindsTheLockLostTellsEverybody() throws Exception {
    try (KeptLease kept = keep()) {
      Files.delete(file());

      assertLost(kept);
      assertThat(lossWithin(Duration.ZERO).sentence()).contains("is gone");
    }
  }

  private KeptLease keep() throws BackendException {
    DocumentLock lock =
        new DocumentLock(
            store,
            "local",
            LockDocument.ENGINE_1,
            _ -> "dev.lock",
            new LockTerms(
                () -> new LockFormat(Clock.systemUTC().instant(), Duration.ZERO, _ -> true),
                Clock.systemUTC(),
                LockRules.DEFAULT));
    return KeptLease.keep(
        lock.acquire(new LockRequest("shop", "dev", "aws", "restore", LEASE)), losses::add);
  }

  private Path file() {
    return folder.resolve("dev.lock");
  }

  private BackendException lossWithin(Duration time) throws InterruptedException {
    BackendException loss = losses.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(loss).as("a loss within " + time).isNotNull();
    return loss;
  }

  private static void assertLost(KeptLease kept) {
    assertThatThrownBy(kept::check)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LEASE_LOST));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
