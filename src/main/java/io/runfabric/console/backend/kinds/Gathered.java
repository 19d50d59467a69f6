package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.document.ComposedBackend.Parts;
import io.runfabric.console.backend.document.ComposedBackend.Workspaces;
import io.runfabric.console.backend.document.EntryCollection;
import io.runfabric.console.backend.document.FileLocks;
import io.runfabric.console.backend.document.JournalCollection;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.model.EntryKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parts of one project's backend while it is put together.
final class Gathered {

  static final String LOCAL = "local";
  static final String RECORDS = "records";

  final Map<String, DocumentStore> stores = new LinkedHashMap<>();
  final List<EntryCollection> entries = new ArrayList<>();
  final List<JournalCollection> journals = new ArrayList<>();
  final List<LockCollection> locks = new ArrayList<>();
  final List<StageLock> receiptLocks = new ArrayList<>();
  final List<StageLock> recordLocks = new ArrayList<>();
  final List<Path> watched = new ArrayList<>();
  final LocalDocumentStore projectFolder;
  final LockTerms terms;
  Workspaces workspaces = List::of;

  Gathered(LocalDocumentStore projectFolder, LockTerms terms) {
    this.projectFolder = projectFolder;
    this.terms = terms;
    stores.put(LOCAL, projectFolder);
  }

  /// Engine 2's journals and locks lie in the project's folder whatever the kind.
  void localFiles() {
    journals.add(new JournalCollection(LOCAL, projectFolder, ".runfabric/journals/"));
    FileLocks files = new FileLocks(LOCAL, projectFolder, ".runfabric/locks/", true);
    locks.add(files);
    // The nearest first: it is the one that most often is taken.
    receiptLocks.addFirst(files.lock(terms));
  }

  Parts parts(BackendKind kind, String location) {
    return new Parts(
        kind,
        location,
        Map.copyOf(stores),
        List.copyOf(entries),
        List.copyOf(journals),
        List.copyOf(locks),
        Map.of(
            EntryKind.RECEIPT, List.copyOf(receiptLocks),
            EntryKind.RECORD, List.copyOf(recordLocks)),
        workspaces,
        terms.format(),
        List.copyOf(watched));
  }

  void close() {
    stores.values().forEach(DocumentStore::close);
  }
}
