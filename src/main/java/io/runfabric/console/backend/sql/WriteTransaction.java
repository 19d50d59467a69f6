package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Fence.Held;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.UnreadableDocumentException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// A change and the fence that protects it, in one transaction.
///
/// Locks that lie in the same database are kept as they are until the commit, so nobody can take
/// one over between the check and the commit; all are asked for immediately before. The order
/// matters: a lease that is being renewed cannot be asked while its row is kept.
record WriteTransaction(SqlDialect dialect, Fence fence) {

  private static final int TRIES = 3;

  interface Change<T> {
    T in(Connection connection) throws SQLException, BackendException;
  }

  /// Makes the change. A transaction that falls victim to another one is tried again.
  <T> T run(String tried, Change<T> change) throws BackendException {
    for (int attempt = 1; ; attempt++) {
      try (Session session = dialect.openToWrite()) {
        T result = change.in(session.connection());
        fence.check(this::within);
        hold(session.connection());
        session.connection().commit();
        return result;
      } catch (SQLException e) {
        if (attempt == TRIES || !dialect.worthAnotherTry(e)) {
          throw dialect.failure(tried, e);
        }
      }
    }
  }

  private void hold(Connection connection) throws SQLException, BackendException {
    for (Held held : fence.held()) {
      if (within(held) && held.store() instanceof RowStore rows) {
        Optional<StoredDocument> lock = rows.locked(connection, held.key());
        if (lock.isEmpty() || !held.token().equals(token(lock.get(), held))) {
          throw new BackendException(
              Code.LEASE_LOST,
              "the lock "
                  + held.key()
                  + (lock.isEmpty() ? " is gone" : " belongs to somebody else now"),
              "nothing more is written; look at the stage before starting again");
        }
      }
    }
  }

  /// Whether a lock lies where this transaction reaches it.
  private boolean within(Held held) {
    return held.store() instanceof RowStore rows && rows.database().equals(dialect.database());
  }

  private static String token(StoredDocument lock, Held held) {
    try {
      return Json.object(lock.content()).path(held.tokenField()).asText("");
    } catch (UnreadableDocumentException _) {
      return "";
    }
  }
}
