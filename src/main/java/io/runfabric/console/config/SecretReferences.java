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
record SecretReferences(
    Map<String, String> declared, Environment environment, Interpolation interpolation) {

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
  String value(String key, List<String> trail, Interpolation.Pass pass) {
    String quoted = "${secret:" + (trail.isEmpty() ? key : trail.getFirst()) + "}";
    if (trail.contains(key)) {
      pass.flaw(
          Gravity.MALFORMED,
          quoted,
          "the secret leads back to itself: " + String.join(" → ", trail) + " → " + key,
          "give one of them a value");
      return "";
    }
    if (trail.size() > MOST_HOPS) {
      pass.flaw(
          Gravity.MALFORMED,
          quoted,
          "the secret is more than " + MOST_HOPS + " hops away",
          "refer to the last secret directly");
      return "";
    }
    String written = declared.get(key);
    if (written != null) {
      return declaredValue(written.strip(), quoted, and(trail, key), pass);
    }
    Optional<String> variable = environment.filled(key);
    if (variable.isEmpty()) {
      pass.flaw(
          Gravity.UNRESOLVED,
          quoted,
          "the secret " + key + " is neither under `secrets:` nor a variable",
          "add `" + key + ": …` under `secrets:`, or set the variable " + key);
      return "";
    }
    return checked(variable.get(), quoted, pass);
  }

  private String declaredValue(
      String written, String quoted, List<String> trail, Interpolation.Pass pass) {
    if (!written.startsWith(HOP)) {
      return checked(pass.nested(written, trail), quoted, pass);
    }
    String next = written.substring(HOP.length()).strip();
    if (Interpolation.isSecretKey(next)) {
      return value(next, trail, pass);
    }
    pass.flaw(
        Gravity.MALFORMED,
        quoted,
        "secrets." + trail.getLast() + " refers to no valid key",
        "write `secret://KEY`");
    return "";
  }

  private static String checked(String value, String quoted, Interpolation.Pass pass) {
    unresolvable(value)
        .ifPresent(scheme ->
            pass.flaw(
                Gravity.UNRESOLVED,
                quoted,
                "the secret is a " + scheme + ":// reference, which cannot be resolved here",
                "set a variable to its value and refer to that"));
    return value;
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
