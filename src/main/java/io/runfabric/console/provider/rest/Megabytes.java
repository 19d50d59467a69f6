package io.runfabric.console.provider.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes of memory as Kubernetes, and Google after it, write them: `256M`, `512Mi`, `1Gi`, or
/// bytes.
public final class Megabytes {

  private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,15})(k|M|G|Ki|Mi|Gi)?");

  private Megabytes() {}

  /// Whole MB, empty when it is none. What was asked for in MB is told with either kind of unit, so
  /// both count alike: 1 G and 1 Gi are 1024.
  public static Optional<Long> of(String quantity) {
    Matcher parts = QUANTITY.matcher(quantity.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(parts.group(1));
    return Optional.of(
            switch (Optional.ofNullable(parts.group(2)).orElse("")) {
              case "k", "Ki" -> number / 1024;
              case "M", "Mi" -> number;
              case "G", "Gi" -> number * 1024;
              default -> number / (1024 * 1024);
            })
        .filter(size -> size > 0);
  }
}
