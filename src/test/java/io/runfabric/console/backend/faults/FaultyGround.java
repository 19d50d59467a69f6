package io.runfabric.console.backend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.azblob.AzuriteServer;
import io.runfabric.console.backend.gcs.GcsServer;
import io.runfabric.console.backend.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server of one kind of backend, empty, to which the way may be faulty.
///
/// @param kind the backend's word in runfabric.yml
/// @param keys what else its block says
/// @param environment of somebody who reaches it without any fault
public record FaultyGround(String kind, String keys, Map<String, String> environment) {

  private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1|localhost):(\\d+)");

  /// One of each kind that is reached over a network.
  public static List<FaultyGround> all() throws SQLException {
    return List.of(
        new FaultyGround(
            "postgres",
            "postgresConnectionStringEnv: DSN",
            Map.of("DSN", PostgresServer.running().newTenant().dsn())),
        new FaultyGround(
            "s3", "s3Bucket: " + S3Server.running().newBucket(), S3Server.running().environment()),
        new FaultyGround(
            "dynamodb",
            "receiptTable: " + DynamodbServer.running().newTable("pk", "sk"),
            DynamodbServer.running().environment()),
        new FaultyGround(
            "gcs",
            "gcsBucket: " + GcsServer.running().newBucket(),
            GcsServer.running().environment()),
        new FaultyGround(
            "azblob",
            "azblobContainer: " + AzuriteServer.running().newContainer().getBlobContainerName(),
            AzuriteServer.running().environment()));
  }

  /// Whether it is spoken to in HTTP.
  boolean http() {
    return !kind.equals("postgres");
  }

  public int port() {
    Matcher port = PORT.matcher(String.join("\n", environment.values()));
    assertThat(port.find()).isTrue();
    return Integer.parseInt(port.group(1));
  }

  /// The environment of somebody who reaches it over this way only.
  public Map<String, String> over(FaultyConnection way) {
    Map<String, String> over = new HashMap<>();
    String near = ":" + port();
    environment.forEach((name, value) -> over.put(name, value.replace(near, ":" + way.port())));
    return over;
  }

  @Override
  public String toString() {
    return kind;
  }
}
