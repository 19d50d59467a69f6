package io.runfabric.console.backend.postgres;

import java.util.Map;

/// A connection string as libpq's keywords: `host` and `port` (lists with commas), `dbname`,
/// `user`, `password`, `sslmode` and so on. Both of its forms are read, `postgres://…` and
/// `key=value …`.
final class Dsn {

  private Dsn() {}

  /// @throws MalformedDsnException for text of neither form
  static Map<String, String> keywords(String text) throws MalformedDsnException {
    String trimmed = text.strip();
    for (String scheme : new String[] {"postgres://", "postgresql://"}) {
      if (trimmed.startsWith(scheme)) {
        return DsnUrl.keywords(trimmed.substring(scheme.length()));
      }
    }
    return DsnWords.keywords(trimmed);
  }
}
