package io.runfabric.console.backend;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store that may keep earlier versions of its documents.
public interface VersionedStore extends DocumentStore {

  /// One kept version of a document.
  ///
  /// @param id the store's own name for it
  /// @param at when it was written
  /// @param size in bytes; 0 for a deletion
  /// @param latest whether it is what [DocumentStore#get] sees
  /// @param deletion whether it says that the document was removed then
  record DocumentVersion(String id, Instant at, long size, boolean latest, boolean deletion) {}

  /// The versions of a document, newest first; empty where the store keeps none.
  List<DocumentVersion> versions(String key) throws BackendException;

  /// The document as it was in one version; empty when there is no such version, or it is a
  /// deletion. The revision is the one the document had then.
  Optional<StoredDocument> version(String key, String id) throws BackendException;

  /// Removes one version for good. Only for documents the console wrote for itself: what it keeps
  /// for others is never taken out of a history.
  void forget(String key, String id) throws BackendException;
}
