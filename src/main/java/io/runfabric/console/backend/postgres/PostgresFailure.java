package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// A failure of the driver in the words of the backend room, told by its SQLSTATE. The driver's own
/// messages may quote what was sent, so none is passed on.
///
/// @param table its name for people
/// @param name its name for SQL
/// @param statement what failed, if somebody with more privileges could run it instead
record PostgresFailure(
    PostgresDatabase database, String table, TableName name, Optional<String> statement) {

  /// The error for a failed attempt.
  ///
  /// @param tried such as `read ops.receipts`
  BackendException of(String tried, SQLException failure) {
    Target target = target();
    String doing = "cannot " + tried + " (postgres " + target.place() + ", table " + table + "): ";
    Told told = told(target, failure);
    return new BackendException(told.code(), doing + told.what(), told.remedy()).causedBy(failure);
  }

  private record Told(Code code, String what, String remedy) {}

  private Told told(Target target, SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return switch (state) {
      case "28P01", "28000" ->
          new Told(
              Code.DENIED,
              "the user or the password is not accepted, or not from this machine",
              "check user, password and sslmode in "
                  + variable()
                  + ", and the server's pg_hba.conf");
      case "3D000" ->
          new Told(
              Code.NOT_FOUND,
              "the database does not exist",
              "create it, or name another one in " + variable());
      case "3F000" ->
          new Told(
              Code.NOT_FOUND,
              "the schema does not exist",
              "create it with CREATE SCHEMA, or name another one in runfabric.yml");
      case "42P01" ->
          new Told(Code.NOT_FOUND, "the table was removed meanwhile", "list the state again");
      case "42501" -> new Told(Code.DENIED, "permission is missing", grant(target));
      case "25006" ->
          new Told(
              Code.DENIED,
              "the server takes no writes, as a standby does",
              "name the primary in "
                  + variable()
                  + ", or all hosts with"
                  + " target_session_attrs=read-write");
      case "40001", "40P01" ->
          new Told(
              Code.CONFLICT,
              "other transactions kept changing the same rows",
              "look at what is stored now, then decide again");
      case "55P03" ->
          new Told(
              Code.UNREACHABLE,
              "another transaction keeps the row or the table locked",
              "wait for it to end and try again");
      case "57014", "25P03", "25P04" ->
          new Told(
              Code.UNREACHABLE,
              "the server ended the statement, for it took too long",
              "try again, or raise the server's time limits");
      case "57P01", "57P02", "57P03" ->
          new Told(
              Code.UNREACHABLE, "the server is starting or shutting down", "try again in a moment");
      case "53300" ->
          new Told(
              Code.UNREACHABLE,
              "the server has no connection left",
              "try again later, or close other clients");
      case "22P05", "22P02", "22021", "22003", "54001", "54000" ->
          new Told(
              Code.INVALID, unfit(state), "write the document otherwise, or to another backend");
      case "08004" -> rejected(target);
      default -> state.startsWith("08") ? unanswered(target, failure) : other(state);
    };
  }

  private Told rejected(Target target) {
    if (!target.hasPassword()) {
      return new Told(
          Code.DENIED,
          "the server asks for a password and there is none",
          "put it into " + variable() + ", or into PGPASSWORD");
    }
    return new Told(
        Code.DENIED,
        "the server refuses the way of signing on, or offers no TLS (sslmode "
            + target.sslMode()
            + ")",
        "check sslmode and channel_binding in " + variable() + ", and the server's settings");
  }

  private Told unanswered(Target target, SQLException failure) {
    if (caused(failure, UnknownHostException.class)) {
      return unreachable("the host name is unknown", "check the host in " + variable());
    }
    if (caused(failure, FileNotFoundException.class)
        || caused(failure, NoSuchFileException.class)) {
      return new Told(
          Code.DENIED,
          "a file that sslrootcert, sslcert or sslkey names cannot be read",
          "check these names in " + variable() + ", and the permissions of the files");
    }
    if (caused(failure, SSLException.class) || caused(failure, GeneralSecurityException.class)) {
      return untrusted(target);
    }
    if (caused(failure, SocketTimeoutException.class)) {
      return unreachable("no answer in time", "check host, port and network, then try again");
    }
    if (caused(failure, ConnectException.class) || caused(failure, NoRouteToHostException.class)) {
      return unreachable(
          "the connection is refused",
          "check host and port in " + variable() + ", and that the server runs");
    }
    if (failure.getCause() == null && target.sslMode().startsWith("verify-")) {
      return untrusted(target);
    }
    return unreachable(
        "the connection broke",
        "check the network; look at what is stored before trying a write again");
  }

  private Told untrusted(Target target) {
    return unreachable(
        "no trusted TLS connection (sslmode " + target.sslMode() + ")",
        "name the authority's certificate with sslrootcert in "
            + variable()
            + ", and the host as the server's certificate does");
  }

  private static Told unreachable(String what, String remedy) {
    return new Told(Code.UNREACHABLE, what, remedy);
  }

  private static String unfit(String state) {
    return switch (state) {
      case "22P05" -> "the column cannot hold a character of the document, such as \\u0000";
      case "22021" -> "the document holds a zero byte, or a character the database cannot hold";
      case "22P02" -> "the column holds JSON only, and the document is none";
      default -> "the document is nested too deep, too large or holds a number out of range";
    };
  }

  private String grant(Target target) {
    String user = new Identifier(target.user()).quoted();
    String rights = "GRANT SELECT, INSERT, UPDATE, DELETE ON " + name.quoted() + " TO " + user;
    return statement.isPresent()
        ? "have somebody who may create tables run: " + statement.get() + "; " + rights
        : "have the table's owner run: " + rights + "; the schema takes USAGE";
  }

  private static Told other(String state) {
    return new Told(
        Code.DAMAGED,
        "the server refused with " + (state.isEmpty() ? "an error" : "SQLSTATE " + state),
        "check that the table has the columns the engine gives it, and see --verbose");
  }

  private Target target() {
    try {
      return database.target();
    } catch (BackendException e) {
      throw new IllegalStateException("what was connected to has a connection string", e);
    }
  }

  private String variable() {
    return database.variable();
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause).anyMatch(type::isInstance);
  }
}
