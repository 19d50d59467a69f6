package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Revision;

/// A document as it is wanted in a backend; its bytes come along where they are needed.
///
/// @param provider of a state record, or what a receipt says; empty for a journal
/// @param updatedAt what the document says; empty when it does not
/// @param digest of the document, as [CanonicalJson#digest] makes it
public record Wanted(
    Part part, String service, String stage, String provider, String updatedAt, Revision digest) {

  /// A document with these bytes.
  public static Wanted of(
      Part part, String service, String stage, String provider, String updatedAt, byte[] content) {
    return new Wanted(part, service, stage, provider, updatedAt, CanonicalJson.digest(content));
  }

  /// Where it belongs: a receipt is told by its stage alone.
  ///
  /// @throws BackendException for names that no key may be made of
  public DocumentRef place(StateBackend backend) throws BackendException {
    return switch (part) {
      case RECEIPT -> backend.locate(EntryAddress.receipt(stage));
      case RECORD -> backend.locate(EntryAddress.record(service, stage, provider));
      case JOURNAL -> backend.locateJournal(service, stage);
    };
  }

  /// For people, such as `receipt dev` or `record shop/dev/aws`.
  public String name() {
    return name(part, service, stage, provider);
  }

  /// As [#name()].
  public static String name(Part part, String service, String stage, String provider) {
    return switch (part) {
      case RECEIPT -> "receipt " + stage;
      case RECORD -> "record " + service + "/" + stage + "/" + provider;
      case JOURNAL -> "journal " + service + "/" + stage;
    };
  }
}
