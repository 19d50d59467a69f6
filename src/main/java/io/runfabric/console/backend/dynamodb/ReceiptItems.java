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
import io.runfabric.console.backend.workspace.RowKey;
import io.runfabric.console.model.Revision;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// The receipt table as a document store: items `pk` = workspace id, `sk` = `STAGE#<stage>`, `data`
/// = the receipt's JSON as a string, `updatedAt` (FORMATS §2); keys are
/// `<table>[<workspace>]/<stage>`. A revision is the digest of `data` and `updatedAt`; attributes
/// the console does not know survive its writes. Reads are consistent.
public final class ReceiptItems implements StampedStore {

  private final Table table;
  private final int readsAtOnce;

  private ReceiptItems(Table table, int readsAtOnce) {
    this.table = table;
    this.readsAtOnce = readsAtOnce;
  }

  /// The receipts of a table. Nothing is asked of it yet.
  public static ReceiptItems open(AwsAccess access, String table) throws BackendException {
    return new ReceiptItems(
        Table.open(access, table, ReceiptItem.KEYS), ReadsAtOnce.of(access.environment()));
  }

  /// The table's name.
  public String name() {
    return table.name();
  }

  @Override
  public String location() {
    return table.location();
  }

  @Override
  public int readsAtOnce() {
    return readsAtOnce;
  }

  /// The ids in the table.
  WorkspaceIds workspaces() {
    return new WorkspaceIds(table);
  }

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    String workspace = row(range.prefix()).workspace();
    Attempt attempt = table.attempt("list the receipts of workspace " + workspace, "Query");
    QueryRequest query = ReceiptItem.ofWorkspace(table.name(), workspace).build();
    QueryResponse page;
    do {
      QueryRequest asked = query;
      page = AwsCall.answer(attempt, cancellation, () -> table.client().query(asked));
      for (Map<String, AttributeValue> item : page.items()) {
        cancellation.check();
        sink.accept(listed(workspace, new ReceiptItem(item)));
      }
      query = query.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
    } while (page.hasLastEvaluatedKey());
  }

  // What is no string is left to be read one by one, which says why it cannot be.
  private Listed listed(String workspace, ReceiptItem item) {
    String key = new RowKey(workspace, item.stage()).text(table.name());
    return new Listed(
        key,
        item.content().map(content -> new StoredDocument(key, content, item.revision())),
        item.revision().value());
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    Optional<ReceiptItem> stored = stored(key);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    ReceiptItem item = stored.get();
    byte[] content =
        item.content()
            .orElseThrow(() ->
                new BackendException(
                    Code.UNREADABLE_DOCUMENT,
                    "the item's attribute data is no string",
                    "mend the item in DynamoDB"));
    return Optional.of(new StoredDocument(key, content, item.revision()));
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    RowKey row = row(key);
    ReceiptItem next = ReceiptItem.of(row, content);
    switch (precondition) {
      case Precondition.Absent() ->
          new FencedWrite(table, fence)
              .run(
                  table.attempt("write " + key, "PutItem"),
                  ItemWrite.of(next.creation(table.name())),
                  Table.exists(key));
      case Precondition.Matches(Revision expected) -> {
        ReceiptItem old = required(key, expected);
        new FencedWrite(table, fence)
            .run(
                table.attempt("write " + key, "UpdateItem"),
                ItemWrite.of(next.replacing(old, table.name(), row)),
                Table.changed(key));
      }
    }
    return next.revision();
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    RowKey row = row(key);
    ReceiptItem old = required(key, expected);
    new FencedWrite(table, fence)
        .run(
            table.attempt("delete " + key, "DeleteItem"),
            ItemWrite.of(old.removal(table.name(), row)),
            Table.changed(key));
  }

  @Override
  public void close() {
    table.client().close();
  }

  private ReceiptItem required(String key, Revision expected) throws BackendException {
    ReceiptItem stored = stored(key).orElseThrow(() -> Table.gone(key));
    if (!stored.revision().equals(expected)) {
      throw Table.changed(key);
    }
    return stored;
  }

  private Optional<ReceiptItem> stored(String key) throws BackendException {
    RowKey row = row(key);
    return Optional.of(
            AwsCall.answer(
                table.attempt("read " + key, "GetItem"),
                () ->
                    table
                        .client()
                        .getItem(get ->
                            get.tableName(table.name())
                                .key(ReceiptItem.key(row))
                                .consistentRead(true))))
        .filter(answer -> answer.hasItem())
        .map(answer -> new ReceiptItem(answer.item()));
  }

  private RowKey row(String key) throws BackendException {
    return RowKey.parse(table.name(), key)
        .orElseThrow(() ->
            new BackendException(
                Code.INVALID,
                "a key that is no item of " + table.name(),
                "use a key that a listing shows"));
  }
}
