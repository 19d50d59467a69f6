package io.runfabric.console.operation.activity;

import java.util.ArrayList;
import java.util.List;

/// What an operation says of itself while it works. Safe for use by several threads.
public final class Trace {

  private final List<String> changed = new ArrayList<>();
  private long count;
  private String snapshot = "";
  private String failure = "";

  /// Something was written or removed.
  ///
  /// @param what its key
  public synchronized void changed(String what) {
    count++;
    if (changed.size() < Activity.MOST_KEYS) {
      changed.add(what);
    }
  }

  /// Where a copy of what was there before lies.
  public synchronized void snapshot(String path) {
    snapshot = path;
  }

  /// The operation ends without an exception, but not as it was meant to.
  ///
  /// @param code such as `CONFLICT`
  public synchronized void failed(String code) {
    failure = code;
  }

  synchronized List<String> changedKeys() {
    return List.copyOf(changed);
  }

  synchronized long changedCount() {
    return count;
  }

  synchronized String snapshotPath() {
    return snapshot;
  }

  synchronized String failureCode() {
    return failure;
  }
}
