package io.runfabric.console.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StateBackendContract;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Revision;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Receipts and records in Postgres.
class PostgresBackendTest extends StateBackendContract {

  private static final String VARIABLE = "RUNFABRIC_STATE_POSTGRES_URL";
  private static final String PREFIX = "runfabric/state";

  private final PostgresServer server = PostgresServer.running();
  private final Tenant tenant = tenant();

  private Tenant tenant() {
    try {
      return server.newTenant();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected boolean keepsAnyText() {
    return false;
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(project("runfabric_receipts"), options);
  }

  @Nested
  class Tables {

    @Test
    void areNotCreatedByReading() throws Exception {
      entries();
      backend.locks(Cancellation.never());
      backend.workspaces();
      backend.read(backend.locate(EntryAddress.receipt("dev")));
      backend.read(backend.locate(EntryAddress.record("shop", "dev", "aws")));
      DocumentRef dev = backend.locate(EntryAddress.receipt("dev"));
      assertThatThrownBy(() -> backend.delete(dev, new Revision("sha256:0")))
          .isInstanceOf(BackendException.class);

      assertThat(tables()).isEmpty();
    }

    @Test
    void areCreatedByWritingAsTheEnginesWould() throws Exception {
      putReceipt("dev", receipt("dev"));
      write(backend.locate(EntryAddress.record("shop", "dev", "aws")), "{}");

      assertThat(tables()).containsExactly("runfabric_receipts", "runfabric_state");
      assertThat(columns("runfabric_receipts"))
          .containsExactly("workspace_id text", "stage text", "data jsonb", "updated_at text");
      assertThat(columns("runfabric_state"))
          .containsExactly("key text", "value text", "updated_at timestamp with time zone");
      assertThat(
              server.column(
                  "SELECT workspace_id || stage || updated_at FROM " + in("runfabric_receipts")))
          .containsExactly(".dev2026-03-01T10:00:00Z");
      assertThat(server.column("SELECT key FROM " + in("runfabric_state")))
          .containsExactly(PREFIX + "/shop/dev/aws.state.json");
    }

    @Test
    void mayBeInAnotherSchema() throws Exception {
      String elsewhere = tenant.name() + "_ops";
      server.sql("CREATE SCHEMA " + elsewhere + " AUTHORIZATION " + tenant.name());
      try (StateBackend other = open(elsewhere + ".receipts")) {
        write(other, "dev");
        other.lock(EntryKind.RECEIPT, request(), false).release();

        assertThat(server.column("SELECT stage FROM " + elsewhere + ".receipts"))
            .containsExactly("dev");
        assertThat(server.column("SELECT count(*) FROM " + elsewhere + ".receipts_locks"))
            .containsExactly("0");
        assertThat(other.location()).endsWith("(" + elsewhere + ".receipts)");
      }
      assertThat(tables()).isEmpty();
    }

    @Test
    void ofANameInMixedCaseAreTheOneThatAnEngineWithoutQuotesMade() throws Exception {
      tenant.sql(
          "CREATE TABLE "
              + tenant.name()
              + ".\"Receipts\" (workspace_id TEXT, stage TEXT, data TEXT, updated_at TEXT)");
      tenant.sql("INSERT INTO " + tenant.name() + ".\"Receipts\" VALUES ('.', 'exact', '{}', '')");
      try (StateBackend only = open("Receipts")) {
        assertThat(stages(only)).containsExactly("exact");

        tenant.sql(
            "CREATE TABLE "
                + in("receipts")
                + " (workspace_id TEXT, stage TEXT, data JSONB, updated_at TEXT, PRIMARY"
                + " KEY(workspace_id, stage))");
        tenant.sql("INSERT INTO " + in("receipts") + " VALUES ('.', 'folded', '{}', '')");

        assertThat(stages(only)).containsExactly("folded");
      }
      try (StateBackend quoted = open("\"Receipts\"")) {
        assertThat(stages(quoted)).containsExactly("exact");
      }
      try (StateBackend created = open("Other_Receipts")) {
        write(created, "dev");
      }
      assertThat(tables()).contains("other_receipts").doesNotContain("Other_Receipts");
    }

    @Test
    void mayHaveNamesThatNeedQuotes() throws Exception {
      for (String name :
          List.of("my-receipts", "receipts$2", "2receipts", "quittungen_für_große", "select")) {
        try (StateBackend other = open(name)) {
          write(other, "dev");
          assertThat(stages(other)).containsExactly("dev");
        }
        assertThat(tables()).contains(name);
      }
    }

    @Test
    void ofHostileNamesAreRefusedBeforeAnythingIsAsked() throws Exception {
      write(backend, "dev");
      for (String name :
          List.of(
              "x; DROP TABLE runfabric_receipts",
              "runfabric_receipts\"; DROP TABLE runfabric_receipts; --",
              "\"a\"b\"",
              "a.b.c",
              "a..b",
              ".a",
              "a.",
              "",
              " ",
              "a b",
              "a'b",
              "a\0b",
              "a\nb",
              "a/*b*/",
              "receipts WHERE true --",
              "(SELECT 1)",
              "ü".repeat(32))) {
        assertThatThrownBy(() -> open(name).close())
            .as(name)
            .isInstanceOfSatisfying(
                BackendException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(Code.INVALID);
                  assertThat(e).hasMessageContaining("backend.postgresTable");
                });
        assertThatThrownBy(() -> PostgresDialect.records("r", database(), "public", name))
            .as(name)
            .isInstanceOf(BackendException.class);
      }
      assertThat(stages(backend)).containsExactly("dev");
    }

    @Test
    void ofTheLongestNameHaveLocksToo() throws Exception {
      String longest = "r".repeat(63);
      try (StateBackend other = open(longest)) {
        write(other, "dev");
        other.lock(EntryKind.RECEIPT, request(), false).release();
      }
      assertThat(tables()).containsExactly("r".repeat(57) + "_locks", longest);
    }

    @Test
    void ofAnotherShapeAreNamedAsSuch() throws Exception {
      server.sql("CREATE TABLE " + in("other") + " (id INTEGER)");
      server.sql("GRANT ALL ON " + in("other") + " TO " + tenant.name());

      assertThatThrownBy(() -> open("other").close())
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.DAMAGED))
          .hasMessageContaining("cannot read other")
          .hasMessageContaining("42703");
    }
  }

  @Nested
  class Documents {

    @Test
    void keepEveryDigitOfTheirNumbers() throws Exception {
      String digits = "12345678901234567890123456789012345678901234567890";
      putReceipt(
          "dev",
          "{\"version\": 2, \"big\": "
              + digits
              + ", \"small\": 0.1000000000000000000000000000001,"
              + " \"power\": 1e300, \"tiny\": 1.5e-300, \"negative\": -0.0}");

      var stored =
          Json.object(
              backend.read(backend.locate(EntryAddress.receipt("dev"))).orElseThrow().content());

      assertThat(stored.get("big").bigIntegerValue()).isEqualTo(digits);
      assertThat(stored.get("small").decimalValue())
          .isEqualTo(new BigDecimal("0.1000000000000000000000000000001"));
      assertThat(stored.get("power").decimalValue()).isEqualByComparingTo("1e300");
      assertThat(stored.get("tiny").decimalValue()).isEqualByComparingTo("1.5e-300");
    }

    @Test
    void thatJsonbCannotHoldAreRefusedInWords() throws Exception {
      for (String text :
          List.of(
              "{\"a\": \"\\u0000\"}",
              "{\"a\": \"\0\"}",
              "{\"a\": ",
              "{\"a\": 1e200000}",
              "",
              "[".repeat(100_000))) {
        assertThatThrownBy(() -> putReceipt("dev", text))
            .isInstanceOfSatisfying(
                BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
      }
      assertThatThrownBy(() -> putReceipt("dev", "{\"a\": \"\\u0000\"}"))
          .hasMessageContaining("\\u0000");
      DocumentRef dev = backend.locate(EntryAddress.receipt("dev"));
      assertThatThrownBy(
              () -> backend.write(dev, new byte[] {'{', (byte) 0xff, '}'}, Precondition.ABSENT))
          .hasMessageContaining("no UTF-8");
      assertThat(entries()).isEmpty();
    }

    @Test
    void haveTheRevisionThatAReadWillTell() throws Exception {
      DocumentRef dev = backend.locate(EntryAddress.receipt("dev"));

      Revision first = backend.write(dev, bytes("{ \"b\":1,\"a\" : 2 }"), Precondition.ABSENT);
      assertThat(backend.read(dev).orElseThrow().revision()).isEqualTo(first);
      Revision second =
          backend.write(
              dev,
              bytes("{\"updatedAt\":\"2026-03-01T10:00:00Z\",  \"b\":1}"),
              new Precondition.Matches(first));

      assertThat(backend.read(dev).orElseThrow().revision()).isEqualTo(second);
      assertThat(onlyEntry().revision()).isEqualTo(second);
    }

    @Test
    void ofEngine1AreKeptByteForByteAndDated() throws Exception {
      DocumentRef ref = backend.locate(EntryAddress.record("shop", "dev", "aws"));
      String text = "{ \"schemaVersion\" :2,\n\t\"zz\": 1.50, \"a\": \"\\u0000 ✓\", \"a\": 1e2 }\n";

      Revision first = backend.write(ref, bytes(text), Precondition.ABSENT);

      assertThat(new String(backend.read(ref).orElseThrow().content(), StandardCharsets.UTF_8))
          .isEqualTo(text);
      server.sql("UPDATE " + in("runfabric_state") + " SET updated_at = '2020-01-01'");
      assertThat(backend.read(ref).orElseThrow().revision()).isEqualTo(first);
      backend.write(ref, bytes("torn"), new Precondition.Matches(first));
      assertThat(
              server.column("SELECT now() - updated_at < '1 minute' FROM " + in("runfabric_state")))
          .containsExactly("t");
    }
  }

  @Nested
  class KeysOfEngine1 {

    @Test
    void aPrefixMeansItselfAndNothingElse() throws Exception {
      try (DocumentStore store = new RowStore(records(), new KeyValueRows())) {
        for (String key :
            List.of("a_b/x", "aXb/x", "a%b/x", "a_b/y/z", "a_B/x", "A_b/x", "a_b\\/x")) {
          store.put(key, bytes("{}"), Precondition.ABSENT);
        }

        assertThat(keys(store, "a_b/", true)).containsExactly("a_b/x", "a_b/y/z");
        assertThat(keys(store, "a_b/", false)).containsExactly("a_b/x");
        assertThat(keys(store, "a%b/", true)).containsExactly("a%b/x");
        assertThat(keys(store, "a_b\\", true)).containsExactly("a_b\\/x");
        assertThat(keys(store, "", true))
            .containsExactly("A_b/x", "a%b/x", "aXb/x", "a_B/x", "a_b/x", "a_b/y/z", "a_b\\/x");
      }
    }

    private List<String> keys(DocumentStore store, String prefix, boolean deep) throws Exception {
      List<String> keys = new ArrayList<>();
      store.list(
          new DocumentStore.Range(prefix, deep),
          listed -> keys.add(listed.key()),
          Cancellation.never());
      return keys;
    }
  }

  @Nested
  class ConsoleLocksInTheDatabase {

    @Test
    void areListedBesideTheLocalOneAndNamedByTheirKey() throws Exception {
      Lease lease = backend.lock(EntryKind.RECEIPT, request(), false);

      assertThat(backend.locks(Cancellation.never()))
          .extracting(lock -> lock.ref().source(), Lock::source, Lock::stage, Lock::service)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "postgres-locks", Lock.Source.TABLE, "dev", "shop"),
              org.assertj.core.groups.Tuple.tuple("local", Lock.Source.FILE, "dev", "shop"));
      assertThat(
              server.column(
                  "SELECT workspace_id || '/' || stage FROM " + in("runfabric_receipts_locks")))
          .containsExactly("./dev");
      server.sql("UPDATE " + in("runfabric_receipts_locks") + " SET data = 'torn'");
      assertThat(backend.locks(Cancellation.never()).getFirst().state())
          .isEqualTo(Lock.State.UNREADABLE);
      lease.release();
    }

    @Test
    void lieWhereTheSearchPathFindsTheReceipts() throws Exception {
      Tenant owner = server.newTenant();
      server.sql(
          "CREATE TABLE "
              + owner.name()
              + ".runfabric_receipts (workspace_id TEXT, stage TEXT, data JSONB, updated_at TEXT,"
              + " PRIMARY KEY(workspace_id, stage))");
      server.sql("GRANT ALL ON SCHEMA " + owner.name() + " TO " + tenant.name());
      server.sql("GRANT ALL ON ALL TABLES IN SCHEMA " + owner.name() + " TO " + tenant.name());
      String path = "search_path=" + tenant.name() + "," + owner.name();
      try (StateBackend other =
          Backends.open(
              project("runfabric_receipts", tenant.dsn(path)), BackendOptions.standard())) {
        other.lock(EntryKind.RECEIPT, request(), false).release();
      }

      assertThat(
              server.column(
                  "SELECT schemaname FROM pg_tables WHERE tablename = 'runfabric_receipts_locks'"
                      + " AND tableowner = '"
                      + tenant.name()
                      + "'"))
          .containsExactly(owner.name());
    }
  }

  @Nested
  class Workspaces {

    @Test
    void areCountedAndChosenAsNamed() throws Exception {
      putReceipt("dev", receipt("dev"));
      server.sql(
          "INSERT INTO " + in("runfabric_receipts") + " VALUES ('/elsewhere', 'prod', '{}', '')");

      try (StateBackend named =
          Backends.open(
              project("runfabric_receipts"),
              BackendOptions.standard().withWorkspace(Optional.of("/elsewhere")))) {
        assertThat(stages(named)).containsExactly("prod");
        assertThat(named.workspaces())
            .containsExactly(
                new WorkspaceRows(".", 1, false), new WorkspaceRows("/elsewhere", 1, true));
      }
    }

    @Test
    void severalThatMatchAreAnErrorThatNamesThem() throws Exception {
      putReceipt("dev", receipt("dev"));
      server.sql(
          "INSERT INTO "
              + in("runfabric_receipts")
              + " VALUES ('"
              + folder
              + "', 'prod', '{}', '')");

      assertThatThrownBy(() -> open("runfabric_receipts").close())
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> assertThat(e.code()).isEqualTo(Code.AMBIGUOUS_WORKSPACE));
    }
  }

  @Test
  void theLocationTellsHostDatabaseAndTableAndNoCredentials() {
    assertThat(backend.location())
        .isEqualTo("postgres://localhost:" + server.port() + "/postgres (runfabric_receipts)");
  }

  @Test
  void moreThanOnePageIsListedInOrder() throws Exception {
    putReceipt("dev", receipt("dev"));
    server.sql(
        "INSERT INTO "
            + in("runfabric_receipts")
            + " SELECT '.', 's-' || n, data, updated_at FROM "
            + in("runfabric_receipts")
            + ", generate_series(1, 1600) n");

    List<String> stages = stages(backend);

    assertThat(stages).hasSize(1601).isSorted();
  }

  private StateBackend open(String table) throws BackendException {
    return Backends.open(project(table), BackendOptions.standard());
  }

  private Project project(String table) {
    return project(table, tenant.dsn());
  }

  private Project project(String table, String dsn) {
    return TestProject.in(
        folder,
        new BackendSettings.Postgres(VARIABLE, table),
        new RecordStore.Postgres(VARIABLE, tenant.name(), "runfabric_state", PREFIX),
        Map.of(VARIABLE, dsn));
  }

  private PostgresDatabase database() {
    return new PostgresDatabase(Map.of(VARIABLE, tenant.dsn()), VARIABLE);
  }

  private PostgresDialect records() throws BackendException {
    return PostgresDialect.records("records", database(), tenant.name(), "runfabric_state");
  }

  private static void write(StateBackend backend, String stage) throws BackendException {
    backend.write(
        backend.locate(EntryAddress.receipt(stage)), bytes(receipt(stage)), Precondition.ABSENT);
  }

  private void write(DocumentRef ref, String text) throws BackendException {
    backend.write(ref, bytes(text), Precondition.ABSENT);
  }

  private static LockRequest request() {
    return new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15));
  }

  private static List<String> stages(StateBackend opened) throws BackendException {
    List<Entry> entries = new ArrayList<>();
    opened.entries(entries::add, Cancellation.never());
    return entries.stream().map(Entry::stage).toList();
  }

  private String in(String table) {
    return tenant.name() + "." + table;
  }

  private List<String> tables() throws SQLException {
    return server.column(
        "SELECT tablename FROM pg_tables WHERE schemaname = '" + tenant.name() + "' ORDER BY 1");
  }

  private List<String> columns(String table) throws SQLException {
    return server.column(
        "SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema"
            + " = '"
            + tenant.name()
            + "' AND table_name = '"
            + table
            + "' ORDER BY ordinal_position");
  }
}
