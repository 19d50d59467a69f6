package io.runfabric.console.backend.aws;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/// DynamoDB's own local server in this JVM; one for all tests.
public final class DynamodbServer {

  private static final AtomicInteger TABLES = new AtomicInteger();

  private final String endpoint;
  private final DynamoDbClient client;

  private DynamodbServer() {
    try {
      String port = freePort();
      ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-port", port, "-disableTelemetry"})
          .start();
      endpoint = "http://127.0.0.1:" + port;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB does not start", e);
    }
    client =
        new AwsAccess(environment(), "us-east-1")
            .client(DynamoDbClient.builder(), Optional.of(URI.create(endpoint)));
  }

  private static final class Holder {
    static final DynamodbServer RUNNING = new DynamodbServer();
  }

  public static DynamodbServer running() {
    return Holder.RUNNING;
  }

  /// A client to prepare and to look with.
  public DynamoDbClient client() {
    return client;
  }

  /// Creates an empty table with these string keys and tells its name.
  public String newTable(String... keys) {
    String name = "table-" + TABLES.incrementAndGet();
    client.createTable(table ->
        table
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(Arrays.stream(keys).map(DynamodbServer::text).toList())
            .keySchema(Arrays.stream(keys).map(key -> element(key, keys[0])).toList()));
    return name;
  }

  public String endpoint() {
    return endpoint;
  }

  /// The environment of somebody who may do everything here.
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY);
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
    return environment;
  }

  private static AttributeDefinition text(String key) {
    return AttributeDefinition.builder()
        .attributeName(key)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement element(String key, String partition) {
    return KeySchemaElement.builder()
        .attributeName(key)
        .keyType(key.equals(partition) ? KeyType.HASH : KeyType.RANGE)
        .build();
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
