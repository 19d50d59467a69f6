package io.runfabric.console.config;

import io.runfabric.console.config.RecordSettings.LockRules;
import java.time.Duration;
import java.util.regex.Pattern;

/// `state.lock`, how engine 1's locks age. Times below their least are raised to it, as the engine
/// does, with a warning.
final class LockBlock {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final Surroundings around;
  private final BlockReader keys;

  LockBlock(Block block, Surroundings around) {
    this.around = around;
    this.keys = new BlockReader(block, around);
  }

  LockRules resolve() {
    boolean enabled = new Switch(keys, around).read("enabled", true);
    int timeout = seconds("timeoutSeconds", 30, 1);
    int heartbeat = seconds("heartbeatSeconds", Math.max(1, timeout / 3), 1);
    int stale = seconds("staleAfterSeconds", 2 * timeout, timeout);
    keys.checkRest(KnownKeys.LOCK);
    return new LockRules(
        enabled,
        Duration.ofSeconds(timeout),
        Duration.ofSeconds(heartbeat),
        Duration.ofSeconds(stale));
  }

  private int seconds(String key, int standard, int least) {
    Value value = keys.find(key).or(Integer.toString(standard));
    if (!SECONDS.matcher(value.text()).matches()) {
      around
          .problems()
          .error(
              value.place(),
              keys.key(key),
              value.shown(),
              "this must be a whole number of seconds",
              "write `" + key + ": " + standard + "`");
      return standard;
    }
    int given = Integer.parseInt(value.text());
    if (given < least) {
      around
          .problems()
          .warning(
              value.place(),
              keys.key(key),
              value.shown(),
              "the least is " + least + " seconds, which is used instead",
              "write `" + key + ": " + least + "` or more");
    }
    int used = Math.max(given, least);
    keys.listed(
        key,
        new Value(
            Integer.toString(used), value.origin(), value.secret(), value.place(), value.shown()));
    return used;
  }
}
