package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.workspace.RowKey;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.UnreadableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// One item of the receipt table, and the conditional requests that write it.
record ReceiptItem(Map<String, AttributeValue> attributes) {

  static final String KEYS = "pk (string, partition) and sk (string, sort)";
  static final String PARTITION = "pk";
  static final String SORT = "sk";
  private static final String DATA = "data";
  private static final String UPDATED_AT = "updatedAt";
  static final String STAGE = "STAGE#";
  private static final Map<String, String> NAMES = Map.of("#data", DATA, "#at", UPDATED_AT);

  /// The item that keeps a receipt.
  static ReceiptItem of(RowKey row, byte[] content) throws BackendException {
    Map<String, AttributeValue> attributes = new HashMap<>(key(row));
    attributes.put(DATA, AttributeValue.fromS(StoredText.of(content)));
    attributes.put(UPDATED_AT, AttributeValue.fromS(updatedAt(content)));
    return new ReceiptItem(attributes);
  }

  static Map<String, AttributeValue> key(RowKey row) {
    return Map.of(
        PARTITION, AttributeValue.fromS(row.workspace()),
        SORT, AttributeValue.fromS(STAGE + row.stage()));
  }

  /// All receipts of a workspace by stage, read consistently.
  static QueryRequest.Builder ofWorkspace(String table, String workspace) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(PARTITION + " = :workspace AND begins_with(" + SORT + ", :stage)")
        .expressionAttributeValues(
            Map.of(
                ":workspace", AttributeValue.fromS(workspace),
                ":stage", AttributeValue.fromS(STAGE)))
        .consistentRead(true);
  }

  String stage() {
    return text(SORT).substring(STAGE.length());
  }

  /// The receipt; empty when `data` is there and no string.
  Optional<byte[]> content() {
    AttributeValue data = attributes.get(DATA);
    return data != null && data.s() == null
        ? Optional.empty()
        : Optional.of(text(DATA).getBytes(StandardCharsets.UTF_8));
  }

  Revision revision() {
    String data = content().isPresent() ? text(DATA) : String.valueOf(attributes.get(DATA));
    return Revision.ofContent(
        data.getBytes(StandardCharsets.UTF_8), text(UPDATED_AT).getBytes(StandardCharsets.UTF_8));
  }

  /// Writes this item where there is none.
  PutItemRequest creation(String table) {
    return PutItemRequest.builder()
        .tableName(table)
        .item(attributes)
        .conditionExpression("attribute_not_exists(" + PARTITION + ")")
        .build();
  }

  /// Writes this item's receipt over an old one, leaving its other attributes.
  UpdateItemRequest replacing(ReceiptItem old, String table, RowKey row) {
    Map<String, AttributeValue> values = old.conditionValues();
    values.put(":next", AttributeValue.fromS(text(DATA)));
    values.put(":nextAt", AttributeValue.fromS(text(UPDATED_AT)));
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key(row))
        .updateExpression("SET #data = :next, #at = :nextAt")
        .conditionExpression(old.condition())
        .expressionAttributeNames(NAMES)
        .expressionAttributeValues(values)
        .build();
  }

  /// Removes this item unless it was changed.
  DeleteItemRequest removal(String table, RowKey row) {
    Map<String, AttributeValue> values = conditionValues();
    DeleteItemRequest.Builder request =
        DeleteItemRequest.builder()
            .tableName(table)
            .key(key(row))
            .conditionExpression(condition())
            .expressionAttributeNames(NAMES);
    return values.isEmpty() ? request.build() : request.expressionAttributeValues(values).build();
  }

  private String condition() {
    return "attribute_exists("
        + PARTITION
        + ") AND "
        + (attributes.containsKey(DATA) ? "#data = :old" : "attribute_not_exists(#data)")
        + " AND "
        + (attributes.containsKey(UPDATED_AT) ? "#at = :oldAt" : "attribute_not_exists(#at)");
  }

  private Map<String, AttributeValue> conditionValues() {
    Map<String, AttributeValue> values = new HashMap<>();
    Optional.ofNullable(attributes.get(DATA)).ifPresent(data -> values.put(":old", data));
    Optional.ofNullable(attributes.get(UPDATED_AT)).ifPresent(at -> values.put(":oldAt", at));
    return values;
  }

  private String text(String name) {
    AttributeValue value = attributes.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  private static String updatedAt(byte[] content) {
    try {
      return Json.object(content).path(UPDATED_AT).asText("");
    } catch (UnreadableDocumentException _) {
      return "";
    }
  }
}
