package io.runfabric.console.operation.history;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import java.util.ArrayList;
import java.util.List;

/// What is kept of an entry: what is stored now, the versions of its store, and every backup in the
/// project's own folder that holds it, safety copies among them.
///
/// @param versions newest first; the same content seen several times in a row is one
/// @param store what is to be said of the versions the store keeps, a sentence; empty when it keeps
///   them
/// @param unseen what was not looked into and may hold more, a sentence each
public record History(
    EntryPlace entry, List<KeptVersion> versions, String store, List<String> unseen) {

  /// Looks everything through; changes nothing.
  public static History of(
      ProjectSession session, EntryPlace entry, Progress progress, Cancellation cancellation)
      throws BackendException {
    List<String> unseen = new ArrayList<>();
    progress.phase("reading versions");
    StoreVersions store = new StoreVersions(session, entry, unseen);
    List<Sighting> sightings = new ArrayList<>(store.read(progress, cancellation));
    progress.phase("reading backups");
    sightings.addAll(new BackupSightings(session, entry, unseen).read(progress, cancellation));
    return new History(entry, Sighting.folded(sightings), store.remark(), List.copyOf(unseen));
  }

  /// Whether the entry is stored now.
  public boolean stored() {
    return versions.stream().anyMatch(KeptVersion::now);
  }
}
