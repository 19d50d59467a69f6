package io.runfabric.console.backend.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// A connection for one transaction. What is not committed when it is closed never happened.
public interface Session extends AutoCloseable {

  Connection connection();

  @Override
  void close() throws SQLException;
}
