package io.runfabric.console.backend.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryFacts;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.RecordFormat;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes entries of stored documents.
record EntryReader(String source, EntryLayout layout) {

  private static final Revision UNKNOWN = new Revision("");

  /// The entry, or nothing when the document is another kind of file.
  Optional<Entry> read(StoredDocument document) {
    Optional<EntryAddress> known = layout.address(document.key());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    EntryAddress address = known.get();
    try {
      return Optional.of(
          layout.kind() == EntryKind.RECEIPT
              ? receipt(address, ReceiptFormat.read(document.content()), document)
              : record(address, RecordFormat.read(document.content()), document));
    } catch (UnreadableDocumentException e) {
      return layout.isEntry(document.key(), document.content())
          ? Optional.of(unreadable(address, e.reason(), document))
          : Optional.empty();
    }
  }

  /// The entry of a document whose bytes cannot be had.
  Entry unreadable(String key, String reason) {
    EntryAddress address = layout.address(key).orElseThrow();
    return unreadable(address, reason, new StoredDocument(key, new byte[0], UNKNOWN));
  }

  private Entry receipt(EntryAddress address, Receipt receipt, StoredDocument document) {
    List<String> notes = new ArrayList<>(1);
    if (!receipt.stage().equals(address.stage())) {
      notes.add("the document says stage '" + receipt.stage() + "', its key says otherwise");
    }
    noteTime(receipt.updatedAt(), notes);
    return new Entry(
        EntryKind.RECEIPT,
        receipt.service(),
        address.stage(),
        receipt.provider(),
        layout.workspace(),
        receipt.updatedAt(),
        Health.ok(),
        ref(document),
        document.revision(),
        document.content().length,
        ReceiptFormat.facts(receipt),
        List.copyOf(notes));
  }

  private Entry record(EntryAddress address, StateRecord record, StoredDocument document) {
    List<String> notes = new ArrayList<>(1);
    EntryAddress told =
        EntryAddress.record(
            RecordKey.part(record.service()),
            RecordKey.part(record.stage()),
            RecordKey.part(record.provider()));
    if (!told.equals(address)) {
      notes.add("the document is addressed otherwise than its key");
    }
    noteTime(record.updatedAt(), notes);
    return new Entry(
        EntryKind.RECORD,
        record.service(),
        address.stage(),
        record.provider(),
        layout.workspace(),
        record.updatedAt(),
        Health.ok(),
        ref(document),
        document.revision(),
        document.content().length,
        RecordFormat.facts(record),
        List.copyOf(notes));
  }

  /// What a damaged document still tells is shown; its key tells the rest.
  private Entry unreadable(EntryAddress address, String reason, StoredDocument document) {
    JsonNode told = told(document);
    return new Entry(
        layout.kind(),
        told.path("service").asText(address.service()),
        address.stage(),
        told.path("provider").asText(address.provider()),
        layout.workspace(),
        told.path("updatedAt").asText(""),
        new Health.Unreadable(reason),
        ref(document),
        document.revision(),
        document.content().length,
        EntryFacts.NONE,
        List.of());
  }

  private static JsonNode told(StoredDocument document) {
    try {
      return Json.object(document.content());
    } catch (UnreadableDocumentException _) {
      return MissingNode.getInstance();
    }
  }

  private static void noteTime(String updatedAt, List<String> notes) {
    if (Timestamps.parse(updatedAt).isEmpty()) {
      notes.add("updatedAt is no RFC 3339 time");
    }
  }

  private DocumentRef ref(StoredDocument document) {
    return new DocumentRef(source, document.key());
  }
}
