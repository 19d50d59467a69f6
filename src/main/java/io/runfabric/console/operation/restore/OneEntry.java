package io.runfabric.console.operation.restore;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.RecordFormat;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.change.Feed;
import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.Wanted;

/// One entry as it was once, to be put back.
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record OneEntry(Wanted wanted, byte[] content) implements Feed<BackendException> {

  /// @throws BackendException with [Code#DAMAGED] when the document does not load
  static OneEntry of(EntryAddress address, byte[] content) throws BackendException {
    try {
      return new OneEntry(wanted(address, content), content);
    } catch (UnreadableDocumentException e) {
      throw new BackendException(
          Code.DAMAGED,
          "this version of stage " + address.stage() + " does not load: " + e.reason(),
          "choose another one; nothing was changed");
    }
  }

  /// What a document is wanted as at an address.
  static Wanted wanted(EntryAddress address, byte[] content) throws UnreadableDocumentException {
    return switch (address.kind()) {
      case RECEIPT -> {
        Receipt receipt = ReceiptFormat.read(content);
        yield Wanted.of(
            Part.RECEIPT,
            receipt.service(),
            address.stage(),
            receipt.provider(),
            receipt.updatedAt(),
            content);
      }
      case RECORD -> {
        StateRecord record = RecordFormat.read(content);
        yield Wanted.of(
            Part.RECORD,
            address.service(),
            address.stage(),
            address.provider(),
            record.updatedAt(),
            content);
      }
    };
  }

  @Override
  public void each(Sink sink, Cancellation cancellation) {
    sink.take(wanted, content);
  }
}
