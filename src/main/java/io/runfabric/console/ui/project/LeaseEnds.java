package io.runfabric.console.ui.project;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Notices that a lock shown as held has run out, so that its state is read anew. Each lock is
/// reported once, however it is judged then.
public final class LeaseEnds {

  private final Map<DocumentRef, Revision> reported = new HashMap<>();

  /// Whether a lease ended since the last call.
  public boolean passed(List<Lock> locks, Instant now) {
    boolean found = false;
    for (Lock lock : locks) {
      if (lock.state() == Lock.State.HELD
          && Timestamps.parse(lock.expiresAt()).filter(now::isAfter).isPresent()) {
        found |= !lock.revision().equals(reported.put(lock.ref(), lock.revision()));
      }
    }
    return found;
  }
}
