package io.runfabric.console.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The keys a block may have, and what to write for names people try instead.
///
/// @param others lower-cased name to what to write
record KnownKeys(List<String> names, Map<String, String> others) {

  private static final List<String> BLOCKS =
      List.of("backend", "state", "stages", "provider", "providers", "secrets");

  static final KnownKeys BACKEND =
      new KnownKeys(
          List.of(
              "kind",
              "postgresConnectionStringEnv",
              "postgresTable",
              "sqlitePath",
              "receiptTable",
              "lockTable",
              "s3Bucket",
              "s3Prefix",
              "gcsBucket",
              "gcsPrefix",
              "azblobContainer",
              "azblobPrefix"),
          Map.ofEntries(
              Map.entry("type", "`kind`"),
              Map.entry("backend", "`kind`"),
              Map.entry("name", "`kind`"),
              Map.entry("bucket", "`s3Bucket` (or `gcsBucket`)"),
              Map.entry("prefix", "`s3Prefix` (or `gcsPrefix`, `azblobPrefix`)"),
              Map.entry("keyprefix", "`s3Prefix` (or `gcsPrefix`, `azblobPrefix`)"),
              Map.entry("container", "`azblobContainer`"),
              Map.entry("path", "`sqlitePath`"),
              Map.entry("file", "`sqlitePath`"),
              Map.entry("table", "`postgresTable` (or `receiptTable` for dynamodb)"),
              Map.entry("tablename", "`postgresTable` (or `receiptTable` for dynamodb)"),
              Map.entry("schema", "`postgresTable: <schema>.<table>`"),
              Map.entry("dynamodbtable", "`receiptTable` (or `lockTable`)"),
              Map.entry("dsn", "`postgresConnectionStringEnv` with the name of a variable"),
              Map.entry("url", "`postgresConnectionStringEnv` with the name of a variable"),
              Map.entry(
                  "connectionstring", "`postgresConnectionStringEnv` with the name of a variable"),
              Map.entry("connectionstringenv", "`postgresConnectionStringEnv`"),
              Map.entry("region", "`region` under `provider:`")));

  static final KnownKeys STATE =
      new KnownKeys(
          List.of("backend", "keyPrefix", "lock", "local", "postgres", "s3", "gcs", "azblob"),
          Map.of(
              "kind", "`backend`",
              "type", "`backend`",
              "prefix", "`keyPrefix`",
              "dir", "`dir` under `local:`",
              "bucket", "`bucket` under `s3:` (or `gcs:`)",
              "container", "`container` under `azblob:`"));

  static final KnownKeys LOCK =
      new KnownKeys(
          List.of("enabled", "timeoutSeconds", "heartbeatSeconds", "staleAfterSeconds"),
          Map.of(
              "timeout", "`timeoutSeconds`",
              "heartbeat", "`heartbeatSeconds`",
              "staleafter", "`staleAfterSeconds`",
              "stale", "`staleAfterSeconds`"));

  static final KnownKeys LOCAL = new KnownKeys(List.of("dir"), Map.of("path", "`dir`"));

  static final KnownKeys POSTGRES =
      new KnownKeys(
          List.of("connectionStringEnv", "schema", "table"),
          Map.of(
              "dsn", "`connectionStringEnv` with the name of a variable",
              "url", "`connectionStringEnv` with the name of a variable",
              "connectionstring", "`connectionStringEnv` with the name of a variable"));

  static final KnownKeys S3 =
      new KnownKeys(
          List.of("bucket", "region", "keyPrefix", "useLockfile"),
          Map.of("prefix", "`keyPrefix`", "s3bucket", "`bucket`"));

  static final KnownKeys GCS =
      new KnownKeys(
          List.of("bucket", "prefix"), Map.of("keyprefix", "`prefix`", "gcsbucket", "`bucket`"));

  static final KnownKeys AZBLOB =
      new KnownKeys(
          List.of("container", "prefix"), Map.of("keyprefix", "`prefix`", "bucket", "`container`"));

  /// Warns of every key of the block that nobody reads.
  void warnOfOthers(Block block, Problems problems) {
    for (Block.Layer layer : block.layers()) {
      for (YamlMapping.Entry entry : layer.mapping().entries()) {
        if (!names.contains(entry.key())) {
          problems.warning(
              entry.place(),
              layer.key(Excerpt.of(entry.key())),
              Excerpt.of(entry.key()),
              "there is no such key, so it has no effect",
              advice(entry.key()));
        }
      }
    }
  }

  /// Warns of top-level keys that look like a block which is missing. The top level holds much that
  /// is not the console's, so unknown keys in general are let be.
  static void warnOfMisspeltBlocks(YamlMapping root, Problems problems) {
    for (YamlMapping.Entry entry : root.entries()) {
      String key = entry.key();
      Optional<String> meant =
          key.equals("stage") ? Optional.of("stages") : NearestName.to(key, BLOCKS, 1);
      meant
          .filter(name -> !BLOCKS.contains(key) && root.entry(name).isEmpty())
          .ifPresent(name ->
              problems.warning(
                  entry.place(),
                  Excerpt.of(key),
                  Excerpt.of(key),
                  "there is no such block, so it has no effect",
                  "did you mean `" + name + "`?"));
    }
  }

  private String advice(String key) {
    String other = others.get(key.toLowerCase(Locale.ROOT));
    return other != null
        ? "write " + other
        : NearestName.to(key, names)
            .map(name -> "did you mean `" + name + "`?")
            .orElse("remove it; known are " + String.join(", ", names));
  }
}
