package io.runfabric.console.config;

import java.util.Locale;

/// Reads keys that are on or off.
record Switch(BlockReader keys, Surroundings around) {

  boolean read(String key, boolean standard) {
    Value value = keys.find(key).or(Boolean.toString(standard));
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> listed(key, value, true);
      case "false", "no", "off" -> listed(key, value, false);
      case String _ -> {
        around
            .problems()
            .error(
                value.place(),
                keys.key(key),
                value.shown(),
                "this must be true or false",
                "write `" + key + ": " + standard + "` or `" + key + ": " + !standard + "`");
        yield standard;
      }
    };
  }

  private boolean listed(String key, Value value, boolean on) {
    keys.listed(
        key,
        new Value(
            Boolean.toString(on), value.origin(), value.secret(), value.place(), value.shown()));
    return on;
  }
}
