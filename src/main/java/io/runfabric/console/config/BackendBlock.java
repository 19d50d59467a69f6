package io.runfabric.console.config;

import io.runfabric.console.config.BackendSettings.Azblob;
import io.runfabric.console.config.BackendSettings.Dynamodb;
import io.runfabric.console.config.BackendSettings.Gcs;
import io.runfabric.console.config.BackendSettings.Local;
import io.runfabric.console.config.BackendSettings.Postgres;
import io.runfabric.console.config.BackendSettings.S3;
import io.runfabric.console.config.BackendSettings.Sqlite;
import java.util.Optional;

/// `backend:`, where engine 2 keeps receipts.
final class BackendBlock {

  private static final String PREFIX = "runfabric/state";
  private static final String TABLE_VARIABLE = "RUNFABRIC_DYNAMODB_TABLE";

  private final Block block;
  private final KindChoice choice;
  private final Value region;
  private final BlockReader keys;

  private BackendBlock(Block block, KindChoice choice, Value region, Surroundings around) {
    this.block = block;
    this.choice = choice;
    this.region = region;
    this.keys = new BlockReader(block, around);
  }

  /// @param region of the provider, with its fall-backs
  /// @return settings that may hold blanks where an error was reported
  static BackendSettings resolve(
      Block block, KindChoice choice, Value region, Surroundings around) {
    BackendBlock backend = new BackendBlock(block, choice, region, around);
    Value kind = choice.value();
    around.list(
        "backend.kind",
        new Value(choice.kind().word(), kind.origin(), kind.secret(), kind.place(), ""));
    BackendSettings settings = backend.settings();
    backend.keys.checkRest(KnownKeys.BACKEND, "kind");
    return settings;
  }

  private BackendSettings settings() {
    return switch (choice.kind()) {
      case LOCAL -> new Local();
      case POSTGRES ->
          new Postgres(
              keys.variableName("postgresConnectionStringEnv", "RUNFABRIC_STATE_POSTGRES_URL"),
              keys.text("postgresTable", "runfabric_receipts"));
      case SQLITE -> new Sqlite(keys.path("sqlitePath", ".runfabric/state.db"));
      case S3 ->
          new S3(
              required("s3Bucket", "the s3 backend needs a bucket", "RUNFABRIC_S3_BUCKET"),
              keys.text("s3Prefix", PREFIX, "RUNFABRIC_S3_PREFIX"),
              region.text(),
              keys.optional("lockTable", TABLE_VARIABLE));
      case DYNAMODB -> dynamodb();
      case GCS ->
          new Gcs(
              required("gcsBucket", "the gcs backend needs a bucket"),
              keys.text("gcsPrefix", PREFIX));
      case AZBLOB ->
          new Azblob(
              required("azblobContainer", "the azblob backend needs a container"),
              keys.text("azblobPrefix", PREFIX));
    };
  }

  private Dynamodb dynamodb() {
    Value locks = keys.find("lockTable", TABLE_VARIABLE);
    if (locks.isUnusable()) {
      return new Dynamodb(keys.text("receiptTable", ""), region.text(), Optional.empty());
    }
    if (locks.isEmpty()) {
      String why = "the dynamodb backend needs a table: `receiptTable`, or `lockTable` for both";
      String receipts = required("receiptTable", why, TABLE_VARIABLE);
      return new Dynamodb(receipts, region.text(), Optional.empty());
    }
    Value receipts = keys.textOr("receiptTable", locks);
    keys.listed("lockTable", locks);
    return new Dynamodb(receipts.text(), region.text(), Optional.of(locks.text()));
  }

  private String required(String key, String why, String... variables) {
    Place kind = choice.value().place();
    return keys.required(key, kind.equals(Place.FILE) ? block.place() : kind, why, variables);
  }
}
