package io.runfabric.console.backend.dynamodb;

import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// A conditional write of one item, as a request of its own and as a part of a transaction.
record ItemWrite(Consumer<DynamoDbClient> alone, TransactWriteItem part) {

  static ItemWrite of(PutItemRequest request) {
    return new ItemWrite(
        client -> client.putItem(request),
        TransactWriteItem.builder()
            .put(put ->
                put.tableName(request.tableName())
                    .item(request.item())
                    .conditionExpression(request.conditionExpression())
                    .expressionAttributeNames(request.expressionAttributeNames())
                    .expressionAttributeValues(request.expressionAttributeValues()))
            .build());
  }

  static ItemWrite of(UpdateItemRequest request) {
    return new ItemWrite(
        client -> client.updateItem(request),
        TransactWriteItem.builder()
            .update(update ->
                update
                    .tableName(request.tableName())
                    .key(request.key())
                    .updateExpression(request.updateExpression())
                    .conditionExpression(request.conditionExpression())
                    .expressionAttributeNames(request.expressionAttributeNames())
                    .expressionAttributeValues(request.expressionAttributeValues()))
            .build());
  }

  static ItemWrite of(DeleteItemRequest request) {
    return new ItemWrite(
        client -> client.deleteItem(request),
        TransactWriteItem.builder()
            .delete(delete ->
                delete
                    .tableName(request.tableName())
                    .key(request.key())
                    .conditionExpression(request.conditionExpression())
                    .expressionAttributeNames(request.expressionAttributeNames())
                    .expressionAttributeValues(request.expressionAttributeValues()))
            .build());
  }
}
