package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.model.DocumentRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where journals are set aside, as the engine does it (FORMATS §2): beside the folder of the
/// journals, `journal-archive/<service>-<stage>-<unix seconds>.json`. The name is taken from the
/// journal's key, so one that does not load can be set aside too.
///
/// @param folder of the archives, ends with `/`
/// @param name of the journal, `<service>-<stage>`
record JournalArchives(String source, DocumentStore store, String folder, String name) {

  private static final String SUFFIX = ".json";

  /// The archive of this moment.
  DocumentRef at(Instant moment) {
    return new DocumentRef(source, folder + name + "-" + moment.getEpochSecond() + SUFFIX);
  }

  /// Those that are there, the oldest first.
  List<DocumentRef> all(Cancellation cancellation) throws BackendException {
    List<DocumentRef> found = new ArrayList<>();
    store.list(
        new Range(folder, false),
        listed -> {
          if (isArchive(listed.key())) {
            found.add(new DocumentRef(source, listed.key()));
          }
        },
        cancellation);
    return found;
  }

  // Only digits may follow: the archives of stage `dev-eu` start like those of stage `dev`.
  private boolean isArchive(String key) {
    String start = folder + name + "-";
    return key.startsWith(start)
        && key.endsWith(SUFFIX)
        && key.substring(start.length(), key.length() - SUFFIX.length()).matches("[0-9]{1,18}");
  }
}
