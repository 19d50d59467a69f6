package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The workspace ids of a table of [StageRows].
record WorkspaceCounts(SqlDialect dialect) {

  /// How many rows each id has, by id.
  Map<String, Long> all() throws BackendException {
    Map<String, Long> counts = new TreeMap<>();
    try (Session session = dialect.openToRead().orElse(null)) {
      Optional<String> table =
          session == null ? Optional.empty() : dialect.existing(session.connection());
      if (session != null && table.isPresent()) {
        String sql = "SELECT workspace_id, COUNT(*) FROM " + table.get() + " GROUP BY workspace_id";
        try (PreparedStatement select = session.connection().prepareStatement(sql);
            ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            counts.put(RowStore.text(rows, 1), rows.getLong(2));
          }
        }
      }
      return counts;
    } catch (SQLException e) {
      throw dialect.failure("read " + dialect.table(), e);
    }
  }
}
