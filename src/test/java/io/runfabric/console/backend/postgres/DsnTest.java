package io.runfabric.console.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsnTest {

  private static final String VARIABLE = "MY_DSN";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "postgres://app@db/x | db:5432/x",
        "postgresql://app:pw@db.example.com:6432/x | db.example.com:6432/x",
        "  postgres://app@db/x  | db:5432/x",
        "postgres://app@[2001:db8::1]:6000/x | [2001:db8::1]:6000/x",
        "postgres://app@[::1]/x | [::1]:5432/x",
        "postgres://app@a,b:6000,[::1]:7000/x | a:5432,b:6000,[::1]:7000/x",
        "postgres://app@db | db:5432/app",
        "postgres://app@db/ | db:5432/app",
        "postgres://app@db?sslmode=disable | db:5432/app",
        "postgres://app@/x | localhost:5432/x",
        "postgres:///x?user=app | localhost:5432/x",
        "postgres:///x?host=db&port=6000&user=app | db:6000/x",
        "postgres://app@db/my%20data%2Fbase | db:5432/my data/base",
        "host=db user=app | db:5432/app",
        "host=a,b port=6000 user=app dbname=x | a:6000,b:6000/x",
        "host=a,b port=6000,7000 user=app dbname=x | a:6000,b:7000/x",
        "host = db  dbname = 'my data'  user=app | db:5432/my data",
        "hostaddr=10.0.0.1 user=app | 10.0.0.1:5432/app",
      })
  void leadsToAPlace(String dsn, String place) throws Exception {
    assertThat(target(dsn).place()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "postgres://app:p%40ss%2Fw%3Ard%3F%23%25@db/x | p@ss/w:rd?#%",
        "postgres://app:a+b@db/x | a+b",
        "postgres://app:a@b@db/x | a@b",
        "postgres://app:a:b@db/x | a:b",
        "postgres://app:p#ss@db/x | p#ss",
        "postgres://app:gr%C3%BC%C3%9Fe@db/x | grüße",
        "postgres://db/x?user=app&password=a+b%2Bc | a b+c",
        "host=db user=app password='it\\'s a \\\\ b' | it's a \\ b",
        "host=db user=app password=a\\ b\\'c | a b'c",
        "host=db user=app password=a=b&c | a=b&c",
      })
  void keepsSpecialCharactersOfPasswords(String dsn, String password) throws Exception {
    assertThat(target(dsn).properties().getProperty("password")).isEqualTo(password);
    assertThat(target(dsn).user()).isEqualTo("app");
    assertThat(target(dsn).toString()).doesNotContain(password);
  }

  @Test
  void settingsBecomeTheDrivers() throws Exception {
    Target target =
        target(
            "postgres://app@db/x?sslmode=verify-full&sslrootcert=/ca.pem&sslcert=/c.pem"
                + "&sslkey=/k.pem&connect_timeout=7&application_name=me&options=-c%20geqo%3Doff"
                + "&search_path=ops&target_session_attrs=read-write&pool_max_conns=10"
                + "&statement_timeout=5+s&default_query_exec_mode=exec&channel_binding=disable");

    assertThat(target.settings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sslmode", "verify-full",
                "sslrootcert", "/ca.pem",
                "sslcert", "/c.pem",
                "sslkey", "/k.pem",
                "connectTimeout", "7",
                "ApplicationName", "me",
                "options", "-c geqo=off -c statement_timeout=5\\ s",
                "currentSchema", "ops",
                "targetServerType", "primary",
                "channelBinding", "disable"));
  }

  @Test
  void tlsIsAsForTheEngines() throws Exception {
    assertThat(target("postgres://app@db/x").settings()).doesNotContainKey("sslmode");
    assertThat(target("postgres://app@db/x?sslmode=require").settings())
        .containsEntry("sslmode", "require")
        .doesNotContainKey("sslfactory");
    assertThat(target("postgres://app@db/x?sslmode=require&sslrootcert=/ca.pem").settings())
        .containsEntry("sslmode", "verify-ca");
    assertThat(target("postgres://app@db/x?sslrootcert=system").settings())
        .containsEntry("sslmode", "verify-full")
        .containsKey("sslfactory");
    assertThat(target("postgres://app@db/x?ssl=true").settings())
        .containsEntry("sslmode", "require");
  }

  @Test
  void variablesFillWhatIsLeftOpen() throws Exception {
    Map<String, String> variables =
        Map.of(
            "PGHOST", "other",
            "PGPORT", "6000",
            "PGUSER", "somebody",
            "PGPASSWORD", "from-variable",
            "PGDATABASE", "base",
            "PGSSLMODE", "require",
            "PGAPPNAME", "named",
            "PGCONNECT_TIMEOUT", "0",
            "PGOPTIONS", "-c geqo=off",
            "PGTARGETSESSIONATTRS", "any");

    Target open = target("postgres://", variables);
    assertThat(open.place()).isEqualTo("other:6000/base");
    assertThat(open.user()).isEqualTo("somebody");
    assertThat(open.settings())
        .containsEntry("password", "from-variable")
        .containsEntry("sslmode", "require")
        .containsEntry("options", "-c geqo=off");
    Target said = target("postgres://app:own@db:5433/x?sslmode=disable", variables);
    assertThat(said.place()).isEqualTo("db:5433/x");
    assertThat(said.settings())
        .containsEntry("password", "own")
        .containsEntry("sslmode", "disable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "mysql://app:s3cret@db/x",
        "jdbc:postgresql://db/x?user=app&password=s3cret",
        "postgres://app:s3cret",
        "postgres://app:s3cret/x@db/x",
        "postgres://app:12?s3cret@db/x",
        "postgres://app:s3cret%zz@db/x",
        "postgres://app:s3cret%4",
        "postgres://app:s3cret%ff@db/x",
        "postgres://app:s3cret@db:port/x",
        "postgres://app:s3cret@db:99999/x",
        "postgres://app:s3cret@[::1/x",
        "postgres://app:s3cret@[::1]5432/x",
        "postgres://app:s3cret@d b/x",
        "postgres://app:s3cret@%2Fvar%2Frun/x",
        "postgres://app:s3cret@db/x?sslmode=s3cret",
        "postgres://app:s3cret@db/x?connect_timeout=s3cret",
        "postgres://app:s3cret@db/x?target_session_attrs=s3cret",
        "postgres://app:s3cret@db/x?service=s3cret",
        "host=db password='s3cret",
        "host=db password s3cret",
        "host=a,b,c port=1,2 password=s3cret",
        "=s3cret",
      })
  void whatCannotBeUnderstoodIsToldByItsVariableAndNeverQuoted(String dsn) {
    assertThatThrownBy(() -> target(dsn))
        .isInstanceOfSatisfying(
            BackendException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.INVALID);
              assertThat(e).hasMessageContaining(VARIABLE).hasNoCause();
              assertThat(e.getMessage() + e.remedy()).doesNotContain("s3cret");
            });
  }

  @Test
  void anUnsetVariableIsNamed() {
    for (Map<String, String> environment :
        List.of(Map.<String, String>of(), Map.of(VARIABLE, " "))) {
      assertThatThrownBy(() -> new PostgresDatabase(environment, VARIABLE).target())
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID))
          .hasMessage("the variable MY_DSN, which leads to the Postgres database, is not set");
    }
  }

  private static Target target(String dsn) throws BackendException {
    return target(dsn, Map.of());
  }

  private static Target target(String dsn, Map<String, String> variables) throws BackendException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put(VARIABLE, dsn);
    return new PostgresDatabase(environment, VARIABLE).target();
  }
}
