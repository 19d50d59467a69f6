package io.runfabric.console.operation.activity;

import io.runfabric.console.operation.user.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One operation that changed something, or tried to.
///
/// @param at when it began
/// @param pid of the console
/// @param changed how many things were written or removed
/// @param keys the first [#MOST_KEYS] of them
/// @param errorCode why it did not end well, such as `CONFLICT`; empty when it did
/// @param snapshot where a copy of what was there before lies; empty when none was made
public record Activity(
    Instant at,
    UserName who,
    long pid,
    Doing doing,
    Result result,
    String errorCode,
    long milliseconds,
    long changed,
    List<String> keys,
    String snapshot) {

  /// How many keys a line names.
  public static final int MOST_KEYS = 100;

  /// How an operation ended.
  public enum Result {
    OK,
    FAILED,
    CANCELLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
