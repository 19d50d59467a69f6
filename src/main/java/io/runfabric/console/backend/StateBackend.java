package io.runfabric.console.backend;

import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Revision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything one project's backend configuration keeps: the entries of both engine generations,
/// journals and locks, wherever the kind puts each.
///
/// What every kind must guarantee, and the contract test checks:
///
/// - Listing names every entry, ordered by key; one that does not load is a row with its reason.
/// - Reading creates and changes nothing: no folder, no table, no file.
/// - [#write] and [#delete] happen only under their precondition, else
///   [BackendException.Code#CONFLICT], and never leave half a document.
/// - Documents come back byte for byte, or equal in JSON where the store keeps JSON only.
public interface StateBackend extends AutoCloseable {

  /// The kind that keeps receipts.
  BackendKind kind();

  /// Where receipts are kept, for people; without credentials.
  String location();

  /// Hands over every entry as it is read, receipts first, each generation by ascending key.
  ///
  /// @throws java.util.concurrent.CancellationException once cancelled
  default void entries(Consumer<Entry> sink, Cancellation cancellation) throws BackendException {
    documents(document -> sink.accept(document.entry()), cancellation);
  }

  /// As [#entries], each with its stored bytes; no more of them are held than are read at once.
  void documents(Consumer<EntryDocument> sink, Cancellation cancellation) throws BackendException;

  /// Every journal, by key.
  List<Journal> journals(Cancellation cancellation) throws BackendException;

  /// Where a journal goes that is set aside at a moment, in the store that holds the journal.
  DocumentRef journalArchive(DocumentRef journal, Instant moment) throws BackendException;

  /// What was set aside of a journal's stage earlier, by key.
  List<DocumentRef> journalArchives(DocumentRef journal, Cancellation cancellation)
      throws BackendException;

  /// Every lock of every source, by key, judged by the present moment.
  List<Lock> locks(Cancellation cancellation) throws BackendException;

  /// The workspace ids in a shared database; empty for kinds that have none.
  List<WorkspaceRows> workspaces() throws BackendException;

  /// The stored bytes of a document.
  Optional<StoredDocument> read(DocumentRef ref) throws BackendException;

  /// The versions that the store of a document keeps of it, newest first: absent where such a store
  /// never keeps any, as files and rows, and none where it could and was not told to.
  Optional<List<DocumentVersion>> versions(DocumentRef ref) throws BackendException;

  /// A document as it was in one version; empty when there is no such version, or it is a deletion.
  Optional<StoredDocument> version(DocumentRef ref, String id) throws BackendException;

  /// Where an entry with this address is kept, or would be.
  DocumentRef locate(EntryAddress address) throws BackendException;

  /// Where the journal of a stage is kept, or would be.
  DocumentRef locateJournal(String service, String stage) throws BackendException;

  /// How many documents to read or write at once, where there are many.
  int atOnce();

  /// How many documents to write at once where this one lies.
  int writesAtOnce(DocumentRef ref) throws BackendException;

  /// Writes a document under its precondition.
  ///
  /// @param fence the lease that protects the write, or [Fence#NONE]
  Revision write(DocumentRef ref, byte[] content, Precondition precondition, Fence fence)
      throws BackendException;

  /// Removes a document that still is at this revision.
  ///
  /// @param fence the lease that protects the removal, or [Fence#NONE]
  void delete(DocumentRef ref, Revision expected, Fence fence) throws BackendException;

  /// Writes a document that no lock protects.
  default Revision write(DocumentRef ref, byte[] content, Precondition precondition)
      throws BackendException {
    return write(ref, content, precondition, Fence.NONE);
  }

  /// Removes a document that no lock protects.
  default void delete(DocumentRef ref, Revision expected) throws BackendException {
    delete(ref, expected, Fence.NONE);
  }

  /// Takes the lock that the engine would take before it changes an entry with this address, in
  /// every place where it looks.
  ///
  /// @param steal whether a lock whose lease has ended is taken over
  /// @param beside locks that this process holds already, as of another backend that locks in the
  ///   same place; they are left out
  /// @throws BackendException with [BackendException.Code#LOCKED] when somebody holds it
  Lease lock(EntryKind kind, LockRequest request, boolean steal, Fence beside)
      throws BackendException;

  /// As [#lock(EntryKind, LockRequest, boolean, Fence)] beside none.
  default Lease lock(EntryKind kind, LockRequest request, boolean steal) throws BackendException {
    return lock(kind, request, steal, Fence.NONE);
  }

  /// The local files and folders whose change means that this state changed.
  List<Path> watched();

  /// Whether some of this state lies where nobody tells of a change and [#stamp] must be asked.
  boolean stamped();

  /// A digest of what the state is where it is [#stamped]: another one whenever something there was
  /// added, removed or replaced. It takes a request or a few, and reads documents only where they
  /// come along with their listing.
  Revision stamp(Cancellation cancellation) throws BackendException;

  /// As [#documents], and takes the stamp on the way: that of what was read, so that any change
  /// after it makes another. Where a listing tells it, that costs no request more than reading.
  ///
  /// @return empty where there is none to be had
  Optional<Revision> stampedDocuments(Consumer<EntryDocument> sink, Cancellation cancellation)
      throws BackendException;

  @Override
  void close();
}
