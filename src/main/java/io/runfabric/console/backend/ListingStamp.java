package io.runfabric.console.backend;

import io.runfabric.console.backend.DocumentStore.Listed;
import io.runfabric.console.model.Revision;

/// Makes one digest of a listing, document by document.
public final class ListingStamp {

  private Revision soFar = Revision.ofContent();

  // Of digests, which are equally long: where a key ends needs no telling.
  public void add(Listed document) {
    soFar =
        Revision.ofText(
            soFar.hex()
                + Revision.ofText(document.key()).hex()
                + Revision.ofText(document.version()).hex());
  }

  public Revision revision() {
    return soFar;
  }
}
