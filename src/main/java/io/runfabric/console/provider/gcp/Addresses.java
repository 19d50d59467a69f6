package io.runfabric.console.provider.gcp;

import java.util.List;
import java.util.Locale;

/// One thing answers at several addresses; the receipt knows one of them.
final class Addresses {

  private Addresses() {}

  /// @return the recorded address if it is one of these, else the first that is not empty; empty
  ///   when there is none
  static String pick(List<String> all, String recorded) {
    return all.stream()
        .filter(address -> !address.isEmpty() && plain(address).equals(plain(recorded)))
        .findFirst()
        .or(() -> all.stream().filter(address -> !address.isEmpty()).findFirst())
        .orElse("");
  }

  private static String plain(String address) {
    return address.strip().replaceAll("/+$", "").toLowerCase(Locale.ROOT);
  }
}
