package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Sitting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// What the server tells of a connection, its clock and what its user may do. Reads only.
record ServerLook(Connection connection, Sitting sitting) {

  private static final Duration PRECISION = Duration.ofSeconds(1);
  private static final List<String> PRIVILEGES = List.of("INSERT", "UPDATE", "DELETE");

  /// Whether this connection is encrypted.
  void transit(boolean loopback, String variable) throws SQLException {
    boolean tls =
        yes("SELECT coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)");
    if (tls) {
      sitting.ok(Area.TRANSIT, "TLS", "the connection is encrypted");
    } else if (loopback) {
      sitting.info(
          Area.TRANSIT,
          "TLS",
          "the connection is not encrypted, and does not leave this machine",
          "");
    } else {
      sitting.warning(
          Area.TRANSIT,
          "TLS",
          "the connection is not encrypted, so state can be read on the way",
          "add sslmode=require, or better verify-full, to the connection string in " + variable);
    }
  }

  void clock() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT clock_timestamp()");
        ResultSet rows = select.executeQuery()) {
      if (rows.next()) {
        sitting.serverTime(rows.getObject(1, OffsetDateTime.class).toInstant(), PRECISION);
      }
    }
  }

  boolean mayCreate() throws SQLException {
    return yes("SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)");
  }

  /// What may be done to a table, as the server's own lists say.
  ///
  /// @param table as SQL wants it
  void privileges(String table) {
    for (String privilege : PRIVILEGES) {
      try {
        if (yes("SELECT has_table_privilege(?, ?)", table, privilege)) {
          sitting.ok(Area.PERMISSIONS, privilege, "is granted");
        } else {
          sitting.critical(
              Area.PERMISSIONS,
              privilege,
              "is not granted on " + table,
              "run as its owner: GRANT " + privilege + " ON " + table + " TO current user");
        }
      } catch (SQLException _) {
        sitting.notChecked(Area.PERMISSIONS, privilege, "the server does not tell", "");
      }
    }
    sitting.notChecked(
        Area.CONDITIONAL_WRITES,
        "conditional writes",
        "nothing may be written in this run",
        "look again with a trial write (doctor without --read-only)");
  }

  private boolean yes(String sql, String... parameters) throws SQLException {
    List<Boolean> answer = new ArrayList<>(1);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          answer.add(rows.getBoolean(1));
        }
      }
    }
    return answer.contains(true);
  }
}
