package io.runfabric.console.backend.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Revision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentLockTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final LockRequest REQUEST =
      new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15));

  @TempDir private Path folder;

  @Test
  void engine2FindsWhatItWritesItself() throws Exception {
    lock(LockDocument.ENGINE_2, NOW).acquire(REQUEST);

    ObjectNode stored = stored();
    assertThat(stored.fieldNames())
        .toIterable()
        .containsExactly(
            "service", "stage", "operation", "ownerToken", "pid", "createdAt", "expiresAt");
    assertThat(stored.path("ownerToken").asText()).matches("[0-9a-f]{32}");
    assertThat(stored.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    assertThat(stored.path("expiresAt").asText()).isEqualTo("2026-03-01T12:15:00Z");
  }

  @Test
  void engine1FindsWhatItWritesItself() throws Exception {
    lock(LockDocument.ENGINE_1, NOW).acquire(REQUEST);

    ObjectNode stored = stored();
    assertThat(stored.fieldNames())
        .toIterable()
        .containsExactly("backend", "lockId", "owner", "acquiredAt", "heartbeatAt", "expiresAt");
    assertThat(stored.path("backend").asText()).isEqualTo("local");
    assertThat(stored.path("owner").asText()).startsWith("pid:");
    assertThat(stored.path("expiresAt").asText()).isEqualTo("2026-03-01T12:00:30.000Z");
  }

  @ParameterizedTest
  @EnumSource
  void aSecondOneIsRefusedAndTheNextGetsItOnceItIsGivenBack(LockDocument document)
      throws Exception {
    Lease first = lock(document, NOW).acquire(REQUEST);

    fails(Code.LOCKED, () -> lock(document, NOW).acquire(REQUEST));
    fails(Code.LOCKED, () -> lock(document, NOW).steal(REQUEST));
    first.release();

    assertThat(file()).doesNotExist();
    lock(document, NOW).acquire(REQUEST).check();
  }

  @ParameterizedTest
  @EnumSource
  void aLockWhoseLeaseEndedIsStolenAndNeverTakenInPassing(LockDocument document) throws Exception {
    Lease old = lock(document, NOW.minus(Duration.ofHours(2))).acquire(REQUEST);

    fails(Code.LOCKED, () -> lock(document, NOW).acquire(REQUEST));
    Lease stolen = lock(document, NOW).steal(REQUEST);

    stolen.check();
    fails(Code.LEASE_LOST, old::check);
    fails(Code.LEASE_LOST, old::renew);
    old.release();
    stolen.check();
  }

  @ParameterizedTest
  @EnumSource
  void aRenewalStartsTheLeaseAnewAndKeepsWhatItDoesNotKnow(LockDocument document) throws Exception {
    Lease lease = lock(document, NOW).acquire(REQUEST);
    ObjectNode stored = stored();
    stored.put("note", "from a later engine");
    Files.writeString(file(), Json.pretty(stored));

    lease.renew();

    assertThat(stored().path("note").asText()).isEqualTo("from a later engine");
    assertThat(stored().toString()).contains("eartbeatAt");
  }

  @ParameterizedTest
  @EnumSource
  void aLeaseThatRanOutIsLostThoughNobodyTookIt(LockDocument document) throws Exception {
    Lease lease =
        lock(document, NOW)
            .acquire(new LockRequest("shop", "dev", "p", "restore", Duration.ofMillis(1)));
    Thread.sleep(5);

    fails(Code.LEASE_LOST, lease::check);
    fails(Code.LEASE_LOST, lease::renew);
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatDoesNotLoadIsNeverTaken(LockDocument document) throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "");

    assertThat(refusal(Code.LOCKED, () -> lock(document, NOW).acquire(REQUEST)).remedy())
        .contains("then remove it with state force-unlock");
    fails(Code.LOCKED, () -> lock(document, NOW).steal(REQUEST));
    assertThat(file()).isEmptyFile();
  }

  @ParameterizedTest
  @EnumSource
  void aLockNeverEndsForOthersBeforeItEndsForItsHolder(LockDocument document) throws Exception {
    Instant taken = NOW.plusNanos(900_500_001);
    Lease lease = lock(document, taken).acquire(REQUEST);

    assertThat(Instant.parse(stored().path("expiresAt").asText()))
        .isBetween(taken.plus(lease.left()), taken.plus(lease.left()).plusSeconds(1));
  }

  @Test
  void engine1sLeasesLastAsLongAsTheProjectSays() throws Exception {
    Lease lease = lock(LockDocument.ENGINE_1, NOW).acquire(REQUEST);

    assertThat(lease.left()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    assertThat(lease.heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(lock(LockDocument.ENGINE_2, NOW).document().heartbeat(REQUEST, LockRules.DEFAULT))
        .isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource
  void aLeaseThatRanOutWhileTheMachineSleptIsLost(LockDocument document) throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    Lease lease =
        lock(document, ((InstantSource) now::get).withZone(ZoneOffset.UTC)).acquire(REQUEST);
    lease.check();

    now.set(NOW.plus(REQUEST.lease()));

    fails(Code.LEASE_LOST, lease::check);
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatWasEmptiedIsLostAndLeftAlone(LockDocument document) throws Exception {
    Lease lease = lock(document, NOW).acquire(REQUEST);
    Files.writeString(file(), "");

    fails(Code.LEASE_LOST, lease::check);
    lease.release();
    assertThat(file()).isEmptyFile();
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatCannotBeReadIsNeverTaken(LockDocument document) throws Exception {
    Files.createDirectories(file());

    for (ThrowingCallable attempt :
        List.<ThrowingCallable>of(
            () -> lock(document, NOW).acquire(REQUEST), () -> lock(document, NOW).steal(REQUEST))) {
      BackendException refusal = refusal(Code.LOCKED, attempt);
      assertThat(refusal.sentence()).contains("cannot be read (a folder, not a file)");
      // No command removes a folder.
      assertThat(refusal.remedy()).contains("move it away").doesNotContain("force-unlock");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRenewalThatComesThroughLateDoesNotOutliveTheRelease(LockDocument document)
      throws Exception {
    ObstructedStore store = new ObstructedStore(new LocalDocumentStore(folder));
    Lease lease = lock(store, document, Clock.fixed(NOW, ZoneOffset.UTC)).acquire(REQUEST);
    store.beforeNextDelete(() -> {
      try {
        Files.writeString(file(), Json.pretty(stored().put("heartbeatAt", "late")));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    });

    lease.release();

    assertThat(file()).doesNotExist();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aHeartbeatAndAWriterNeverWaitForEachOther() throws Exception {
    LocalDocumentStore store = new LocalDocumentStore(folder);
    Lease lease = lock(LockDocument.ENGINE_2, NOW).acquire(REQUEST);
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      Future<?> heartbeat =
          threads.submit(() -> {
            while (writing.get()) {
              lease.renew();
            }
            return null;
          });
      Revision written = store.put("entry", new byte[] {0}, Precondition.ABSENT, lease);
      for (byte i = 1; i < 100; i++) {
        written = store.put("entry", new byte[] {i}, new Precondition.Matches(written), lease);
      }
      writing.set(false);
      heartbeat.get();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatVanishedIsLost(LockDocument document) throws Exception {
    Lease lease = lock(document, NOW).acquire(REQUEST);
    Files.delete(file());

    fails(Code.LEASE_LOST, lease::check);
    lease.release();
    assertThat(file()).doesNotExist();
  }

  private DocumentLock lock(LockDocument document, Instant now) {
    return lock(document, Clock.fixed(now, ZoneOffset.UTC));
  }

  private DocumentLock lock(LockDocument document, Clock clock) {
    return lock(new LocalDocumentStore(folder), document, clock);
  }

  private static DocumentLock lock(DocumentStore store, LockDocument document, Clock clock) {
    return new DocumentLock(
        store,
        "local",
        document,
        _ -> "locks/shop-dev.lock.json",
        new LockTerms(
            () -> new LockFormat(NOW, Duration.ofSeconds(60), _ -> true),
            clock,
            LockRules.DEFAULT));
  }

  private Path file() {
    return folder.resolve("locks/shop-dev.lock.json");
  }

  private ObjectNode stored() throws Exception {
    return Json.object(Files.readAllBytes(file()));
  }

  private static void fails(Code code, ThrowingCallable what) {
    var _ = refusal(code, what);
  }

  private static BackendException refusal(Code code, ThrowingCallable what) {
    BackendException refusal = catchThrowableOfType(BackendException.class, what);
    assertThat(refusal).as("it fails").isNotNull();
    assertThat(refusal.code()).as(refusal.sentence()).isEqualTo(code);
    return refusal;
  }
}
