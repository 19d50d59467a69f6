package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.lock.SeveralLeases;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.LockFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The locks of all stages that a plan changes, held as one.
final class StageLeases {

  private record Locked(EntryKind kind, String service, String stage, String provider) {

    static Locked of(PlannedChange change) {
      boolean receipt = change.kind() == EntryKind.RECEIPT;
      return new Locked(
          change.kind(), change.service(), change.stage(), receipt ? "" : change.provider());
    }

    LockRequest request(String operation) {
      return new LockRequest(service, stage, provider, operation, LockFormat.DEFAULT_LEASE);
    }
  }

  private StageLeases() {}

  /// Takes the lock that the engine would take for each of these entries, or none. In a fixed
  /// order, so that two who want the same ones never wait for each other.
  static Lease take(StateBackend backend, List<PlannedChange> changes, String operation)
      throws BackendException {
    List<Locked> wanted =
        changes.stream()
            .map(Locked::of)
            .distinct()
            .sorted(
                Comparator.comparing(Locked::kind)
                    .thenComparing(Locked::service)
                    .thenComparing(Locked::stage)
                    .thenComparing(Locked::provider))
            .toList();
    List<Lease> taken = new ArrayList<>();
    try {
      for (Locked one : wanted) {
        taken.add(backend.lock(one.kind(), one.request(operation), /* steal= */ false));
      }
      return SeveralLeases.of(taken, wanted.getFirst().request(operation));
    } catch (BackendException e) {
      try {
        SeveralLeases.of(taken, wanted.getFirst().request(operation)).release();
      } catch (BackendException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }
}
