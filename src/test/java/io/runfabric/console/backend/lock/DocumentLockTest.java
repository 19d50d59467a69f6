package io.runfabric.console.backend.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.LockFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
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
    assertThat(stored.path("expiresAt").asText()).isEqualTo("2026-03-01T12:15:00.000Z");
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

    fails(Code.LOCKED, () -> lock(document, NOW).acquire(REQUEST));
    fails(Code.LOCKED, () -> lock(document, NOW).steal(REQUEST));
    assertThat(file()).isEmptyFile();
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
    return new DocumentLock(
        new LocalDocumentStore(folder),
        "local",
        document,
        _ -> "locks/shop-dev.lock.json",
        new LockTerms(
            () -> new LockFormat(NOW, Duration.ofSeconds(60), _ -> true),
            Clock.fixed(now, ZoneOffset.UTC)));
  }

  private Path file() {
    return folder.resolve("locks/shop-dev.lock.json");
  }

  private ObjectNode stored() throws Exception {
    return Json.object(Files.readAllBytes(file()));
  }

  private static void fails(Code code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).as(e.sentence()).isEqualTo(code));
  }
}
