package io.runfabric.console.operation.history;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.document.OrderedReads;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the store itself has of an entry: the document of now, and versions where it keeps any.
final class StoreVersions {

  /// Versions beyond these are listed by what the store tells of them.
  private static final int MOST_READ = 100;

  /// Failures that say nothing of the other versions.
  private static final Set<Code> OF_ONE_VERSION =
      EnumSet.of(Code.UNREADABLE_DOCUMENT, Code.NOT_FOUND, Code.DENIED);

  private final ProjectSession session;
  private final EntryPlace entry;
  private final List<String> unseen;
  private String remark = "";

  StoreVersions(ProjectSession session, EntryPlace entry, List<String> unseen) {
    this.session = session;
    this.entry = entry;
    this.unseen = unseen;
  }

  /// Why there are no versions, a sentence; empty when there are.
  String remark() {
    return remark;
  }

  List<Sighting> read(Progress progress, Cancellation cancellation) throws BackendException {
    List<DocumentVersion> versions = listed();
    List<Sighting> found = new ArrayList<>();
    if (versions.stream().noneMatch(DocumentVersion::latest)) {
      now().ifPresent(found::add);
    }
    try (OrderedReads<Sighting> reads =
        new OrderedReads<>(
            session.backend().atOnce(),
            sighting -> {
              found.add(sighting);
              progress.at(found.size(), versions.size());
            },
            cancellation)) {
      int submitted = 0;
      for (DocumentVersion version : versions) {
        boolean content = submitted++ < MOST_READ && !version.deletion();
        reads.submit(() -> Optional.of(seen(version, content)));
      }
      reads.finish();
    }
    return found;
  }

  // Who may read the state may not be allowed to list its versions; the rest is shown all the same.
  private List<DocumentVersion> listed() throws BackendException {
    try {
      Optional<List<DocumentVersion>> kept = session.backend().versions(entry.ref());
      remark = remark(kept);
      return kept.orElse(List.of());
    } catch (BackendException e) {
      if (e.code() != Code.DENIED) {
        throw e;
      }
      unseen.add("The bucket's versions were not looked into: " + e.sentence() + ".");
      return List.of();
    }
  }

  private String remark(Optional<List<DocumentVersion>> kept) {
    if (kept.isEmpty()) {
      return "A " + session.backend().kind() + " backend keeps no versions of its own.";
    }
    if (kept.get().isEmpty()) {
      return "The bucket keeps no versions of it: versioning is off, or was when it was written.";
    }
    return kept.get().size() == 1 && kept.get().getFirst().latest()
        ? "The bucket keeps no earlier version of it."
        : "";
  }

  private Optional<Sighting> now() throws BackendException {
    Optional<StoredDocument> stored;
    try {
      stored = session.backend().read(entry.ref());
    } catch (BackendException e) {
      if (e.code() != Code.UNREADABLE_DOCUMENT) {
        throw e;
      }
      unseen.add("What is stored now cannot be read: " + e.sentence() + ".");
      return Optional.empty();
    }
    return stored.map(document ->
        new Sighting(
            Side.NOW,
            session.now(),
            Sighting.told(document.content()),
            document.content().length,
            Sighting.digest(document.content()),
            /* now= */ true,
            /* deletion= */ false,
            "",
            "the " + session.backend().kind() + " backend"));
  }

  private Sighting seen(DocumentVersion version, boolean withContent) throws BackendException {
    Optional<byte[]> content = withContent ? content(version) : Optional.empty();
    boolean now = version.latest() && !version.deletion();
    return new Sighting(
        now ? Side.NOW : new Side.Version(version.id()),
        version.at(),
        Optional.of(version.at()),
        version.size(),
        content.flatMap(Sighting::digest),
        now,
        version.deletion(),
        "",
        "version " + version.id());
  }

  private Optional<byte[]> content(DocumentVersion version) throws BackendException {
    try {
      return session.backend().version(entry.ref(), version.id()).map(StoredDocument::content);
    } catch (BackendException e) {
      if (!OF_ONE_VERSION.contains(e.code())) {
        throw e;
      }
      synchronized (unseen) {
        unseen.add("Version " + version.id() + " cannot be read: " + e.sentence() + ".");
      }
      return Optional.empty();
    }
  }
}
