package io.runfabric.console.operation.restore;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.RecordFormat;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.change.Wanted;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entries of a backup that are to be put back. All are looked at before any is used: one that
/// does not load, or is another service's, stops everything.
final class BackupEntries {

  private final String service;
  private final RestoreScope scope;
  private final List<Wanted> entries = new ArrayList<>();
  private Optional<BackendException> refusal = Optional.empty();

  private BackupEntries(String service, RestoreScope scope) {
    this.service = service;
    this.scope = scope;
  }

  static List<Wanted> of(
      Snapshot snapshot, String service, RestoreScope scope, Cancellation cancellation)
      throws BackendException, IOException, SnapshotException {
    BackupEntries reading = new BackupEntries(service, scope);
    snapshot.read(reading::take, cancellation);
    if (reading.refusal.isPresent()) {
      throw reading.refusal.get();
    }
    return List.copyOf(reading.entries);
  }

  private void take(SnapshotDocument document) {
    if (refusal.isPresent() || document.entry().isEmpty()) {
      return;
    }
    try {
      Wanted wanted = wanted(document);
      if (!scope.includes(wanted)) {
        return;
      }
      // Backups of the earlier engine hold records of several services; a receipt's place does not
      // tell its service, so another one's would take the place of this project's.
      if (wanted.service().equals(service)) {
        entries.add(wanted);
      } else if (wanted.kind() == EntryKind.RECEIPT) {
        refusal = Optional.of(otherService(wanted));
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

  private static Wanted wanted(SnapshotDocument document) throws UnreadableDocumentException {
    byte[] content = document.content();
    if (document.entry().orElseThrow().kind() == EntryKind.RECEIPT) {
      Receipt receipt = ReceiptFormat.read(content);
      return new Wanted(
          EntryKind.RECEIPT,
          receipt.service(),
          document.address().stage(),
          receipt.provider(),
          receipt.updatedAt(),
          content);
    }
    StateRecord record = RecordFormat.read(content);
    return new Wanted(
        EntryKind.RECORD,
        document.address().service(),
        document.address().stage(),
        document.address().provider(),
        record.updatedAt(),
        content);
  }

  private BackendException otherService(Wanted wanted) {
    return new BackendException(
        Code.INVALID,
        "the backup's "
            + wanted.name()
            + " is of service "
            + wanted.service()
            + ", this project's is "
            + service,
        "open the project it belongs to with -c");
  }
}
