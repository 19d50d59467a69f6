package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.aws.AwsCall;
import io.runfabric.console.backend.remote.Attempt;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// The workspace ids of a receipt table.
record WorkspaceIds(Table table) {

  /// Those of these ids that have receipts: one small query each.
  Set<String> present(Collection<String> ids) throws BackendException {
    Set<String> found = new TreeSet<>();
    for (String id : ids) {
      Attempt attempt = table.attempt("look for workspace " + id, "Query");
      if (!AwsCall.answer(
              attempt,
              () ->
                  table.client().query(ReceiptItem.ofWorkspace(table.name(), id).limit(1).build()))
          .items()
          .isEmpty()) {
        found.add(id);
      }
    }
    return found;
  }

  /// Every id with the number of its receipts. DynamoDB has no index of partition keys, so this
  /// reads the whole table, at half a read unit for each 4 KB.
  Map<String, Long> all() throws BackendException {
    Attempt attempt = table.attempt("list the workspaces", "Scan");
    Map<String, Long> counts = new TreeMap<>();
    ScanRequest scan =
        ScanRequest.builder()
            .tableName(table.name())
            .filterExpression("begins_with(" + ReceiptItem.SORT + ", :stage)")
            .expressionAttributeValues(Map.of(":stage", AttributeValue.fromS(ReceiptItem.STAGE)))
            .projectionExpression(ReceiptItem.PARTITION)
            .build();
    ScanResponse page;
    do {
      ScanRequest asked = scan;
      page = AwsCall.answer(attempt, Cancellation.never(), () -> table.client().scan(asked));
      for (Map<String, AttributeValue> item : page.items()) {
        AttributeValue id = item.get(ReceiptItem.PARTITION);
        if (id != null && id.s() != null) {
          counts.merge(id.s(), 1L, Long::sum);
        }
      }
      scan = scan.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
    } while (page.hasLastEvaluatedKey());
    return counts;
  }
}
