package io.runfabric.console.operation.recover;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.LockedWork;
import io.runfabric.console.operation.ProjectSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Sets a journal aside where the engine does: its bytes go to the archive first, are read back,
/// and only then the journal is removed. A crash in between leaves both, and running again finds
/// the copy and finishes. The copy is the journal byte for byte: the engine does not change the
/// status either, and what does not load keeps everything it has.
///
/// @param journal as it was shown; one that changed meanwhile is left alone
/// @param takesOver whether a lock of the stage whose lease has ended is taken over
public record Archiving(Journal journal, String service, String stage, boolean takesOver) {

  /// How far it came, for whoever watches.
  public enum Step {
    LOCKED,
    COPIED,
    REMOVED
  }

  /// Short, so that what a killed run left behind does not block the next one for long.
  public static final Duration LEASE = Duration.ofMinutes(1);

  private static final int MOST_NAMES_TRIED = 100;

  /// The plan for a journal as it was listed.
  ///
  /// @param takesOver as on the record
  public static Archiving of(Journal journal, ProjectSession session, boolean takesOver) {
    String service = journal.service().isEmpty() ? session.project().service() : journal.service();
    return new Archiving(journal, service, journal.stage(), takesOver);
  }

  /// Does it, under the stage's lock.
  ///
  /// @param notGivenBack told when the store did not take the lock back
  /// @return the archive
  /// @throws BackendException with [Code#LOCKED] when somebody works on the stage, with
  ///   [Code#CONFLICT] when the journal is no longer what was shown; it is untouched then
  public DocumentRef run(
      ProjectSession session,
      Consumer<Step> steps,
      Cancellation cancellation,
      Consumer<BackendException> notGivenBack)
      throws BackendException {
    StateBackend backend = session.backend();
    LockRequest request = new LockRequest(service, stage, "", "recover", LEASE);
    return LockedWork.run(
        () -> backend.lock(EntryKind.RECEIPT, request, takesOver),
        cancellation,
        notGivenBack,
        fence -> {
          steps.accept(Step.LOCKED);
          StoredDocument stored = unchanged(backend);
          DocumentRef archive = copied(session, stored, fence, cancellation);
          steps.accept(Step.COPIED);
          cancellation.check();
          remove(backend, stored, archive, fence);
          steps.accept(Step.REMOVED);
          return archive;
        });
  }

  private StoredDocument unchanged(StateBackend backend) throws BackendException {
    return backend
        .read(journal.ref())
        .filter(stored -> stored.revision().equals(journal.revision()))
        .orElseThrow(() ->
            new BackendException(
                Code.CONFLICT,
                journal.ref().key() + " was changed or removed meanwhile; nothing was done",
                "look at it again with: runfabric-console recover"));
  }

  // What an earlier run copied before it was stopped is used, not copied again.
  private DocumentRef copied(
      ProjectSession session, StoredDocument stored, Fence fence, Cancellation cancellation)
      throws BackendException {
    StateBackend backend = session.backend();
    for (DocumentRef earlier : backend.journalArchives(journal.ref(), cancellation)) {
      if (holds(backend, earlier, stored.content())) {
        return earlier;
      }
    }
    for (int i = 0; i < MOST_NAMES_TRIED; i++) {
      DocumentRef archive = backend.journalArchive(journal.ref(), session.now().plusSeconds(i));
      try {
        backend.write(archive, stored.content(), Precondition.ABSENT, fence);
      } catch (BackendException e) {
        if (e.code() != Code.CONFLICT) {
          throw e;
        }
        continue;
      }
      if (!holds(backend, archive, stored.content())) {
        throw new BackendException(
            Code.DAMAGED,
            archive.key() + " does not hold what was written to it; the journal is untouched",
            "check the store, then try again");
      }
      return archive;
    }
    throw new BackendException(
        Code.CONFLICT,
        "every name for an archive of " + journal.ref().key() + " is taken",
        "wait a minute, then try again");
  }

  private static boolean holds(StateBackend backend, DocumentRef archive, byte[] content)
      throws BackendException {
    try {
      Optional<StoredDocument> found = backend.read(archive);
      return found.isPresent() && found.get().holds(content);
    } catch (BackendException e) {
      if (e.code() == Code.UNREADABLE_DOCUMENT) {
        return false;
      }
      throw e;
    }
  }

  private static void remove(
      StateBackend backend, StoredDocument stored, DocumentRef archive, Fence fence)
      throws BackendException {
    DocumentRef journal = new DocumentRef(archive.source(), stored.key());
    try {
      backend.delete(journal, stored.revision(), fence);
    } catch (BackendException e) {
      if (e.code() != Code.CONFLICT) {
        throw e;
      }
      throw new BackendException(
              Code.CONFLICT,
              journal.key()
                  + " was changed meanwhile and is left as it is; what it was is kept in "
                  + archive.key(),
              "look at it again with: runfabric-console recover")
          .causedBy(e);
    }
    if (backend.read(journal).isPresent()) {
      throw new BackendException(
          Code.CONFLICT,
          journal.key() + " is there again: somebody started another deploy",
          "look at it again with: runfabric-console recover");
    }
  }
}
