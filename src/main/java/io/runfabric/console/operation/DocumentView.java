package io.runfabric.console.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.RecordFormat;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.model.UnreadableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One stored document as it may be shown: everything in it went through the redactor.
///
/// @param text indented JSON, or the text as stored when it is no JSON object
/// @param document the parsed document, when it parses
/// @param problem why it does not load as what it should be; empty when it does
/// @param receipt the typed view of a receipt that loads
/// @param record the typed view of a state record that loads
public record DocumentView(
    DocumentRef ref,
    String text,
    Optional<JsonNode> document,
    String problem,
    Optional<Receipt> receipt,
    Optional<StateRecord> record) {

  /// Reads the document of an entry; empty when it is gone.
  public static Optional<DocumentView> entry(ProjectSession session, Entry entry, Redactor redactor)
      throws BackendException {
    return switch (entry.kind()) {
      case RECEIPT -> receipt(session, entry.ref(), redactor);
      case RECORD -> record(session, entry.ref(), redactor);
    };
  }

  /// Reads a receipt; empty when it is gone.
  public static Optional<DocumentView> receipt(
      ProjectSession session, DocumentRef ref, Redactor redactor) throws BackendException {
    return read(
        session,
        ref,
        redactor,
        (shown, view) -> view.typed(Optional.of(ReceiptFormat.read(shown)), Optional.empty()));
  }

  /// Reads a state record; empty when it is gone.
  public static Optional<DocumentView> record(
      ProjectSession session, DocumentRef ref, Redactor redactor) throws BackendException {
    return read(
        session,
        ref,
        redactor,
        (shown, view) -> view.typed(Optional.empty(), Optional.of(RecordFormat.read(shown))));
  }

  /// Reads a journal, a lock or any other document; empty when it is gone.
  public static Optional<DocumentView> plain(
      ProjectSession session, DocumentRef ref, Redactor redactor) throws BackendException {
    return read(session, ref, redactor, (_, view) -> view);
  }

  private DocumentView typed(Optional<Receipt> asReceipt, Optional<StateRecord> asRecord) {
    return new DocumentView(ref, text, document, problem, asReceipt, asRecord);
  }

  private interface Typing {
    DocumentView apply(ObjectNode shown, DocumentView view) throws UnreadableDocumentException;
  }

  private static Optional<DocumentView> read(
      ProjectSession session, DocumentRef ref, Redactor redactor, Typing typing)
      throws BackendException {
    Optional<StoredDocument> stored = session.read(ref);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    byte[] content = stored.get().content();
    try {
      ObjectNode shown = (ObjectNode) redactor.document(Json.object(content));
      DocumentView view = untyped(ref, Json.pretty(shown), Optional.of(shown), "");
      try {
        return Optional.of(typing.apply(shown, view));
      } catch (UnreadableDocumentException e) {
        return Optional.of(untyped(ref, view.text(), view.document(), e.reason()));
      }
    } catch (UnreadableDocumentException e) {
      String text = redactor.text(new String(content, StandardCharsets.UTF_8));
      return Optional.of(untyped(ref, text, Optional.empty(), e.reason()));
    }
  }

  private static DocumentView untyped(
      DocumentRef ref, String text, Optional<JsonNode> document, String problem) {
    return new DocumentView(ref, text, document, problem, Optional.empty(), Optional.empty());
  }
}
