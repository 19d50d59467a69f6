package io.runfabric.console.operation.drift;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What state is compared with, in the order it is looked at.
public enum Against {
  /// With itself: everything loads, agrees with its key, and nothing was left half-way.
  INTEGRITY,
  /// With what runfabric.yml says.
  CONFIG,
  /// With what was built.
  ARTIFACTS,
  /// Engine 1's state records with its deploy receipts.
  RECEIPTS,
  /// With what the provider says is there. Asks over the network.
  PROVIDER,
  /// With what answers at the URLs in it. Asks over the network.
  ENDPOINTS;

  /// Whether it takes requests over the network.
  public boolean online() {
    return this == PROVIDER || this == ENDPOINTS;
  }

  /// As on the command line and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one of this word.
  public static Optional<Against> of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
