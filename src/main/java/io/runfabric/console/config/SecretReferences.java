package io.runfabric.console.config;

import io.runfabric.console.config.Interpolated.Gravity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks secrets up: `secrets.KEY` of the file, following `secret://OTHER`, else the variable KEY.
/// A blank variable counts as unset. References into cloud vaults are named, never followed.
///
/// @param declared the `secrets:` block as written
record SecretReferences(Map<String, String> declared, Environment environment) {

  private static final int MOST_HOPS = 8;
  private static final String HOP = "secret://";
  private static final Set<String> VAULTS = Set.of("aws-sm", "gcp-sm", "azure-kv", "vault");

  /// The scheme of a text that refers to a vault this program cannot ask, or to a secret in a place
  /// where only `${secret:KEY}` is followed.
  static Optional<String> unresolvable(String text) {
    String start = text.strip();
    return Stream.concat(VAULTS.stream(), Stream.of("secret"))
        .filter(scheme -> start.startsWith(scheme + "://"))
        .findFirst();
  }

  /// @param trail the keys that led here, in order
  String value(String key, List<String> trail, Replacement within) {
    String quoted = "${secret:" + (trail.isEmpty() ? key : trail.getFirst()) + "}";
    if (trail.contains(key)) {
      within.flaw(
          Gravity.MALFORMED,
          quoted,
          "the secret leads back to itself: " + String.join(" → ", trail) + " → " + key,
          "give one of them a value");
      return "";
    }
    if (trail.size() > MOST_HOPS) {
      within.flaw(
          Gravity.MALFORMED,
          quoted,
          "the secret is more than " + MOST_HOPS + " hops away",
          "refer to the last secret directly");
      return "";
    }
    String written = declared.get(key);
    if (written != null) {
      return declaredValue(written.strip(), quoted, and(trail, key), within);
    }
    Optional<String> variable = environment.filled(key);
    if (variable.isEmpty()) {
      within.flaw(
          Gravity.UNRESOLVED,
          quoted,
          "the secret " + key + " is neither under `secrets:` nor a variable",
          "add `" + key + ": …` under `secrets:`, or set the variable " + key);
      return "";
    }
    return checked(variable.get(), quoted, within);
  }

  private String declaredValue(
      String written, String quoted, List<String> trail, Replacement within) {
    if (!written.startsWith(HOP)) {
      return checked(within.nested(written, trail), quoted, within);
    }
    String next = written.substring(HOP.length()).strip();
    if (Interpolation.isSecretKey(next)) {
      return value(next, trail, within);
    }
    within.flaw(
        Gravity.MALFORMED,
        quoted,
        "secrets." + trail.getLast() + " refers to no valid key",
        "write `secret://KEY`");
    return "";
  }

  private static String checked(String value, String quoted, Replacement within) {
    Optional<String> scheme = unresolvable(value);
    if (scheme.isEmpty()) {
      return value;
    }
    within.flaw(
        Gravity.UNRESOLVED,
        quoted,
        "the secret is kept at " + scheme.get() + "://, where it cannot be read from here",
        "set a variable to its value and write ${env:NAME}");
    return "";
  }

  private static List<String> and(List<String> trail, String key) {
    List<String> longer = new ArrayList<>(trail);
    longer.add(key);
    return longer;
  }

  @Override
  public String toString() {
    return "SecretReferences" + declared.keySet();
  }
}
