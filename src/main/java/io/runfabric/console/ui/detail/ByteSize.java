package io.runfabric.console.ui.detail;

import java.util.Locale;

/// Words a number of bytes.
public final class ByteSize {

  private static final int KILO = 1_000;

  private ByteSize() {}

  /// In one unit: `0 B`, `812 B`, `12.4 kB`, `3.1 MB`.
  public static String words(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= KILO && unit < 3) {
      value /= KILO;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", value, "kMGT".charAt(unit));
  }
}
