package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a table is looked for, and where it would be created.
sealed interface TablePlace {

  /// Its name for people.
  String shown();

  /// Its most likely name, for advice that is given without asking the database.
  TableName likely();

  /// The table, if it exists.
  Optional<TableName> existing(Connection connection) throws SQLException;

  /// The table that would be created.
  TableName created(Connection connection) throws SQLException;

  /// A table by its name from the configuration.
  ///
  /// @param candidates the first that exists is the table; where none does, the first is created
  record Named(String shown, List<TableName> candidates) implements TablePlace {

    @Override
    public TableName likely() {
      return candidates.getFirst();
    }

    @Override
    public Optional<TableName> existing(Connection connection) throws SQLException {
      for (TableName candidate : candidates) {
        Optional<TableName> found = find(connection, candidate);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    @Override
    public TableName created(Connection connection) {
      return candidates.getFirst();
    }
  }

  /// A table in the schema of another one, named after it, wherever the search path led to that.
  record Beside(Named other, String suffix) implements TablePlace {

    @Override
    public String shown() {
      return other.shown() + suffix;
    }

    @Override
    public TableName likely() {
      return new TableName(other.likely().schema(), other.likely().table().with(suffix));
    }

    @Override
    public Optional<TableName> existing(Connection connection) throws SQLException {
      return find(connection, created(connection));
    }

    @Override
    public TableName created(Connection connection) throws SQLException {
      TableName beside = other.existing(connection).orElse(other.created(connection));
      Optional<Identifier> schema = beside.schema();
      return new TableName(
          schema.isPresent() ? schema : currentSchema(connection), beside.table().with(suffix));
    }
  }

  /// The table of `backend.postgresTable`. Engine 2 writes the name into its statements without
  /// quotes, so PostgreSQL makes lower case of it; that table is taken first, and it is the one
  /// that is created. Only where it does not exist, one of exactly the configured name is taken. A
  /// part that is configured in double quotes is taken exactly as it is.
  static Named ofEngine2(String configured) throws BackendException {
    String setting = "backend.postgresTable";
    String[] parts = configured.split("\\.", -1);
    if (parts.length > 2) {
      throw new BackendException(
          Code.INVALID,
          setting + " has more than one '.'",
          "write the table, or the schema and the table with a '.' between them");
    }
    Identifier[] exact = new Identifier[parts.length];
    Identifier[] folded = new Identifier[parts.length];
    for (int i = 0; i < parts.length; i++) {
      boolean quoted = parts[i].matches("\"[^\"]*\"");
      exact[i] =
          Identifier.checked(
              setting, quoted ? parts[i].substring(1, parts[i].length() - 1) : parts[i]);
      folded[i] = quoted ? exact[i] : exact[i].folded();
    }
    return new Named(
        String.join(".", Stream.of(exact).map(Identifier::name).toList()),
        Stream.of(TableName.of(folded), TableName.of(exact)).distinct().toList());
  }

  /// The table of `state.postgres`, whose names engine 1 quotes.
  static Named ofEngine1(String schema, String table) throws BackendException {
    TableName exact =
        new TableName(
            Optional.of(Identifier.checked("state.postgres.schema", schema)),
            Identifier.checked("state.postgres.table", table));
    return new Named(schema + "." + table, List.of(exact));
  }

  private static Optional<TableName> find(Connection connection, TableName name)
      throws SQLException {
    String sql =
        "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
            + " ON n.oid = c.relnamespace WHERE c.oid = pg_catalog.to_regclass(?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name.quoted());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new TableName(
                    Optional.of(new Identifier(rows.getString(1))),
                    new Identifier(rows.getString(2))))
            : Optional.empty();
      }
    }
  }

  private static Optional<Identifier> currentSchema(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT current_schema()");
        ResultSet rows = select.executeQuery()) {
      return rows.next() && rows.getString(1) != null
          ? Optional.of(new Identifier(rows.getString(1)))
          : Optional.empty();
    }
  }
}
