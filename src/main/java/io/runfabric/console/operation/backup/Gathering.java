package io.runfabric.console.operation.backup;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.backend.ReadsAtOnce;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.document.OrderedReads;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.snapshot.SnapshotAddress;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotNames;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads everything of a project that belongs into a backup, each document once. What does not load
/// is kept back until the end.
final class Gathering {

  private final ProjectSession session;
  private final StateFilter filter;
  private final DocumentTarget target;
  private final Progress progress;
  private final Cancellation cancellation;
  private final ContentTally tally = new ContentTally();
  private final List<SnapshotDocument> unreadable = new ArrayList<>();

  Gathering(
      ProjectSession session,
      StateFilter filter,
      DocumentTarget target,
      Progress progress,
      Cancellation cancellation) {
    this.session = session;
    this.filter = filter;
    this.target = target;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  BackupPlan run() throws BackendException, IOException {
    progress.phase("reading");
    try {
      ListingSummary summary = session.documents(filter, this::entry, progress, cancellation);
      locks();
      journals();
      for (SnapshotDocument document : unreadable) {
        take(document, "");
      }
      return tally.plan(summary.otherServices());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void entry(EntryDocument found) {
    Entry entry = found.entry();
    SnapshotPart part =
        entry.kind() == EntryKind.RECEIPT ? SnapshotPart.RECEIPT : SnapshotPart.RECORD;
    SnapshotAddress address = EntryAddresses.of(entry);
    Optional<String> reason =
        entry.health() instanceof Health.Unreadable(String why)
            ? Optional.of(why)
            : SnapshotNames.problem(part, address);
    byte[] content = found.content().orElse(new byte[0]);
    if (reason.isPresent()) {
      tally.missing(entry.ref(), reason.get());
      keepBack(address, entry.ref(), reason.get(), content);
    } else {
      tally.stage(entry.stage());
      take(document(part, address, entry.ref(), content), entry.updatedAt());
    }
  }

  private void locks() throws BackendException {
    List<Lock> all =
        session.locks(filter, cancellation).stream()
            .filter(lock -> concerns(lock.service(), lock.ref()))
            .toList();
    for (SnapshotPart part : List.of(SnapshotPart.LOCK, SnapshotPart.STAGE_LOCK)) {
      List<Lock> ofPart =
          all.stream()
              .filter(lock -> (lock.source() == Lock.Source.RECORD) == (part == SnapshotPart.LOCK))
              .toList();
      read(ofPart, Lock::ref, (lock, stored) -> lock(part, lock, stored));
    }
  }

  // A lock that does not load does not make the backup partial: locks are not restored.
  private void lock(SnapshotPart part, Lock lock, StoredDocument stored) {
    SnapshotAddress address = new SnapshotAddress(lock.service(), lock.stage(), lock.provider());
    Optional<String> reason =
        broken(stored.content()).or(() -> SnapshotNames.problem(part, address));
    if (reason.isPresent()) {
      keepBack(address, lock.ref(), reason.get(), stored.content());
    } else {
      take(document(part, address, lock.ref(), stored.content()), "");
    }
  }

  private void journals() throws BackendException {
    List<Journal> journals =
        session.journals(filter, cancellation).stream()
            .filter(journal -> concerns(journal.service(), journal.ref()))
            .toList();
    read(journals, Journal::ref, this::journal);
  }

  private void journal(Journal journal, StoredDocument stored) {
    SnapshotAddress address = new SnapshotAddress(journal.service(), journal.stage(), "");
    Optional<String> reason =
        broken(stored.content()).or(() -> Optional.of(journal.health().reason()));
    if (reason.filter(why -> !why.isEmpty()).isPresent()) {
      tally.missing(journal.ref(), reason.get());
      keepBack(address, journal.ref(), reason.get(), stored.content());
    } else {
      take(document(SnapshotPart.JOURNAL, address, journal.ref(), stored.content()), "");
    }
  }

  // Shared buckets and tables hold those of other services too.
  private boolean concerns(String service, DocumentRef ref) {
    return filter.allServices()
        || filter.service().isPresent()
        || service.isEmpty()
        || ref.source().equals("local")
        || service.equals(session.project().service());
  }

  private interface Taking<T> {
    void take(T row, StoredDocument stored);
  }

  private interface Referring<T> {
    DocumentRef ref(T row);
  }

  private record Read<T>(T row, StoredDocument stored) {}

  /// Reads documents several at once. One that is gone by now is none any more; one whose bytes
  /// cannot be had has none.
  private <T> void read(List<T> rows, Referring<T> referring, Taking<T> taking)
      throws BackendException {
    int atOnce = ReadsAtOnce.of(session.project().environment());
    try (OrderedReads<Read<T>> reads =
        new OrderedReads<>(atOnce, read -> taking.take(read.row(), read.stored()), cancellation)) {
      for (T row : rows) {
        reads.submit(() -> stored(referring.ref(row)).map(stored -> new Read<>(row, stored)));
      }
      reads.finish();
    }
  }

  private Optional<StoredDocument> stored(DocumentRef ref) throws BackendException {
    try {
      return session.read(ref);
    } catch (BackendException e) {
      if (e.code() != BackendException.Code.UNREADABLE_DOCUMENT) {
        throw e;
      }
      return Optional.of(
          new StoredDocument(ref.key(), new byte[0], new io.runfabric.console.model.Revision("")));
    }
  }

  private static Optional<String> broken(byte[] content) {
    try {
      var _ = Json.object(content);
      return Optional.empty();
    } catch (UnreadableDocumentException e) {
      return Optional.of(e.reason());
    }
  }

  private void keepBack(SnapshotAddress address, DocumentRef ref, String reason, byte[] content) {
    unreadable.add(
        new SnapshotDocument(SnapshotPart.UNREADABLE, address, Optional.of(ref), reason, content));
  }

  private static SnapshotDocument document(
      SnapshotPart part, SnapshotAddress address, DocumentRef ref, byte[] content) {
    return new SnapshotDocument(part, address, Optional.of(ref), "", content);
  }

  private void take(SnapshotDocument document, String updatedAt) {
    try {
      tally.add(document);
      target.add(document, updatedAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
