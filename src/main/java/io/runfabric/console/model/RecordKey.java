package io.runfabric.console.model;

import java.util.Optional;
import java.util.regex.Pattern;

/// Engine 1's address and its key below the root: `<service>/<stage>/<provider>.state.json`, the
/// lock beside it with `.lock` appended.
public record RecordKey(String service, String stage, String provider) {

  public static final String SUFFIX = ".state.json";
  public static final String LOCK_SUFFIX = SUFFIX + ".lock";

  private static final Pattern OUTSIDE = Pattern.compile("[^A-Za-z0-9._-]");

  /// The key: each part trimmed, characters outside `[A-Za-z0-9._-]` replaced by `-`.
  public String key() {
    return part(service) + "/" + part(stage) + "/" + part(provider) + SUFFIX;
  }

  /// One part as the engine writes it into a key.
  public static String part(String value) {
    return OUTSIDE.matcher(value.strip()).replaceAll("-");
  }

  /// The address a key tells; empty when it is no record's or lock's key.
  public static Optional<RecordKey> parse(String key) {
    String document =
        key.endsWith(LOCK_SUFFIX) ? key.substring(0, key.length() - ".lock".length()) : key;
    String[] parts = document.split("/", -1);
    if (parts.length != 3 || !parts[2].endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String provider = parts[2].substring(0, parts[2].length() - SUFFIX.length());
    return Optional.of(new RecordKey(parts[0], parts[1], provider));
  }
}
