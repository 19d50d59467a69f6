package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A name of a table or schema: a checked one of the configuration, or one the database told. In
/// SQL it always stands in double quotes.
record Identifier(String name) {

  /// PostgreSQL cuts longer names off without a word.
  static final int MOST_BYTES = 63;

  private static final Pattern CHECKED = Pattern.compile("[\\p{L}\\p{N}_$-]+");
  private static final Pattern UNQUOTED = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  /// @param setting where the name comes from, such as `backend.postgresTable`
  /// @throws BackendException with [Code#INVALID]
  static Identifier checked(String setting, String name) throws BackendException {
    if (!CHECKED.matcher(name).matches()) {
      throw new BackendException(
          Code.INVALID,
          setting + " is no name of a table or schema",
          "use letters, digits, '_', '$' and '-', and at most one '.' between schema and table");
    }
    if (bytes(name) > MOST_BYTES) {
      throw new BackendException(
          Code.INVALID,
          setting + " has a name of more than 63 bytes, which PostgreSQL would cut off",
          "use a shorter name");
    }
    return new Identifier(name);
  }

  /// The name PostgreSQL makes of this one where it stands without quotes.
  Identifier folded() {
    if (!UNQUOTED.matcher(name).matches()) {
      return this;
    }
    StringBuilder folded = new StringBuilder();
    name.codePoints().forEach(c -> folded.appendCodePoint(c < 128 ? Character.toLowerCase(c) : c));
    return new Identifier(folded.toString());
  }

  /// This name with a suffix; the name is cut so that the whole has at most 63 bytes.
  Identifier with(String suffix) {
    String start = name;
    while (bytes(start) > MOST_BYTES - suffix.length()) {
      start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
    }
    return new Identifier(start + suffix);
  }

  String quoted() {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
