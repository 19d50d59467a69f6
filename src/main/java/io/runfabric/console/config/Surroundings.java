package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the values of one project resolve against, and where the results are put down.
///
/// @param settings filled while reading
record Surroundings(
    Path folder, Environment environment, Texts texts, Problems problems, List<Setting> settings) {

  /// A variable that is set and not blank.
  Optional<Value> variable(String name) {
    return environment.filled(name).map(text -> Value.variable(text, name, environment));
  }

  /// Puts a setting down, unless it has no value.
  void list(String key, Value value) {
    if (!value.isEmpty()) {
      settings.add(new Setting(key, value.text(), value.origin(), value.secret()));
    }
  }

  @Override
  public String toString() {
    return "Surroundings[" + folder + "]";
  }
}
