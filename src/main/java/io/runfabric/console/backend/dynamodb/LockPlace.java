package io.runfabric.console.backend.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// Which items of a table are locks, and how the lock named `<service>:<stage>` is found.
sealed interface LockPlace {

  /// One page of a listing.
  ///
  /// @param next where the next page starts; empty after the last
  record Page(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> next) {}

  /// The table's keys, for people.
  String keys();

  /// The attribute every lock has.
  String partition();

  /// The key of a lock's item.
  Map<String, AttributeValue> key(String lock);

  /// The name of the lock that an item is.
  String lock(Map<String, AttributeValue> item);

  /// The action that listing takes, without its prefix.
  String listingPermission();

  /// One page of all locks.
  Page page(DynamoDbClient client, String table, Map<String, AttributeValue> from);

  /// Engine 2's lock table. Items without `lockKey` are no locks. A table can be asked for one lock
  /// or for all, so a listing scans it.
  record OwnTable() implements LockPlace {

    private static final String LOCK_KEY = "lockKey";

    @Override
    public String keys() {
      return LOCK_KEY + " (string, partition)";
    }

    @Override
    public String partition() {
      return LOCK_KEY;
    }

    @Override
    public Map<String, AttributeValue> key(String lock) {
      return Map.of(LOCK_KEY, AttributeValue.fromS(lock));
    }

    @Override
    public String lock(Map<String, AttributeValue> item) {
      return text(item, LOCK_KEY);
    }

    @Override
    public String listingPermission() {
      return "Scan";
    }

    @Override
    public Page page(DynamoDbClient client, String table, Map<String, AttributeValue> from) {
      ScanResponse page =
          client.scan(scan ->
              scan.tableName(table)
                  .filterExpression("attribute_exists(" + LOCK_KEY + ")")
                  .consistentRead(true)
                  .exclusiveStartKey(from.isEmpty() ? null : from));
      return new Page(page.items(), page.lastEvaluatedKey());
    }
  }

  /// The console's own locks, for projects without a lock table: in the receipt table, under a
  /// partition that is no workspace's, so that neither the engine nor a listing of workspaces takes
  /// them for receipts.
  record BesideReceipts(String workspace) implements LockPlace {

    private static final String PARTITION_PREFIX = "runfabric-console-locks#";
    private static final String SORT_PREFIX = "LOCK#";

    @Override
    public String keys() {
      return ReceiptItem.KEYS;
    }

    @Override
    public String partition() {
      return ReceiptItem.PARTITION;
    }

    @Override
    public Map<String, AttributeValue> key(String lock) {
      return Map.of(
          ReceiptItem.PARTITION, AttributeValue.fromS(PARTITION_PREFIX + workspace),
          ReceiptItem.SORT, AttributeValue.fromS(SORT_PREFIX + lock));
    }

    @Override
    public String lock(Map<String, AttributeValue> item) {
      return text(item, ReceiptItem.SORT).substring(SORT_PREFIX.length());
    }

    @Override
    public String listingPermission() {
      return "Query";
    }

    @Override
    public Page page(DynamoDbClient client, String table, Map<String, AttributeValue> from) {
      QueryResponse page =
          client.query(query ->
              query
                  .tableName(table)
                  .keyConditionExpression(
                      ReceiptItem.PARTITION
                          + " = :locks AND begins_with("
                          + ReceiptItem.SORT
                          + ", :lock)")
                  .expressionAttributeValues(
                      Map.of(
                          ":locks", AttributeValue.fromS(PARTITION_PREFIX + workspace),
                          ":lock", AttributeValue.fromS(SORT_PREFIX)))
                  .consistentRead(true)
                  .exclusiveStartKey(from.isEmpty() ? null : from));
      return new Page(page.items(), page.lastEvaluatedKey());
    }
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }
}
