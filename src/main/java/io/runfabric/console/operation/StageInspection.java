package io.runfabric.console.operation;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything one stage has: its receipt, its state records, its locks and its journals, each with
/// its document as it may be shown.
public record StageInspection(
    String stage,
    List<Inspected<Entry>> receipts,
    List<Inspected<Entry>> records,
    List<Inspected<Lock>> locks,
    List<Inspected<Journal>> journals) {

  /// A row and its document; the document is empty when it vanished or cannot be read.
  public record Inspected<T>(T row, Optional<DocumentView> view) {}

  /// Reads the stage's state.
  public static StageInspection of(
      ProjectSession session,
      String stage,
      StateFilter filter,
      Redactor redactor,
      Cancellation cancellation)
      throws BackendException {
    StateFilter ofStage =
        new StateFilter(
            filter.service(), Optional.of(stage), filter.provider(), filter.allServices());
    List<Entry> entries = new ArrayList<>();
    session.entries(ofStage, entries::add, Progress.NONE, cancellation);
    List<Inspected<Entry>> receipts = new ArrayList<>();
    List<Inspected<Entry>> records = new ArrayList<>();
    for (Entry entry : entries) {
      (entry.kind() == EntryKind.RECEIPT ? receipts : records)
          .add(inspected(entry, () -> DocumentView.entry(session, entry, redactor)));
    }
    List<Inspected<Lock>> locks = new ArrayList<>();
    for (Lock lock : session.locks(ofStage, cancellation)) {
      locks.add(inspected(lock, () -> DocumentView.plain(session, lock.ref(), redactor)));
    }
    List<Inspected<Journal>> journals = new ArrayList<>();
    for (Journal journal : session.journals(ofStage, cancellation)) {
      journals.add(inspected(journal, () -> DocumentView.plain(session, journal.ref(), redactor)));
    }
    return new StageInspection(stage, receipts, records, locks, journals);
  }

  /// Whether the stage has nothing at all.
  public boolean isEmpty() {
    return receipts.isEmpty() && records.isEmpty() && locks.isEmpty() && journals.isEmpty();
  }

  private interface Reading {
    Optional<DocumentView> read() throws BackendException;
  }

  private static <T> Inspected<T> inspected(T row, Reading reading) throws BackendException {
    try {
      return new Inspected<>(row, reading.read());
    } catch (BackendException e) {
      if (e.code() != BackendException.Code.UNREADABLE_DOCUMENT) {
        throw e;
      }
      return new Inspected<>(row, Optional.empty());
    }
  }
}
