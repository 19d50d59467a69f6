package io.runfabric.console.operation;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.Lock.State;
import io.runfabric.console.model.Revision;
import java.util.Optional;

/// Locks as a listing tells them.
public final class SampleLocks {

  private SampleLocks() {}

  /// A lock of engine 2 in a file.
  public static Lock file(String service, String stage, State state, String key) {
    return of(service, stage, state, Source.FILE, key, Optional.empty(), Optional.empty());
  }

  /// @param alive whether the process runs here, for a lock of this machine
  public static Lock of(
      String service,
      String stage,
      State state,
      Source source,
      String key,
      Optional<Long> pid,
      Optional<Boolean> alive) {
    return new Lock(
        service,
        stage,
        "",
        pid.map(id -> "pid:" + id).orElse("ada"),
        "token",
        "deploy",
        "2026-03-01T11:00:00Z",
        "2026-03-01T11:15:00Z",
        "",
        state,
        source,
        pid,
        alive,
        "as it was found",
        new DocumentRef("local", key),
        Revision.ofText("lock"));
  }
}
