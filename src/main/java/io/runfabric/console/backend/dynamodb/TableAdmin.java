package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.AwsFailure;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Creates a table: string keys, paid by request.
///
/// @param keys the partition key, then the sort key if there is one
record TableAdmin(Table table, List<String> keys) implements AutoCloseable {

  static TableAdmin open(AwsAccess access, String name, List<String> keys) throws BackendException {
    return new TableAdmin(Table.open(access, name, String.join(" and ", keys)), keys);
  }

  /// Creates the table and waits until it can be used. One that exists is left alone.
  void create() throws BackendException {
    try {
      table
          .client()
          .createTable(request ->
              request
                  .tableName(table.name())
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(keys.stream().map(TableAdmin::attribute).toList())
                  .keySchema(keys.stream().map(this::element).toList()));
    } catch (ResourceInUseException _) {
      // Somebody was faster, or it is being created: wait for it below.
    } catch (SdkException e) {
      throw AwsFailure.of(table.attempt("create it", "CreateTable"), e);
    }
    try {
      var _ =
          table.client().waiter().waitUntilTableExists(request -> request.tableName(table.name()));
    } catch (SdkException e) {
      throw AwsFailure.of(table.attempt("wait for it", "DescribeTable"), e);
    }
  }

  @Override
  public void close() {
    table.client().close();
  }

  private static AttributeDefinition attribute(String key) {
    return AttributeDefinition.builder()
        .attributeName(key)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private KeySchemaElement element(String key) {
    return KeySchemaElement.builder()
        .attributeName(key)
        .keyType(key.equals(keys.getFirst()) ? KeyType.HASH : KeyType.RANGE)
        .build();
  }
}
