package io.runfabric.console.backend.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.UnreadableDocumentException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Receipts as files: `.runfabric/<stage>.json`, beside other files that are no receipts.
///
/// A file is judged by its content first: what has the shape of a receipt is one, whatever its
/// name, and a backup is none. What is left is a damaged receipt, unless its name is one the engine
/// gives to other files.
public final class LocalReceiptLayout implements EntryLayout {

  private static final String FOLDER = ".runfabric/";
  private static final String SUFFIX = ".json";
  private static final Pattern OTHER_FILES =
      Pattern.compile("runfabric-state-.+|router-sync-.+|plugins|state-backup");

  @Override
  public EntryKind kind() {
    return EntryKind.RECEIPT;
  }

  @Override
  public Range range() {
    return new Range(FOLDER, false);
  }

  @Override
  public Optional<EntryAddress> address(String key) {
    if (!key.startsWith(FOLDER) || !key.endsWith(SUFFIX) || key.length() <= stageEnds(key)) {
      return Optional.empty();
    }
    String stage = key.substring(FOLDER.length(), stageEnds(key));
    return stage.isEmpty() || stage.contains("/")
        ? Optional.empty()
        : Optional.of(EntryAddress.receipt(stage));
  }

  @Override
  public boolean isEntry(String key, byte[] content) {
    boolean namedOtherwise =
        address(key).map(a -> OTHER_FILES.matcher(a.stage()).matches()).orElse(true);
    try {
      ObjectNode document = Json.object(content);
      return ReceiptFormat.looksLikeReceipt(document)
          || (!namedOtherwise && !looksLikeBackup(document));
    } catch (UnreadableDocumentException _) {
      return !namedOtherwise;
    }
  }

  @Override
  public String key(EntryAddress address) throws BackendException {
    return FOLDER + Identifiers.checked("stage", address.stage()) + SUFFIX;
  }

  private static boolean looksLikeBackup(JsonNode document) {
    return document.path("receipts").isObject()
        || (document.path("records").isArray() && document.has("createdAt"));
  }

  private static int stageEnds(String key) {
    return key.length() - SUFFIX.length();
  }
}
