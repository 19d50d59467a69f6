package io.runfabric.console.backend;

import io.runfabric.console.backend.BackendException.Code;
import java.util.Map;

/// How many documents are read at once from a remote store: 32, or what `RUNFABRIC_CONSOLE_READS`
/// says (1 to 256).
public final class ReadsAtOnce {

  private static final String VARIABLE = "RUNFABRIC_CONSOLE_READS";
  private static final int DEFAULT = 32;
  private static final int MOST = 256;

  private ReadsAtOnce() {}

  /// @throws BackendException with [Code#INVALID] when the variable holds no such number
  public static int of(Map<String, String> environment) throws BackendException {
    String text = environment.getOrDefault(VARIABLE, "").strip();
    if (text.isEmpty()) {
      return DEFAULT;
    }
    try {
      int reads = Integer.parseInt(text);
      if (reads >= 1 && reads <= MOST) {
        return reads;
      }
    } catch (NumberFormatException _) {
      // Told below, like a number out of range.
    }
    throw new BackendException(
        Code.INVALID,
        VARIABLE + " is no whole number from 1 to " + MOST,
        "unset it, or set it to the number of reads to have under way at once");
  }
}
