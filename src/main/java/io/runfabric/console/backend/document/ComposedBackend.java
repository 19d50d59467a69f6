package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.VersionedStore;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.lock.SeveralLeases;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Revision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A backend put together from stores: which store holds which generation's entries, journals and
/// locks is all that tells one kind from another.
public final class ComposedBackend implements StateBackend {

  /// Lists the workspace ids of a shared database.
  public interface Workspaces {
    List<WorkspaceRows> list() throws BackendException;
  }

  /// The parts of a backend.
  ///
  /// @param stores every store by the source id that references carry
  /// @param stageLocks where a stage is locked before an entry of a kind is changed
  /// @param lockFormat judges locks at the moment they are read
  public record Parts(
      BackendKind kind,
      String location,
      Map<String, DocumentStore> stores,
      List<EntryCollection> entries,
      List<JournalCollection> journals,
      List<LockCollection> locks,
      Map<EntryKind, List<StageLock>> stageLocks,
      Workspaces workspaces,
      Supplier<LockFormat> lockFormat,
      List<Path> watched) {}

  private final Parts parts;
  private final Stamps stamps;

  public ComposedBackend(Parts parts) {
    this.parts = parts;
    this.stamps = Stamps.of(parts);
  }

  @Override
  public BackendKind kind() {
    return parts.kind();
  }

  @Override
  public String location() {
    return parts.location();
  }

  @Override
  public void documents(Consumer<EntryDocument> sink, Cancellation cancellation)
      throws BackendException {
    for (EntryCollection collection : parts.entries()) {
      collection.list(sink, cancellation);
    }
  }

  @Override
  public Optional<Revision> stampedDocuments(
      Consumer<EntryDocument> sink, Cancellation cancellation) throws BackendException {
    Stamps.Taking taking = stamps.begin(cancellation);
    for (EntryCollection collection : parts.entries()) {
      collection.list(sink, taking.listing(collection), cancellation);
    }
    return taking.revision();
  }

  @Override
  public List<Journal> journals(Cancellation cancellation) throws BackendException {
    List<Journal> all = new ArrayList<>();
    for (JournalCollection collection : parts.journals()) {
      all.addAll(collection.list(cancellation));
    }
    return all;
  }

  @Override
  public DocumentRef journalArchive(DocumentRef journal, Instant moment) throws BackendException {
    return archives(journal).at(moment);
  }

  @Override
  public List<DocumentRef> journalArchives(DocumentRef journal, Cancellation cancellation)
      throws BackendException {
    return archives(journal).all(cancellation);
  }

  private JournalArchives archives(DocumentRef journal) throws BackendException {
    for (JournalCollection collection : parts.journals()) {
      Optional<JournalArchives> found = collection.archives(journal);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new BackendException(
        Code.INVALID, journal.key() + " is no journal of this project", "list the journals again");
  }

  @Override
  public List<Lock> locks(Cancellation cancellation) throws BackendException {
    LockFormat format = parts.lockFormat().get();
    List<Lock> all = new ArrayList<>();
    for (LockCollection collection : parts.locks()) {
      all.addAll(collection.list(format, cancellation));
    }
    return all;
  }

  @Override
  public List<WorkspaceRows> workspaces() throws BackendException {
    return parts.workspaces().list();
  }

  @Override
  public Optional<StoredDocument> read(DocumentRef ref) throws BackendException {
    return store(ref).get(ref.key());
  }

  @Override
  public Optional<List<DocumentVersion>> versions(DocumentRef ref) throws BackendException {
    return store(ref) instanceof VersionedStore versioned
        ? Optional.of(versioned.versions(ref.key()))
        : Optional.empty();
  }

  @Override
  public Optional<StoredDocument> version(DocumentRef ref, String id) throws BackendException {
    return store(ref) instanceof VersionedStore versioned
        ? versioned.version(ref.key(), id)
        : Optional.empty();
  }

  @Override
  public DocumentRef locate(EntryAddress address) throws BackendException {
    for (EntryCollection collection : parts.entries()) {
      if (collection.layout().kind() == address.kind()) {
        return new DocumentRef(collection.source(), collection.layout().key(address));
      }
    }
    throw new BackendException(
        Code.UNSUPPORTED,
        "a " + parts.kind() + " backend keeps no " + address.kind().word() + "s",
        "choose another backend");
  }

  // The first is the kind's own where it has one.
  @Override
  public DocumentRef locateJournal(String service, String stage) throws BackendException {
    return parts.journals().getFirst().of(service, stage);
  }

  @Override
  public int atOnce() {
    return parts.entries().stream()
        .mapToInt(collection -> collection.store().writesAtOnce())
        .max()
        .orElse(1);
  }

  @Override
  public int writesAtOnce(DocumentRef ref) throws BackendException {
    return store(ref).writesAtOnce();
  }

  @Override
  public Revision write(DocumentRef ref, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    try {
      return store(ref).put(ref.key(), content, precondition, fence);
    } catch (BackendException e) {
      throw explained(e, fence);
    }
  }

  @Override
  public void delete(DocumentRef ref, Revision expected, Fence fence) throws BackendException {
    try {
      store(ref).delete(ref.key(), expected, fence);
    } catch (BackendException e) {
      throw explained(e, fence);
    }
  }

  // A writer whose lock was taken over may meet the other's change first.
  private static BackendException explained(BackendException failure, Fence fence) {
    if (failure.code() == Code.CONFLICT) {
      try {
        fence.check();
      } catch (BackendException e) {
        if (e.code() == Code.LEASE_LOST) {
          e.addSuppressed(failure);
          return e;
        }
        failure.addSuppressed(e);
      }
    }
    return failure;
  }

  @Override
  public Lease lock(EntryKind kind, LockRequest request, boolean steal, Fence beside)
      throws BackendException {
    return SeveralLeases.take(
        parts.stageLocks().getOrDefault(kind, List.of()), request, steal, beside);
  }

  @Override
  public List<Path> watched() {
    return parts.watched();
  }

  @Override
  public boolean stamped() {
    return stamps.any();
  }

  @Override
  public Revision stamp(Cancellation cancellation) throws BackendException {
    return stamps.take(cancellation);
  }

  @Override
  public void close() {
    parts.stores().values().forEach(DocumentStore::close);
  }

  private DocumentStore store(DocumentRef ref) throws BackendException {
    DocumentStore store = parts.stores().get(ref.source());
    if (store == null) {
      throw new BackendException(
          Code.INVALID,
          "this project has no store named '" + ref.source() + "'",
          "list the state again");
    }
    return store;
  }
}
