package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.ReadsAtOnce;
import io.runfabric.console.backend.StampedStore;
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
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;

/// The locks in a table as a document store (FORMATS §4): keys are `<table>/<service>:<stage>`,
/// documents the items' attributes as JSON, a revision is the digest of the whole item. Reads are
/// consistent.
public final class LockItems implements StampedStore {

  private static final LockItem NONE = new LockItem(Map.of());

  private final Table table;
  private final LockPlace place;
  private final int readsAtOnce;

  private LockItems(Table table, LockPlace place, int readsAtOnce) {
    this.table = table;
    this.place = place;
    this.readsAtOnce = readsAtOnce;
  }

  /// The locks of engine 2's lock table. Nothing is asked of it yet.
  public static LockItems open(AwsAccess access, String table) throws BackendException {
    return open(access, table, new LockPlace.OwnTable());
  }

  /// The console's own locks in a receipt table. Nothing is asked of it yet.
  ///
  /// @param workspace whose stages they lock
  public static LockItems besideReceipts(AwsAccess access, String table, String workspace)
      throws BackendException {
    return open(access, table, new LockPlace.BesideReceipts(workspace));
  }

  private static LockItems open(AwsAccess access, String table, LockPlace place)
      throws BackendException {
    return new LockItems(
        Table.open(access, table, place.keys()), place, ReadsAtOnce.of(access.environment()));
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

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    Attempt attempt = table.attempt("list the locks", place.listingPermission());
    Map<String, StoredDocument> found = new TreeMap<>();
    Map<String, AttributeValue> from = Map.of();
    do {
      Map<String, AttributeValue> start = from;
      LockPlace.Page page =
          AwsCall.answer(
              attempt, cancellation, () -> place.page(table.client(), table.name(), start));
      for (Map<String, AttributeValue> attributes : page.items()) {
        StoredDocument lock = document(place.lock(attributes), new LockItem(attributes));
        found.put(lock.key(), lock);
      }
      from = page.next();
    } while (!from.isEmpty());
    for (StoredDocument lock : found.values()) {
      cancellation.check();
      if (lock.key().startsWith(range.prefix())) {
        sink.accept(Listed.whole(lock));
      }
    }
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    String lock = lock(key);
    return stored(key).map(item -> document(lock, item));
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    LockItem old =
        switch (precondition) {
          case Precondition.Absent() -> NONE;
          case Precondition.Matches(Revision expected) -> required(key, expected);
        };
    LockItem next = LockItem.of(place.key(lock(key)), content, old);
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
                    put.conditionExpression("attribute_not_exists(" + place.partition() + ")");
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
    Map<String, AttributeValue> item = place.key(lock(key));
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
                        .key(item)
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
    Map<String, AttributeValue> item = place.key(lock(key));
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

  private StoredDocument document(String lock, LockItem item) {
    return new StoredDocument(prefix() + lock, item.content(), item.revision());
  }

  /// Whether a transaction on that table can check these locks.
  boolean isBeside(Table other) {
    return table.isBeside(other);
  }

  /// The condition that a lock is still its holder's.
  ConditionCheck stillHeld(Fence.Held held) throws BackendException {
    return ConditionCheck.builder()
        .tableName(table.name())
        .key(place.key(lock(held.key())))
        .conditionExpression("#owner = :token")
        .expressionAttributeNames(Map.of("#owner", held.tokenField()))
        .expressionAttributeValues(Map.of(":token", AttributeValue.fromS(held.token())))
        .build();
  }

  private String lock(String key) throws BackendException {
    if (!key.startsWith(prefix()) || key.length() == prefix().length()) {
      throw new BackendException(
          Code.INVALID,
          "a key that is no lock of " + table.name(),
          "use a key that a listing shows");
    }
    return key.substring(prefix().length());
  }
}
