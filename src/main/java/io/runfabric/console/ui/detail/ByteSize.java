package io.runfabric.console.ui.detail;

import java.util.Locale;

/// Words a number of bytes.
public final class ByteSize {

  private static final int KILO = 1_000;

  /// From here on, one decimal place would show a full thousand.
  private static final double NEXT_UNIT = 999.95;

  private ByteSize() {}

  /// In one unit: `0 B`, `812 B`, `12.4 kB`, `3.1 MB`.
  public static String words(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while ((unit < 0 || value >= NEXT_UNIT) && unit < 3) {
      value /= KILO;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", value, "kMGT".charAt(unit));
  }
}
