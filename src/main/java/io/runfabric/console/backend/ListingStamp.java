package io.runfabric.console.backend;

import io.runfabric.console.backend.DocumentStore.Listed;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Makes one digest of a listing. Holds a digest for each document until then.
final class ListingStamp {

  private final List<byte[]> listed = new ArrayList<>();

  void add(Listed document) {
    listed.add(digest(document.key()));
    listed.add(digest(document.version()));
  }

  // Of digests, which are equally long: where one ends needs no telling.
  Revision revision() {
    return Revision.ofContent(listed.toArray(byte[][]::new));
  }

  private static byte[] digest(String text) {
    return Revision.ofText(text).value().getBytes(StandardCharsets.US_ASCII);
  }
}
