package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.checkup.ConditionProof;
import io.runfabric.console.backend.document.BucketReceiptLayout;
import io.runfabric.console.backend.document.EntryCollection;
import io.runfabric.console.backend.document.FileLocks;
import io.runfabric.console.backend.document.JournalCollection;
import io.runfabric.console.backend.document.RecordLayout;
import io.runfabric.console.backend.document.RecordLocks;

/// What a bucket keeps below a prefix, the same for every vendor.
///
/// @param source the id that references to documents in it carry
/// @param prefix as configured, with or without slashes at its ends
record Bucket(String source, DocumentStore store, String prefix) {

  EntryCollection receipts() {
    return new EntryCollection(source, store, new BucketReceiptLayout(root() + "receipts/"));
  }

  JournalCollection journals() {
    return new JournalCollection(source, store, root() + "journals/");
  }

  FileLocks locks() {
    return new FileLocks(source, store, root() + "locks/", false);
  }

  EntryCollection records() {
    return new EntryCollection(source, store, new RecordLayout(root()));
  }

  RecordLocks recordLocks() {
    return new RecordLocks(source, store, new RecordLayout(root()), false);
  }

  /// Tries this bucket's conditional writes before a lock in it is relied on.
  ConditionProof proof() {
    return new ConditionProof(store, root());
  }

  private String root() {
    return root(prefix);
  }

  /// What the keys of everything below a configured prefix start with.
  static String root(String prefix) {
    String trimmed = prefix.strip().replaceAll("^/+|/+$", "");
    return trimmed.isEmpty() ? "" : trimmed + "/";
  }
}
