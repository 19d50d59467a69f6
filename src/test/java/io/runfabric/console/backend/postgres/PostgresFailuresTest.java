package io.runfabric.console.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
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
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Postgres's failures become: one typed error that says what was tried, what failed and what
/// to do, and never a password.
@Timeout(40)
class PostgresFailuresTest {

  private static final String VARIABLE = "MY_DSN";
  private static final String TABLE = "runfabric_receipts";
  private static final String KEY = TABLE + "[.]/dev";
  private static final byte[] DOCUMENT = "{\"n\": 1}".getBytes(StandardCharsets.UTF_8);
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  private final PostgresServer server = PostgresServer.running();
  private Tenant tenant;

  @TempDir private Path folder;

  @BeforeEach
  void newTenant() throws Exception {
    tenant = server.newTenant();
  }

  @Test
  void aWrongPasswordIsDenied() {
    BackendException failure =
        reading("postgres://" + tenant.name() + ":s3cret@localhost:" + server.port() + "/postgres");

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure)
        .hasMessage(
            "cannot read runfabric_receipts[.]/dev (postgres localhost:"
                + server.port()
                + "/postgres, table runfabric_receipts): the user or the password is not accepted,"
                + " or not from this machine");
    assertThat(failure.remedy()).contains(VARIABLE);
  }

  @Test
  void aMissingPasswordIsAskedFor() {
    BackendException failure =
        reading("postgres://" + tenant.name() + "@localhost:" + server.port() + "/postgres");

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageContaining("asks for a password");
    assertThat(failure.remedy()).contains("PGPASSWORD");
  }

  @Test
  void aMissingDatabaseIsNamed() {
    BackendException failure = reading(tenant.dsn().replace("/postgres?", "/no_such_db?"));

    assertThat(failure.code()).isEqualTo(Code.NOT_FOUND);
    assertThat(failure).hasMessageContaining("/no_such_db").hasMessageContaining("does not exist");
  }

  @Test
  void aHostThatDoesNotExistIsUnreachable() {
    BackendException failure = reading("postgres://app:s3cret@no-such-host.invalid/x");

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure).hasMessageContaining("the host name is unknown");
  }

  @Test
  void nobodyListeningIsUnreachable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    BackendException failure = reading("postgres://app:s3cret@127.0.0.1:" + port + "/x");

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure).hasMessageContaining("the connection is refused");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      BackendException failure =
          reading(
              "postgres://app:s3cret@127.0.0.1:" + silent.getLocalPort() + "/x?sslmode=disable");

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no answer in time");
    }
  }

  @Test
  void aStatementThatIsNotAnsweredIsGivenUp() throws Exception {
    try (RowStore store = store(tenant.dsn());
        Connection blocker = server.connect();
        Statement lock = blocker.createStatement()) {
      store.put(KEY, DOCUMENT, Precondition.ABSENT);
      blocker.setAutoCommit(false);
      lock.execute("LOCK TABLE " + tenant.name() + "." + TABLE);

      assertThat(failure(() -> store.get(KEY))).hasMessageContaining("no answer in time");
      try (RowStore limited = store(tenant.dsn() + "&statement_timeout=200")) {
        assertThat(failure(() -> limited.get(KEY)))
            .hasMessageContaining("the server ended the statement");
      }
    }
  }

  @Test
  void aServerWithoutConnectionsLeftSaysSo() throws Exception {
    server.sql("ALTER ROLE " + tenant.name() + " CONNECTION LIMIT 0");

    BackendException failure = reading(tenant.dsn());

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure).hasMessageContaining("no connection left");
  }

  @Test
  void aServerThatTakesNoWritesSaysSo() {
    try (RowStore store = store(tenant.dsn() + "&default_transaction_read_only=on")) {
      BackendException failure = failure(() -> store.put(KEY, DOCUMENT, Precondition.ABSENT));

      assertThat(failure.code()).isEqualTo(Code.DENIED);
      assertThat(failure.remedy()).contains("target_session_attrs=read-write");
    }
  }

  @Test
  void aMissingSchemaIsNamed() throws Exception {
    PostgresDatabase database = new PostgresDatabase(Map.of(VARIABLE, tenant.dsn()), VARIABLE);
    PostgresDialect records = PostgresDialect.records("records", database, "no_such", "state");
    try (RowStore store = new RowStore(records, new KeyValueRows())) {
      assertThat(store.get("a")).isEmpty();
      BackendException failure = failure(() -> store.put("a", DOCUMENT, Precondition.ABSENT));

      assertThat(failure.code()).isEqualTo(Code.NOT_FOUND);
      assertThat(failure).hasMessageContaining("the schema does not exist");
    }
  }

  @Test
  void aMissingPrivilegeIsNamedWithItsGrant() throws Exception {
    server.sql(
        "CREATE TABLE "
            + tenant.name()
            + "."
            + TABLE
            + " (workspace_id TEXT, stage TEXT, data JSONB, updated_at TEXT, PRIMARY"
            + " KEY(workspace_id, stage))");

    BackendException failure = reading(tenant.dsn());

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageContaining("permission is missing");
    assertThat(failure.remedy())
        .contains(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON \"runfabric_receipts\" TO \""
                + tenant.name()
                + "\"");
  }

  @Test
  void whoMayNotCreateTablesWritesIntoThoseThereAre() throws Exception {
    String schema = tenant.name();
    server.sql("REVOKE ALL ON SCHEMA " + schema + " FROM " + schema);
    server.sql("ALTER SCHEMA " + schema + " OWNER TO postgres");
    server.sql("GRANT USAGE ON SCHEMA " + schema + " TO " + schema);
    try (StateBackend backend = backend()) {
      var dev = backend.locate(EntryAddress.receipt("dev"));
      BackendException denied = failure(() -> backend.write(dev, DOCUMENT, Precondition.ABSENT));
      assertThat(denied.code()).isEqualTo(Code.DENIED);
      assertThat(denied).hasMessageContaining("cannot create the table");
      server.sql("SET search_path = " + schema + "; " + advised(denied));
      backend.write(dev, DOCUMENT, Precondition.ABSENT);

      LockRequest request =
          new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15));
      assertThat(backend.locks(Cancellation.never())).isEmpty();
      BackendException unlocked = failure(() -> backend.lock(EntryKind.RECEIPT, request, false));
      assertThat(unlocked.code()).isEqualTo(Code.DENIED);
      assertThat(backend.locks(Cancellation.never())).isEmpty();
      server.sql(advised(unlocked));
      Lease lease = backend.lock(EntryKind.RECEIPT, request, false);
      backend.delete(dev, backend.read(dev).orElseThrow().revision(), lease);
      lease.release();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "57P03, UNREACHABLE, starting or shutting down",
    "53300, UNREACHABLE, no connection left",
    "28000, DENIED, not accepted",
    "3D000, NOT_FOUND, the database does not exist",
    "XX000, DAMAGED, SQLSTATE XX000"
  })
  void whatAServerSaysIsToldByItsCodeAlone(String state, Code code, String words) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> refuse(listening, state));

      BackendException failure =
          reading(
              "postgres://app:s3cret@127.0.0.1:" + listening.getLocalPort() + "/x?sslmode=disable");

      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure).hasMessageContaining(words);
    }
  }

  @Test
  void recordsWithoutTheirVariableLeaveReceiptsReadable() throws Exception {
    try (StateBackend backend =
        Backends.open(
            TestProject.in(
                folder,
                new BackendSettings.Local(),
                new RecordStore.Postgres(VARIABLE, "public", "state", "p"),
                Map.of()),
            BackendOptions.standard())) {
      var dev = backend.locate(EntryAddress.receipt("dev"));
      backend.write(dev, "{\"version\": 2}".getBytes(StandardCharsets.UTF_8), Precondition.ABSENT);
      List<Entry> seen = new ArrayList<>();

      BackendException failure = failure(() -> backend.entries(seen::add, Cancellation.never()));

      assertThat(failure.code()).isEqualTo(Code.INVALID);
      assertThat(failure).hasMessageContaining(VARIABLE);
      assertThat(seen).hasSize(1);
      assertThat(backend.read(dev)).isPresent();
    }
  }

  private StateBackend backend() throws BackendException {
    return Backends.open(
        TestProject.in(
            folder,
            new BackendSettings.Postgres(VARIABLE, TABLE),
            TestProject.localRecords(folder),
            Map.of(VARIABLE, tenant.dsn())),
        BackendOptions.standard());
  }

  /// The SQL that a remedy tells to run.
  private static String advised(BackendException failure) {
    assertThat(failure.remedy()).contains("run: CREATE TABLE");
    return failure.remedy().substring(failure.remedy().indexOf("CREATE TABLE"));
  }

  private BackendException reading(String dsn) {
    try (RowStore store = store(dsn)) {
      return failure(() -> store.get(KEY));
    }
  }

  private static RowStore store(String dsn) {
    try {
      PostgresDatabase database = new PostgresDatabase(Map.of(VARIABLE, dsn), VARIABLE, SHORT);
      return new RowStore(PostgresDialect.receipts(database, TABLE), new StageRows(TABLE));
    } catch (BackendException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BackendException failure(ThrowingCallable attempt) {
    BackendException failure = catchThrowableOfType(BackendException.class, attempt);
    Stream.iterate((Throwable) failure, t -> t != null, Throwable::getCause)
        .map(t -> t + (t instanceof BackendException e ? e.remedy() : ""))
        .forEach(told ->
            assertThat(told)
                .doesNotContain(
                    "s3cret", PostgresServer.PASSWORD, PostgresServer.ENCODED_PASSWORD));
    return failure;
  }

  // The error that a server sends instead of asking who is there.
  private static void refuse(ServerSocket listening, String state) {
    try {
      while (true) {
        try (Socket client = listening.accept()) {
          client.getInputStream().read(new byte[1_000]);
          byte[] fields =
              ("SFATAL\0C" + state + "\0Mthe message quotes\0\0").getBytes(StandardCharsets.UTF_8);
          client.getOutputStream().write('E');
          client
              .getOutputStream()
              .write(java.nio.ByteBuffer.allocate(4).putInt(fields.length + 4).array());
          client.getOutputStream().write(fields);
          client.getOutputStream().flush();
          client.getInputStream().read();
        }
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }
}
