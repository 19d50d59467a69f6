package io.runfabric.console.operation.change;

import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.Revision;
import java.util.Optional;

/// What is remembered of a stored entry.
///
/// @param service empty when it does not tell
/// @param digest empty when its bytes cannot be had
record Seen(String service, Revision revision, Optional<Revision> digest) {

  static Seen of(EntryDocument document) {
    return new Seen(
        document.entry().service(),
        document.entry().revision(),
        document.content().map(CanonicalJson::digest));
  }
}
