package io.runfabric.console.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.backend.sql.StageRows;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two consoles on two machines, which share a database and no files.
@Timeout(60)
class PostgresConcurrencyTest {

  private static final String VARIABLE = "DSN";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final LockRequest REQUEST =
      new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15));

  @TempDir private Path here;
  @TempDir private Path there;

  private final PostgresServer server = PostgresServer.running();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Tenant tenant;
  private StateBackend mine;
  private StateBackend theirs;
  private DocumentRef dev;

  @BeforeEach
  void open() throws Exception {
    tenant = server.newTenant();
    mine = console(here, NOW);
    theirs = console(there, NOW.plus(Duration.ofHours(1)));
    dev = mine.locate(EntryAddress.receipt("dev"));
  }

  @AfterEach
  void close() {
    mine.close();
    theirs.close();
    threads.shutdownNow();
  }

  @Test
  void aLockOfAnotherMachineExcludes() throws Exception {
    Lease lease = mine.lock(EntryKind.RECEIPT, REQUEST, false);

    assertThatThrownBy(() -> theirs.lock(EntryKind.RECEIPT, REQUEST, false))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LOCKED));
    lease.release();
    theirs.lock(EntryKind.RECEIPT, REQUEST, false).release();
  }

  @Test
  void aWriterPausedAfterItsCheckDoesNotOverwriteAStealersWrite() throws Exception {
    Revision first = mine.write(dev, document(1), Precondition.ABSENT);
    Lease lease = mine.lock(EntryKind.RECEIPT, REQUEST, false);
    CountDownLatch checked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    // The last that a write asks its fence before it looks for itself.
    Fence paused =
        new Fence() {
          @Override
          public void check() throws BackendException {
            lease.check();
          }

          @Override
          public List<Held> held() {
            checked.countDown();
            uninterrupted(goOn);
            return lease.held();
          }
        };
    DocumentRef other = mine.locate(EntryAddress.receipt("other"));
    Future<Revision> write =
        threads.submit(() -> mine.write(other, document(2), Precondition.ABSENT, paused));
    checked.await();
    Lease stolen = theirs.lock(EntryKind.RECEIPT, REQUEST, true);
    Revision after = theirs.write(dev, document(3), new Precondition.Matches(first), stolen);
    goOn.countDown();

    assertCode(Code.LEASE_LOST, write);
    assertThat(mine.read(other)).isEmpty();
    assertThat(mine.read(dev).orElseThrow().revision()).isEqualTo(after);
  }

  @Test
  void aStealerWaitsForAWriterInTheMiddleOfItsCommit() throws Exception {
    Revision first = mine.write(dev, document(1), Precondition.ABSENT);
    slowCommits();
    Lease lease = mine.lock(EntryKind.RECEIPT, REQUEST, false);
    Future<Revision> write =
        threads.submit(() -> mine.write(dev, document(2), new Precondition.Matches(first), lease));
    await(() ->
        !server.column("SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'").isEmpty());

    Future<Lease> stealing = threads.submit(() -> theirs.lock(EntryKind.RECEIPT, REQUEST, true));
    await(() ->
        !server
            .column(
                "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE"
                    + " 'DELETE FROM %_locks%'")
            .isEmpty());
    assertThat(write.isDone()).isFalse();
    assertThat(stealing.isDone()).isFalse();

    Lease stolen = stealing.get();
    Revision found = theirs.read(dev).orElseThrow().revision();
    Revision second = write.get();
    assertThat(found).isEqualTo(second);
    theirs.write(dev, document(3), new Precondition.Matches(second), stolen);
  }

  @Test
  void aRenewalDuringAWriteWaitsAndNobodyIsStuck() throws Exception {
    Revision first = mine.write(dev, document(1), Precondition.ABSENT);
    slowCommits();
    Lease lease = mine.lock(EntryKind.RECEIPT, REQUEST, false);
    Future<Revision> write =
        threads.submit(() -> mine.write(dev, document(2), new Precondition.Matches(first), lease));
    await(() ->
        !server.column("SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'").isEmpty());

    lease.renew();

    Revision found = theirs.read(dev).orElseThrow().revision();
    assertThat(found).isEqualTo(write.get());
    lease.check();
  }

  @Test
  void aWriterThatHangsIsEndedByTheServer() throws Exception {
    try (RowStore store = store(patience(10, 1))) {
      String key = "runfabric_receipts[.]/dev";
      Revision first = store.put(key, document(1), Precondition.ABSENT);
      Fence hanging =
          new Fence() {
            @Override
            public void check() {
              sleep(Duration.ofMillis(2_500));
            }

            @Override
            public List<Held> held() {
              return List.of();
            }
          };

      assertThatThrownBy(
              () -> store.put(key, document(2), new Precondition.Matches(first), hanging))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE));
      assertThat(store.get(key).orElseThrow().revision()).isEqualTo(first);
    }
  }

  @Test
  void aRowThatStaysLockedIsGivenUp() throws Exception {
    try (RowStore store = store(patience(1, 10));
        Connection blocker = server.connect();
        Statement lock = blocker.createStatement()) {
      String key = "runfabric_receipts[.]/dev";
      Revision first = store.put(key, document(1), Precondition.ABSENT);
      blocker.setAutoCommit(false);
      lock.execute("SELECT * FROM " + tenant.name() + ".runfabric_receipts FOR UPDATE");

      assertThatThrownBy(() -> store.put(key, document(2), new Precondition.Matches(first)))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE))
          .hasMessageContaining("keeps the row");
    }
  }

  @Test
  void cancellationIsObeyedAlsoWhileAQueryIsBlocked() throws Exception {
    mine.write(dev, document(1), Precondition.ABSENT);
    try (Connection blocker = server.connect();
        Statement lock = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      lock.execute("LOCK TABLE " + tenant.name() + ".runfabric_receipts IN ACCESS EXCLUSIVE MODE");
      Cancellation cancellation = new Cancellation();
      Future<Object> listing =
          threads.submit(() -> {
            mine.entries(_ -> {}, cancellation);
            return "done";
          });
      await(() -> !blocked().isEmpty());

      long asked = System.nanoTime();
      cancellation.cancel();

      assertThatThrownBy(listing::get).hasCauseInstanceOf(CancellationException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
      await(() -> blocked().isEmpty());
    }
    List<String> stages = new ArrayList<>();
    mine.entries(entry -> stages.add(entry.stage()), Cancellation.never());
    assertThat(stages).containsExactly("dev");
  }

  @Test
  void manyWhoCreateTheTableAtOnceAllWrite() throws Exception {
    for (int round = 0; round < 5; round++) {
      String table = "table_" + round;
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Revision>> writes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int writer = i;
        writes.add(
            threads.submit(() -> {
              try (RowStore store = store(Patience.STANDARD, table)) {
                start.await();
                return store.put(table + "[.]/s-" + writer, document(1), Precondition.ABSENT);
              }
            }));
      }
      start.countDown();
      for (Future<Revision> write : writes) {
        write.get();
      }
      assertThat(server.column("SELECT count(*) FROM " + tenant.name() + "." + table))
          .containsExactly("8");
    }
  }

  @Test
  void aVictimOfADeadlockTriesAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (RowStore store = store(Patience.STANDARD)) {
      String key = "runfabric_receipts[.]/dev";
      Revision first = store.put(key, document(1), Precondition.ABSENT);
      tenant.sql("CREATE SEQUENCE " + tenant.name() + ".tries");
      tenant.sql(
          "CREATE FUNCTION "
              + tenant.name()
              + ".fail_twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
              + " IF nextval('"
              + tenant.name()
              + ".tries') < 3 THEN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END IF;"
              + " RETURN NEW; END $$");
      tenant.sql(
          "CREATE TRIGGER victim BEFORE UPDATE ON "
              + tenant.name()
              + ".runfabric_receipts FOR EACH ROW EXECUTE FUNCTION "
              + tenant.name()
              + ".fail_twice()");
      Fence counting =
          new Fence() {
            @Override
            public void check() {
              tries.incrementAndGet();
            }

            @Override
            public List<Held> held() {
              return List.of();
            }
          };

      Revision second = store.put(key, document(2), new Precondition.Matches(first), counting);

      assertThat(store.get(key).orElseThrow().revision()).isEqualTo(second);
      assertThat(tries).hasValue(1);
      tenant.sql("ALTER SEQUENCE " + tenant.name() + ".tries RESTART WITH -10 MINVALUE -10");
      assertThatThrownBy(() -> store.put(key, document(3), new Precondition.Matches(second)))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
    }
  }

  @Test
  void connectionsAreKeptFromReadToReadAndEndWithTheBackend() throws Exception {
    mine.write(dev, document(1), Precondition.ABSENT);
    String connections =
        "SELECT pid FROM pg_stat_activity WHERE usename = '" + tenant.name() + "' ORDER BY 1";
    List<String> before = server.column(connections);
    for (int i = 0; i < 50; i++) {
      assertThat(mine.read(dev)).isPresent();
    }

    assertThat(server.column(connections)).isEqualTo(before);
    mine.close();
    theirs.close();
    await(() -> server.column(connections).isEmpty());
  }

  @Test
  void aConnectionThatTheServerEndedIsReplaced() throws Exception {
    PostgresDatabase database = new PostgresDatabase(Map.of(VARIABLE, tenant.dsn()), VARIABLE);
    try (RowStore store =
        new RowStore(
            PostgresDialect.receipts(database, "runfabric_receipts"),
            new StageRows("runfabric_receipts"))) {
      store.put("runfabric_receipts[.]/dev", document(1), Precondition.ABSENT);
      sleep(Duration.ofMillis(5_100));
      server.sql(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
              + tenant.name()
              + "'");

      assertThat(store.get("runfabric_receipts[.]/dev")).isPresent();
    }
  }

  private List<String> blocked() throws Exception {
    return server.column(
        "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = '"
            + tenant.name()
            + "'");
  }

  // A trigger that runs at the commit, when the writer has checked everything.
  private void slowCommits() throws Exception {
    tenant.sql(
        "CREATE FUNCTION "
            + tenant.name()
            + ".wait() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN PERFORM pg_sleep(1.5); RETURN NULL; END $$");
    tenant.sql(
        "CREATE CONSTRAINT TRIGGER slow AFTER UPDATE ON "
            + tenant.name()
            + ".runfabric_receipts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN"
            + " (NEW.data->>'n' = '2') EXECUTE FUNCTION "
            + tenant.name()
            + ".wait()");
  }

  private StateBackend console(Path folder, Instant moment) throws BackendException {
    return Backends.open(
        TestProject.in(
            folder,
            new BackendSettings.Postgres(VARIABLE, "runfabric_receipts"),
            TestProject.localRecords(folder),
            Map.of(VARIABLE, tenant.dsn())),
        new BackendOptions(Optional.of("."), Clock.fixed(moment, ZoneOffset.UTC), _ -> false));
  }

  private RowStore store(Patience patience) throws BackendException {
    return store(patience, "runfabric_receipts");
  }

  private RowStore store(Patience patience, String table) throws BackendException {
    PostgresDatabase database =
        new PostgresDatabase(Map.of(VARIABLE, tenant.dsn()), VARIABLE, patience);
    return new RowStore(PostgresDialect.receipts(database, table), new StageRows(table));
  }

  private static Patience patience(int rowLock, int pause) {
    return new Patience(
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(rowLock),
        Duration.ofSeconds(pause));
  }

  private static byte[] document(int n) {
    return ("{\"n\": " + n + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      sleep(Duration.ofMillis(20));
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertCode(Code code, Future<?> attempt) {
    assertThatThrownBy(attempt::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(BackendException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
