package io.runfabric.console.config;

import io.runfabric.console.config.RecordSettings.RecordStore;
import java.util.List;
import java.util.Optional;

/// `state:`, where engine 1 keeps state records. Without the block its defaults hold.
final class StateBlock {

  private static final List<BackendKind> KINDS =
      List.of(
          BackendKind.LOCAL,
          BackendKind.POSTGRES,
          BackendKind.S3,
          BackendKind.GCS,
          BackendKind.AZBLOB);

  private final Block block;
  private final Surroundings around;
  private final BlockReader keys;
  private final BackendKind kind;
  private final Value word;

  /// @param chosen a kind that replaces the configured one, if given
  StateBlock(Block block, Optional<String> chosen, Surroundings around) {
    this.block = block;
    this.around = around;
    this.keys = new BlockReader(block, around);
    Value configured = keys.find("backend").or(BackendKind.LOCAL.word());
    this.word =
        chosen
            .map(flag -> new Value(flag.strip(), "flag", false, Place.FILE, Excerpt.of(flag)))
            .orElse(configured);
    this.kind = kind();
  }

  /// Whether state records can be kept in such a backend.
  static boolean keeps(BackendKind kind) {
    return KINDS.contains(kind);
  }

  /// Whether the region of the provider says where the records are.
  boolean needsRegion() {
    return kind == BackendKind.S3 && block.child("s3", around.problems()).field("region").isEmpty();
  }

  /// @param region of the provider, with its fall-backs
  /// @return settings that may hold blanks where an error was reported
  RecordSettings resolve(Value region) {
    around.list(
        "state.backend", new Value(kind.word(), word.origin(), word.secret(), word.place(), ""));
    RecordStore store = store(region);
    RecordSettings.LockRules lock =
        new LockBlock(block.child("lock", around.problems()), around).resolve();
    keys.checkRest(KnownKeys.STATE, "lock", "local", "postgres", "s3", "gcs", "azblob");
    return new RecordSettings(store, lock, block.declared());
  }

  private BackendKind kind() {
    Optional<BackendKind> known = BackendKind.of(word.text()).filter(KINDS::contains);
    if (known.isEmpty()) {
      around
          .problems()
          .error(
              word.place(),
              "state.backend",
              word.shown(),
              "state records are not kept in such a backend",
              KindChoice.advice(word.text(), KINDS.stream().map(BackendKind::word).toList()));
    }
    return known.orElse(BackendKind.LOCAL);
  }

  private RecordStore store(Value region) {
    BlockReader local = below("local");
    BlockReader postgres = below("postgres");
    BlockReader s3 = below("s3");
    BlockReader gcs = below("gcs");
    BlockReader azblob = below("azblob");
    RecordStore store =
        switch (kind) {
          case POSTGRES ->
              new RecordStore.Postgres(
                  postgres.variableName("connectionStringEnv", "RUNFABRIC_STATE_POSTGRES_URL"),
                  postgres.text("schema", "public"),
                  postgres.text("table", "runfabric_state"),
                  keyPrefix().text());
          case S3 ->
              new RecordStore.S3(
                  s3.required("bucket", word.place(), "the s3 backend needs a bucket"),
                  s3.textOr("region", region).text(),
                  s3.textOr("keyPrefix", keyPrefix()).text(),
                  new Switch(s3, around).read("useLockfile", true));
          case GCS ->
              new RecordStore.Gcs(
                  gcs.required("bucket", word.place(), "the gcs backend needs a bucket"),
                  gcs.textOr("prefix", keyPrefix()).text());
          case AZBLOB ->
              new RecordStore.Azblob(
                  azblob.required(
                      "container", word.place(), "the azblob backend needs a container"),
                  azblob.textOr("prefix", keyPrefix()).text());
          case LOCAL, SQLITE, DYNAMODB ->
              new RecordStore.Local(local.path("dir", ".runfabric/state"));
        };
    local.checkRest(KnownKeys.LOCAL);
    postgres.checkRest(KnownKeys.POSTGRES);
    s3.checkRest(KnownKeys.S3);
    gcs.checkRest(KnownKeys.GCS);
    azblob.checkRest(KnownKeys.AZBLOB);
    return store;
  }

  private BlockReader below(String key) {
    return new BlockReader(block.child(key, around.problems()), around);
  }

  private Value keyPrefix() {
    return keys.textOr("keyPrefix", Value.standard("runfabric/state"));
  }
}
