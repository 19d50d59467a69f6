package io.runfabric.console.backend.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From libpq's keywords to the driver's settings. What a connection string leaves open, the `PG…`
/// variables fill, as for libpq and pgx. A keyword that is none of theirs is a setting of the
/// server, such as `statement_timeout`.
final class TargetSettings {

  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("PGHOST", "host"),
          Map.entry("PGPORT", "port"),
          Map.entry("PGDATABASE", "dbname"),
          Map.entry("PGUSER", "user"),
          Map.entry("PGPASSWORD", "password"),
          Map.entry("PGSSLMODE", "sslmode"),
          Map.entry("PGSSLROOTCERT", "sslrootcert"),
          Map.entry("PGSSLCERT", "sslcert"),
          Map.entry("PGSSLKEY", "sslkey"),
          Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
          Map.entry("PGAPPNAME", "application_name"),
          Map.entry("PGOPTIONS", "options"),
          Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
          Map.entry("PGCHANNELBINDING", "channel_binding"));

  private static final Map<String, String> SAME =
      Map.of(
          "password", "password",
          "sslcert", "sslcert",
          "sslkey", "sslkey",
          "sslpassword", "sslpassword",
          "sslnegotiation", "sslNegotiation",
          "channel_binding", "channelBinding",
          "application_name", "ApplicationName",
          "search_path", "currentSchema");

  /// Keywords that say how libpq, pgx or lib/pq connect, and nothing to this driver.
  private static final Set<String> IGNORED =
      Set.of(
          "passfile",
          "gssencmode",
          "gssdelegation",
          "gsslib",
          "krbsrvname",
          "krbspn",
          "keepalives",
          "keepalives_idle",
          "keepalives_interval",
          "keepalives_count",
          "tcp_user_timeout",
          "fallback_application_name",
          "client_encoding",
          "replication",
          "load_balance_hosts",
          "requirepeer",
          "require_auth",
          "sslcompression",
          "sslcrl",
          "sslcrldir",
          "sslsni",
          "sslcertmode",
          "sslinline",
          "ssl_min_protocol_version",
          "ssl_max_protocol_version",
          "min_protocol_version",
          "max_protocol_version",
          "binary_parameters",
          "disable_prepared_binary_result",
          "default_query_exec_mode",
          "statement_cache_capacity",
          "statement_cache_mode",
          "description_cache_capacity",
          "prefer_simple_protocol");

  private final Map<String, String> keywords;
  private final Map<String, String> settings = new LinkedHashMap<>();

  private TargetSettings(Map<String, String> keywords) {
    this.keywords = keywords;
  }

  /// @param environment for the `PG…` variables
  static Target target(Map<String, String> dsn, Map<String, String> environment)
      throws MalformedDsnException {
    Map<String, String> keywords = new LinkedHashMap<>();
    VARIABLES.forEach((variable, keyword) -> {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        keywords.put(keyword, value);
      }
    });
    keywords.putAll(dsn);
    return new TargetSettings(keywords).target();
  }

  private Target target() throws MalformedDsnException {
    if (keywords.containsKey("service")) {
      throw new MalformedDsnException("names a service, whose file is not read; write it out");
    }
    String user = taken("user").orElse(System.getProperty("user.name", ""));
    String database = taken("dbname").orElse(user);
    Optional<String> address = taken("hostaddr");
    String names = taken("host").or(() -> address).orElse("localhost");
    String ports = taken("port").orElse("5432");
    settings.put("ApplicationName", "runfabric-console");
    tls();
    Optional<String> seconds = taken("connect_timeout");
    if (seconds.isPresent()) {
      settings.put("connectTimeout", timeout(seconds.get()));
    }
    Optional<String> session = taken("target_session_attrs");
    if (session.isPresent()) {
      settings.put("targetServerType", serverType(session.get()));
    }
    SAME.forEach((ours, drivers) -> taken(ours).ifPresent(value -> settings.put(drivers, value)));
    String options = options();
    if (!options.isEmpty()) {
      settings.put("options", options);
    }
    return new Target(Target.hosts(names, ports), database, user, Map.copyOf(settings));
  }

  // As for libpq and pgx: with an authority's certificate, `require` verifies it; without one,
  // the verifying modes trust what the machine trusts.
  private void tls() throws MalformedDsnException {
    Optional<String> root = taken("sslrootcert");
    Optional<String> mode = taken("sslmode");
    if (taken("ssl").filter("true"::equals).isPresent() && mode.isEmpty()) {
      mode = Optional.of("require");
    }
    boolean system = root.filter("system"::equals).isPresent();
    if (system) {
      mode = Optional.of("verify-full");
    } else if (root.isPresent()) {
      settings.put("sslrootcert", root.get());
      mode = mode.map(word -> word.equals("require") ? "verify-ca" : word);
    }
    if (mode.isPresent()) {
      String word = mode.get();
      if (!Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
          .contains(word)) {
        throw new MalformedDsnException(
            "has an sslmode that is none of disable, allow, prefer, require, verify-ca and"
                + " verify-full");
      }
      settings.put("sslmode", word);
      boolean own = root.isPresent() || Files.exists(standardRoot());
      if (system || (word.startsWith("verify-") && !own)) {
        settings.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
      }
    }
  }

  private static String timeout(String seconds) throws MalformedDsnException {
    if (!seconds.matches("[0-9]{1,6}")) {
      throw new MalformedDsnException("has a connect_timeout that is no number of seconds");
    }
    return seconds;
  }

  private static Path standardRoot() {
    return Path.of(System.getProperty("user.home", "."), ".postgresql", "root.crt");
  }

  private static String serverType(String attributes) throws MalformedDsnException {
    return switch (attributes) {
      case "any" -> "any";
      case "read-write", "primary" -> "primary";
      case "read-only", "standby" -> "secondary";
      case "prefer-standby" -> "preferSecondary";
      default ->
          throw new MalformedDsnException(
              "has a target_session_attrs that is none of any, read-write, primary, read-only,"
                  + " standby and prefer-standby");
    };
  }

  private String options() {
    StringBuilder options = new StringBuilder(taken("options").orElse(""));
    keywords.forEach((keyword, value) -> {
      if (!IGNORED.contains(keyword) && !keyword.startsWith("pool_")) {
        options.append(options.isEmpty() ? "-c " : " -c ").append(keyword).append('=');
        options.append(value.replace("\\", "\\\\").replace(" ", "\\ "));
      }
    });
    return options.toString();
  }

  /// The value of a keyword, which is thereby dealt with.
  private Optional<String> taken(String keyword) {
    return Optional.ofNullable(keywords.remove(keyword)).filter(value -> !value.isEmpty());
  }
}
