package io.runfabric.console.config;

import java.util.List;
import java.util.function.BinaryOperator;

/// The effective settings of a project as rows to show.
public final class ConfigView {

  /// @param value as it may be shown
  public record Row(String key, String value, String origin) {}

  private ConfigView() {}

  /// @param shown what may be shown of a value, given its key and the value. The value of a setting
  ///   that came from a secret is asked for under `secret.` and its key, so that whoever masks by
  ///   key masks it.
  public static List<Row> rows(LoadedProject project, BinaryOperator<String> shown) {
    return project.settings().stream()
        .map(setting -> {
          String key = setting.sensitive() ? "secret." + setting.key() : setting.key();
          return new Row(setting.key(), shown.apply(key, setting.value()), setting.origin());
        })
        .toList();
  }
}
