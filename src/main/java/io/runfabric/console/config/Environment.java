package io.runfabric.console.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables a project resolves against: the process's, over those of the `.env` beside the
/// file.
record Environment(Map<String, String> process, Map<String, String> dotEnv) {

  /// The value, possibly empty, when the variable is set.
  Optional<String> get(String name) {
    return Optional.ofNullable(process.get(name)).or(() -> Optional.ofNullable(dotEnv.get(name)));
  }

  /// The value without surrounding white space; a blank variable counts as unset.
  Optional<String> filled(String name) {
    return get(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /// `env NAME` or `.env NAME`.
  String origin(String name) {
    return (process.containsKey(name) ? "env " : ".env ") + name;
  }

  Map<String, String> merged() {
    Map<String, String> all = new HashMap<>(dotEnv);
    all.putAll(process);
    return Map.copyOf(all);
  }

  /// The names whose values come from `.env`.
  Set<String> ofDotEnv() {
    Set<String> names = new HashSet<>(dotEnv.keySet());
    names.removeAll(process.keySet());
    return Set.copyOf(names);
  }

  /// Shown without values, which may be secrets.
  @Override
  public String toString() {
    return "Environment[" + process.size() + " of the process, " + dotEnv.size() + " of .env]";
  }
}
