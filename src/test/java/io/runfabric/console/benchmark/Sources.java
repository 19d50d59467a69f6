package io.runfabric.console.benchmark;

import io.runfabric.console.backend.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// Projects with many receipts on each kind of backend, to be measured.
final class Sources {

  private static final int FLUSHED = 10_000;

  private Sources() {}

  /// A project, and the environment that reaches its backend.
  record Source(Path config, Map<String, String> environment) {}

  /// Makes a project with so many receipts.
  interface Kind {
    Source with(Path folder, int size) throws Exception;
  }

  static Source local(Path folder, int size) throws IOException {
    Path config = config(folder, "local");
    for (int i = 0; i < size; i++) {
      Files.writeString(folder.resolve(".runfabric/" + stage(i) + ".json"), receipt(stage(i)));
    }
    return new Source(config, Map.of());
  }

  static Source sqlite(Path folder, int size) throws IOException, SQLException {
    Path config = config(folder, "sqlite");
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(".runfabric/state.db"))) {
      connection.setAutoCommit(false);
      try (Statement create = connection.createStatement()) {
        create.execute(
            "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT,"
                + " updated_at TEXT, PRIMARY KEY(workspace_id, stage))");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO runfabric_receipts VALUES ('.', ?, ?, ?)")) {
        for (int i = 0; i < size; i++) {
          insert.setString(1, stage(i));
          insert.setString(2, receipt(stage(i)));
          insert.setString(3, "2026-03-01T10:00:00Z");
          insert.addBatch();
          if (i % FLUSHED == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
    }
    return new Source(config, Map.of());
  }

  /// In a schema of its own, filled by the server itself.
  static Source postgres(Path folder, int size) throws IOException, SQLException {
    PostgresServer.Tenant tenant = PostgresServer.running().newTenant();
    tenant.sql(
        "CREATE TABLE "
            + tenant.name()
            + ".runfabric_receipts(workspace_id TEXT NOT NULL, stage TEXT NOT NULL, data JSONB"
            + " NOT NULL, updated_at TIMESTAMPTZ NOT NULL, PRIMARY KEY(workspace_id, stage))");
    tenant.sql(
        "INSERT INTO "
            + tenant.name()
            + ".runfabric_receipts SELECT '.', 'stage-' || lpad(i::text, 6, '0'), replace('"
            + receipt("@")
            + "', '@', 'stage-' || lpad(i::text, 6, '0'))::jsonb, '2026-03-01T10:00:00Z' FROM"
            + " generate_series(0, "
            + (size - 1)
            + ") AS i; ANALYZE "
            + tenant.name()
            + ".runfabric_receipts");
    Path config = config(folder, "postgres\n  postgresConnectionStringEnv: DSN");
    return new Source(config, Map.of("DSN", tenant.dsn()));
  }

  static Source s3(Path folder, ManyObjects objects) throws IOException {
    return new Source(
        config(folder, "s3\n  s3Bucket: " + ManyObjects.BUCKET), objects.environment());
  }

  private static Path config(Path folder, String backend) throws IOException {
    Files.createDirectories(folder.resolve(".runfabric"));
    return Files.writeString(
        folder.resolve("runfabric.yml"), "service: shop\nbackend:\n  kind: " + backend + "\n");
  }

  static String stage(int i) {
    return "stage-%06d".formatted(i);
  }

  /// About 1.2 kB, as the engine writes it.
  static String receipt(String stage) {
    return """
    {"version": 2, "service": "shop", "stage": "%1$s", "provider": "aws-lambda",
     "deploymentId": "aws-lambda-%1$s-1772359200",
     "outputs": {"region": "eu-central-1", "url": "https://%1$s.example.com",
      "arn_cart": "arn:aws:lambda:eu-central-1:123456789012:function:shop-%1$s-cart",
      "arn_pay": "arn:aws:lambda:eu-central-1:123456789012:function:shop-%1$s-pay"},
     "artifacts": [{"function": "cart", "runtime": "nodejs22.x", "sourcePath": "src/cart.ts",
       "outputPath": ".runfabric/build/cart.zip", "sizeBytes": 182734,
       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}],
     "metadata": {"account_id": "123456789012"},
     "functions": [{"function": "cart", "resourceName": "shop-%1$s-cart",
       "artifactSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
       "configSignature": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"}],
     "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(stage);
  }
}
