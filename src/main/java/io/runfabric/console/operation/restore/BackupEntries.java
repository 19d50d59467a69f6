package io.runfabric.console.operation.restore;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.change.Feed;
import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.Wanted;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The entries of a backup that are to be put back. One that does not load, or is another
/// service's, stops the reading.
final class BackupEntries implements Feed<SnapshotException> {

  private final Snapshot snapshot;
  private final String service;
  private final RestoreScope scope;
  private final Map<String, Long> otherServices = new TreeMap<>();
  private Optional<BackendException> refusal = Optional.empty();

  BackupEntries(Snapshot snapshot, String service, RestoreScope scope) {
    this.snapshot = snapshot;
    this.service = service;
    this.scope = scope;
  }

  @Override
  public void each(Sink sink, Cancellation cancellation)
      throws BackendException, SnapshotException {
    otherServices.clear();
    try {
      snapshot.read(document -> take(document, sink), cancellation);
    } catch (IOException e) {
      throw new BackendException(
              Code.UNREACHABLE, "the backup cannot be read", "check the file and try again")
          .causedBy(e);
    }
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /// What the backup holds beside this project's, by service.
  Map<String, Long> otherServices() {
    return Map.copyOf(otherServices);
  }

  private void take(SnapshotDocument document, Sink sink) {
    if (refusal.isPresent() || document.entry().isEmpty()) {
      return;
    }
    try {
      Wanted wanted = OneEntry.wanted(document.entry().get(), document.content());
      if (!scope.includes(wanted)) {
        return;
      }
      // Backups of the earlier engine hold records of several services; a receipt's place does not
      // tell its service, so another one's would take the place of this project's.
      if (wanted.service().equals(service)) {
        sink.take(wanted, document.content());
      } else if (wanted.part() == Part.RECEIPT) {
        refusal = Optional.of(otherService(wanted, "the backup's ", service));
      } else {
        otherServices.merge(wanted.service(), 1L, Long::sum);
      }
    } catch (UnreadableDocumentException e) {
      refusal =
          Optional.of(
              new BackendException(
                  Code.DAMAGED,
                  "the backup's " + document.address().text() + " does not load: " + e.reason(),
                  "leave it out with --only, or use another backup"));
    }
  }

  static BackendException otherService(Wanted wanted, String of, String service) {
    return new BackendException(
        Code.INVALID,
        of
            + wanted.name()
            + " is of service "
            + wanted.service()
            + ", this project's is "
            + service,
        "open the project it belongs to with -c");
  }
}
