package io.runfabric.console.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.backend.sql.StageRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over TLS, with certificates made for the test.
class PostgresTlsTest {

  private static final String TABLE = "runfabric_receipts";
  private static final String KEY = TABLE + "[.]/dev";

  private final PostgresServer server = PostgresServer.running();
  private Tenant tenant;

  @TempDir private Path folder;

  @BeforeEach
  void newTenant() throws Exception {
    tenant = server.newTenant();
  }

  @Test
  void everyModeThatTrustsTheServerIsServed() throws Exception {
    String root = "&sslrootcert=" + server.certificate();
    for (String mode :
        List.of(
            "",
            "&sslmode=require",
            "&sslmode=require" + root,
            "&sslmode=verify-ca" + root,
            "&sslmode=verify-full" + root)) {
      try (RowStore store = store(tenant.dsn() + mode)) {
        assertThat(store.get(KEY)).as(mode).isEmpty();
        assertThat(encrypted()).as(mode).containsOnly("t");
      }
    }
    try (RowStore store = store(tenant.dsn() + "&sslmode=disable")) {
      store.put(KEY, "{}".getBytes(StandardCharsets.UTF_8), Precondition.ABSENT);
      assertThat(encrypted()).contains("f");
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
    Path other = Certificate.make(folder, "other", "dns:localhost").file();

    for (String mode :
        List.of(
            "&sslmode=verify-ca&sslrootcert=" + other,
            "&sslmode=verify-full&sslrootcert=" + other,
            "&sslmode=require&sslrootcert=" + other,
            "&sslrootcert=system")) {
      assertRefused(tenant.dsn() + mode);
    }
  }

  @Test
  void aCertificateFileThatIsNotThereIsTold() throws Exception {
    Path missing = folder.resolve("missing.crt");
    try (RowStore store = store(tenant.dsn() + "&sslmode=verify-full&sslrootcert=" + missing)) {
      assertThatThrownBy(() -> store.get(KEY))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.DENIED))
          .hasMessageContaining("sslrootcert");
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefusedWhenTheHostCounts() throws Exception {
    String address = tenant.dsn().replace("@localhost:", "@127.0.0.1:");
    String root = "&sslrootcert=" + server.certificate();

    assertRefused(address + "&sslmode=verify-full" + root);
    try (RowStore store = store(address + "&sslmode=verify-ca" + root)) {
      assertThat(store.get(KEY)).isEmpty();
    }
  }

  @Test
  void aServerThatWantsTlsSaysSo() throws Exception {
    server.newRole("tls_only");
    String dsn = tenant.dsn().replace(tenant.name(), "tls_only");
    try (RowStore store = store(dsn + "&sslmode=require")) {
      assertThat(store.get(KEY)).isEmpty();
    }
    try (RowStore store = store(dsn + "&sslmode=disable")) {
      assertThatThrownBy(() -> store.get(KEY))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.DENIED);
                assertThat(e.remedy()).contains("sslmode");
              });
    }
  }

  private static void assertRefused(String dsn) throws BackendException {
    try (RowStore store = store(dsn)) {
      assertThatThrownBy(() -> store.get(KEY))
          .as(dsn)
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.UNREACHABLE);
                assertThat(e.remedy()).contains("sslrootcert");
              })
          .hasMessageContaining("no trusted TLS connection");
    }
  }

  private List<String> encrypted() throws Exception {
    return server.column(
        "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = '"
            + tenant.name()
            + "'");
  }

  private static RowStore store(String dsn) throws BackendException {
    PostgresDatabase database = new PostgresDatabase(Map.of("DSN", dsn), "DSN");
    return new RowStore(PostgresDialect.receipts(database, TABLE), new StageRows(TABLE));
  }
}
