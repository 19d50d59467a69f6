package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.ReadsAtOnce;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.AwsCall;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.model.Revision;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// The lock table as a document store (FORMATS §4): keys are `<table>/<service>:<stage>`, documents
/// the items' attributes as JSON, a revision is the digest of the whole item. Items without
/// `lockKey` are no locks. Reads are consistent.
public final class LockItems implements DocumentStore {

  private static final LockItem NONE = new LockItem(Map.of());

  private final Table table;
  private final int readsAtOnce;

  private LockItems(Table table, int readsAtOnce) {
    this.table = table;
    this.readsAtOnce = readsAtOnce;
  }

  /// The locks of a table. Nothing is asked of it yet.
  public static LockItems open(AwsAccess access, String table) throws BackendException {
    return new LockItems(
        Table.open(access, table, "lockKey (string, partition)"),
        ReadsAtOnce.of(access.environment()));
  }

  /// What all keys start with.
  String prefix() {
    return table.name() + "/";
  }

  @Override
  public String location() {
    return table.location();
  }

  @Override
  public int readsAtOnce() {
    return readsAtOnce;
  }

  /// A table can be asked for one lock or for all, so this scans it.
  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    Attempt attempt = table.attempt("list the locks", "Scan");
    Map<String, StoredDocument> found = new TreeMap<>();
    ScanRequest scan =
        ScanRequest.builder()
            .tableName(table.name())
            .filterExpression("attribute_exists(" + LockItem.KEY + ")")
            .consistentRead(true)
            .build();
    ScanResponse page;
    do {
      ScanRequest asked = scan;
      page = AwsCall.answer(attempt, cancellation, () -> table.client().scan(asked));
      for (Map<String, AttributeValue> attributes : page.items()) {
        StoredDocument lock = document(new LockItem(attributes));
        found.put(lock.key(), lock);
      }
      scan = scan.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
    } while (page.hasLastEvaluatedKey());
    for (StoredDocument lock : found.values()) {
      cancellation.check();
      if (lock.key().startsWith(range.prefix())) {
        sink.accept(new Listed(lock.key(), Optional.of(lock)));
      }
    }
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    return stored(key).map(this::document);
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    LockItem old =
        switch (precondition) {
          case Precondition.Absent() -> NONE;
          case Precondition.Matches(Revision expected) -> required(key, expected);
        };
    LockItem next = LockItem.of(lockKey(key), content, old);
    LockItem.Unchanged unchanged = old.unchanged();
    fence.check();
    table.write(
        table.attempt("write " + key, "PutItem"),
        () ->
            table
                .client()
                .putItem(put -> {
                  put.tableName(table.name()).item(next.attributes());
                  if (old.equals(NONE)) {
                    put.conditionExpression("attribute_not_exists(" + LockItem.KEY + ")");
                  } else {
                    put.conditionExpression(unchanged.expression())
                        .expressionAttributeNames(unchanged.names())
                        .expressionAttributeValues(unchanged.values());
                  }
                }),
        old.equals(NONE) ? Table.exists(key) : Table.changed(key));
    return next.revision();
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    String lockKey = lockKey(key);
    LockItem.Unchanged unchanged = required(key, expected).unchanged();
    fence.check();
    table.write(
        table.attempt("delete " + key, "DeleteItem"),
        () ->
            table
                .client()
                .deleteItem(delete ->
                    delete
                        .tableName(table.name())
                        .key(Map.of(LockItem.KEY, AttributeValue.fromS(lockKey)))
                        .conditionExpression(unchanged.expression())
                        .expressionAttributeNames(unchanged.names())
                        .expressionAttributeValues(unchanged.values())),
        Table.changed(key));
  }

  @Override
  public void close() {
    table.client().close();
  }

  private LockItem required(String key, Revision expected) throws BackendException {
    LockItem stored = stored(key).orElseThrow(() -> Table.gone(key));
    if (!stored.revision().equals(expected)) {
      throw Table.changed(key);
    }
    return stored;
  }

  private Optional<LockItem> stored(String key) throws BackendException {
    Map<String, AttributeValue> item = Map.of(LockItem.KEY, AttributeValue.fromS(lockKey(key)));
    return Optional.of(
            AwsCall.answer(
                table.attempt("read " + key, "GetItem"),
                () ->
                    table
                        .client()
                        .getItem(
                            get -> get.tableName(table.name()).key(item).consistentRead(true))))
        .filter(answer -> answer.hasItem())
        .map(answer -> new LockItem(answer.item()));
  }

  private StoredDocument document(LockItem item) {
    return new StoredDocument(prefix() + item.lockKey(), item.content(), item.revision());
  }

  private String lockKey(String key) throws BackendException {
    if (!key.startsWith(prefix()) || key.length() == prefix().length()) {
      throw new BackendException(
          Code.INVALID,
          "a key that is no lock of " + table.name(),
          "use a key that a listing shows");
    }
    return key.substring(prefix().length());
  }
}
