package io.runfabric.console.backend;

import io.runfabric.console.model.Revision;
import java.util.Optional;
import java.util.function.Consumer;

/// Documents under keys, written only on a condition: all that a place must offer to keep state.
///
/// What an implementation must guarantee:
///
/// - [#get] returns a whole document or none, never a part of one.
/// - [#put] is one compare-and-swap: of several writers with the same precondition one wins, the
///   others get [BackendException.Code#CONFLICT]; a crash leaves the old document or the new one.
/// - Both ask the fence as late as they can; where it no longer stands nothing is written.
/// - [#list] names every document in the range, also those that cannot be read.
/// - Nothing is created by reading.
///
/// Implementations may be used by several threads at once.
public interface DocumentStore extends AutoCloseable {

  /// A part of a store: the keys that start with a prefix, and whether also those in folders
  /// further down.
  record Range(String prefix, boolean deep) {}

  /// One listed document; the content comes along where the store sends it anyway.
  ///
  /// @param version what the listing tells of its version: another text whenever the document is
  ///   another; empty where it tells nothing
  record Listed(String key, Optional<StoredDocument> content, String version) {

    /// A document of which a listing tells the name only.
    public static Listed named(String key) {
      return new Listed(key, Optional.empty(), "");
    }

    /// A document of which a listing tells the version too.
    public static Listed at(String key, String version) {
      return new Listed(key, Optional.empty(), version);
    }

    /// A document that a listing brings along.
    public static Listed whole(StoredDocument document) {
      return new Listed(document.key(), Optional.of(document), document.revision().value());
    }
  }

  /// Where this store is, for people: a path, a URL without credentials.
  String location();

  /// Hands over the documents of a range, by ascending key.
  void list(Range range, Consumer<Listed> sink, Cancellation cancellation) throws BackendException;

  /// The document under a key, if there is one.
  ///
  /// @throws BackendException with [BackendException.Code#UNREADABLE_DOCUMENT] when there is one
  ///   that cannot be read
  Optional<StoredDocument> get(String key) throws BackendException;

  /// Writes a document if the precondition holds and the fence still stands.
  Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException;

  /// Removes a document if it still is at this revision and the fence still stands.
  void delete(String key, Revision expected, Fence fence) throws BackendException;

  /// Whether its conditions can be relied on more when a document is replaced than when one is
  /// removed, so that who takes another's place should replace what was there.
  default boolean replacesBetterThanItRemoves() {
    return false;
  }

  /// Writes a document that no lock protects.
  default Revision put(String key, byte[] content, Precondition precondition)
      throws BackendException {
    return put(key, content, precondition, Fence.NONE);
  }

  /// Removes a document that no lock protects.
  default void delete(String key, Revision expected) throws BackendException {
    delete(key, expected, Fence.NONE);
  }

  /// How many reads to have under way at once when many documents are read.
  int readsAtOnce();

  /// How many writes to have under way at once when many documents are written.
  default int writesAtOnce() {
    return readsAtOnce();
  }

  @Override
  void close();
}
