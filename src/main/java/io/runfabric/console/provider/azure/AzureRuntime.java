package io.runfabric.console.provider.azure;

import java.util.Locale;

/// Azure's words for runtimes in those of the engine.
final class AzureRuntime {

  private AzureRuntime() {}

  /// @param stack `linuxFxVersion`, such as `Node|20` or `PYTHON|3.12`
  /// @return such as `nodejs20`; empty for a stack that the engine has no word for, such as a
  ///   container image
  static String ofStack(String stack) {
    int bar = stack.indexOf('|');
    return bar < 0 ? "" : of(stack.substring(0, bar), stack.substring(bar + 1));
  }

  static String of(String name, String version) {
    if (!version.matches("[0-9.]+(?:-lts)?")) {
      return "";
    }
    String number = version.replaceFirst("-lts$", "");
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "node" -> "nodejs" + number;
      case "python" -> "python" + number;
      case "java" -> "java" + number;
      default -> "";
    };
  }
}
