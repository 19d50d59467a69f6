package io.runfabric.console.backend;

import io.runfabric.console.model.Revision;

/// A store that can tell whether something in it changed for less than it takes to read it.
public interface StampedStore extends DocumentStore {

  /// A digest of what a range holds. Two of them differ whenever a document was added, removed or
  /// replaced between them, whatever the documents say of their own age. They may also differ
  /// though nothing did: who finds a difference reads.
  ///
  /// What is good for most stores is done here: list, and take down each key with its version.
  default Revision stamp(Range range, Cancellation cancellation) throws BackendException {
    ListingStamp stamp = new ListingStamp();
    list(range, stamp::add, cancellation);
    return stamp.revision();
  }

  /// Whether [#stamp] is what a listing tells and nothing else, so that who lists the range anyhow
  /// can make one of it with a [ListingStamp].
  default boolean stampedByListing() {
    return true;
  }
}
