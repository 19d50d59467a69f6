package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.BackendSettings.Azblob;
import io.runfabric.console.config.BackendSettings.Dynamodb;
import io.runfabric.console.config.BackendSettings.Gcs;
import io.runfabric.console.config.BackendSettings.Local;
import io.runfabric.console.config.BackendSettings.Postgres;
import io.runfabric.console.config.BackendSettings.S3;
import io.runfabric.console.config.BackendSettings.Sqlite;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BackendBlockTest {

  private static final Optional<String> NO_LOCKS = Optional.empty();

  @TempDir Path folder;
  Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(folder);
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of("{}", new Local()),
        Arguments.of("{kind: local}", new Local()),
        Arguments.of(
            "{kind: postgres}", new Postgres("RUNFABRIC_STATE_POSTGRES_URL", "runfabric_receipts")),
        Arguments.of(
            "{kind: postgres, postgresConnectionStringEnv: DSN, postgresTable: ops.receipts}",
            new Postgres("DSN", "ops.receipts")),
        Arguments.of("{kind: s3, s3Bucket: b}", s3("b", "runfabric/state", NO_LOCKS)),
        Arguments.of(
            "{kind: s3, s3Bucket: b, s3Prefix: p/q, lockTable: t}", s3("b", "p/q", of("t"))),
        Arguments.of("{kind: s3, s3Bucket: 4711}", s3("4711", "runfabric/state", NO_LOCKS)),
        Arguments.of("{kind: dynamodb, receiptTable: r}", new Dynamodb("r", "us-east-1", NO_LOCKS)),
        Arguments.of("{kind: dynamodb, lockTable: t}", new Dynamodb("t", "us-east-1", of("t"))),
        Arguments.of(
            "{kind: dynamodb, lockTable: t, receiptTable: r}",
            new Dynamodb("r", "us-east-1", of("t"))),
        Arguments.of("{kind: gcs, gcsBucket: b}", new Gcs("b", "runfabric/state")),
        Arguments.of("{kind: gcs, gcsBucket: b, gcsPrefix: p}", new Gcs("b", "p")),
        Arguments.of("{kind: azblob, azblobContainer: c}", new Azblob("c", "runfabric/state")),
        Arguments.of("{kind: azblob, azblobContainer: c, azblobPrefix: p}", new Azblob("c", "p")));
  }

  private static S3 s3(String bucket, String prefix, Optional<String> lockTable) {
    return new S3(bucket, prefix, "us-east-1", lockTable);
  }

  private static Optional<String> of(String table) {
    return Optional.of(table);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void blockResolvesToSettings(String block, BackendSettings settings) {
    LoadedProject loaded = workspace.yml("service: shop\nbackend: " + block + "\n").loaded();
    assertThat(loaded.project().backend()).isEqualTo(settings);
    assertThat(loaded.warnings()).isEmpty();
  }

  @Test
  void sqlitePathCountsFromTheFolderOfTheFile() {
    workspace.yml("service: shop\nbackend: {kind: sqlite}\n");
    assertThat(workspace.project().backend())
        .isEqualTo(new Sqlite(folder.resolve(".runfabric/state.db")));
    workspace.yml("service: shop\nbackend: {kind: sqlite, sqlitePath: /var/./state.db}\n");
    assertThat(workspace.project().backend()).isEqualTo(new Sqlite(Path.of("/var/state.db")));
  }

  @ParameterizedTest
  @CsvSource({"SQLite", "' sqlite '", "'\tSQLITE'"})
  void kindIsTrimmedAndInAnyCase(String word) {
    workspace.yml("service: shop\nbackend: {kind: \"" + word.replace("\t", "\\t") + "\"}\n");
    assertThat(workspace.project().backend().kind()).isEqualTo(BackendKind.SQLITE);
  }

  @Test
  void keysAbsentFromTheFileComeFromVariables() {
    workspace
        .yml("service: shop\n")
        .variable("RUNFABRIC_BACKEND", "S3")
        .variable("RUNFABRIC_S3_BUCKET", "b")
        .variable("RUNFABRIC_S3_PREFIX", "p")
        .variable("RUNFABRIC_DYNAMODB_TABLE", "t");
    assertThat(workspace.project().backend()).isEqualTo(s3("b", "p", of("t")));
    assertThat(workspace.project().backendOrigin()).isEqualTo("RUNFABRIC_BACKEND");
    workspace.variable("RUNFABRIC_BACKEND", "dynamodb");
    assertThat(workspace.project().backend()).isEqualTo(new Dynamodb("t", "us-east-1", of("t")));
  }

  @Test
  void keysOfTheFileWinOverVariables() {
    workspace
        .yml("service: shop\nbackend: {kind: s3, s3Bucket: b, s3Prefix: p, lockTable: t}\n")
        .variable("RUNFABRIC_BACKEND", "local")
        .variable("RUNFABRIC_S3_BUCKET", "other")
        .variable("RUNFABRIC_S3_PREFIX", "other")
        .variable("RUNFABRIC_DYNAMODB_TABLE", "other");
    assertThat(workspace.project().backend()).isEqualTo(s3("b", "p", of("t")));
  }

  @Test
  void blankVariablesCountAsUnset() {
    workspace
        .yml("service: shop\nbackend: {kind: s3, s3Bucket: b}\n")
        .variable("RUNFABRIC_S3_PREFIX", " ")
        .variable("RUNFABRIC_DYNAMODB_TABLE", "");
    assertThat(workspace.project().backend()).isEqualTo(s3("b", "runfabric/state", NO_LOCKS));
  }

  @Test
  void kindComesFromFlagThenStageThenBlockThenPluginThenVariable() {
    workspace.yml("service: shop\n").variable("RUNFABRIC_BACKEND", "sqlite");
    assertThat(kindAndOrigin()).isEqualTo("sqlite from RUNFABRIC_BACKEND");
    workspace.yml("service: shop\nextensions: {statePlugin: acme-state-Postgres}\n");
    assertThat(kindAndOrigin()).isEqualTo("postgres from extensions.statePlugin");
    String file =
        """
        service: shop
        extensions: {statePlugin: acme-state-postgres}
        backend: {kind: local}
        stages: {prod: {backend: {kind: sqlite}}}
        """;
    workspace.yml(file);
    assertThat(kindAndOrigin()).isEqualTo("local from backend.kind");
    workspace.stage("prod");
    assertThat(kindAndOrigin()).isEqualTo("sqlite from stages.prod.backend.kind");
    workspace.backend("POSTGRES");
    assertThat(kindAndOrigin()).isEqualTo("postgres from --backend");
  }

  private String kindAndOrigin() {
    Project project = workspace.project();
    return project.backend().kind() + " from " + project.backendOrigin();
  }

  @Test
  void flagUsesTheKeysThatAreThere() {
    workspace
        .yml("service: shop\nbackend: {kind: local, s3Bucket: b, s3Prefix: p}\n")
        .backend("s3");
    assertThat(workspace.project().backend()).isEqualTo(s3("b", "p", NO_LOCKS));
  }

  @ParameterizedTest
  @CsvSource({
    "s3, s3Bucket, RUNFABRIC_S3_BUCKET",
    "gcs, gcsBucket, gcsBucket",
    "azblob, azblobContainer, azblobContainer",
    "dynamodb, receiptTable, lockTable",
  })
  void requiredKeysAreAskedFor(String kind, String key, String alsoNamed) {
    Problem problem = workspace.yml("service: shop\nbackend:\n  kind: " + kind + "\n").refusedFor();
    assertThat(problem.key()).isEqualTo("backend." + key);
    assertThat(problem.place()).endsWith("runfabric.yml:3:9");
    assertThat(problem.sentence()).contains("the " + kind + " backend needs", key, alsoNamed);
  }

  @Test
  void requiredKeyThatResolvesToNothingIsAskedFor() {
    workspace.yml("service: shop\nbackend:\n  kind: s3\n  s3Bucket: ${env:BUCKET,fallback}\n");
    Problem problem = workspace.variable("BUCKET", "").refusedFor();
    assertThat(problem.place()).endsWith(":4:13");
    assertThat(problem.found()).isEqualTo("${env:BUCKET,…}");
    assertThat(problem.message()).contains("resolves to nothing");
  }

  @Test
  void emptyTableOfDynamodbIsAskedFor() {
    workspace.yml("service: shop\nbackend: {kind: dynamodb, lockTable: \"${env:T,}\"}\n");
    assertThat(workspace.refusedFor().key()).isEqualTo("backend.receiptTable");
  }

  @ParameterizedTest
  @CsvSource({
    "postgress, postgres",
    "PG, postgres",
    "dynamo, dynamodb",
    "azure, azblob",
    "sqlit, sqlite"
  })
  void unknownKindNamesTheNearestAndAll(String word, String nearest) {
    Problem problem = workspace.yml("service: shop\nbackend:\n  kind: " + word + "\n").refusedFor();
    assertThat(problem.place()).endsWith(":3:9");
    assertThat(problem.key()).isEqualTo("backend.kind");
    assertThat(problem.found()).isEqualTo(word);
    assertThat(problem.fix())
        .isEqualTo(
            "did you mean `"
                + nearest
                + "`? Known are local, postgres, sqlite, s3, dynamodb, gcs, azblob");
  }

  @Test
  void unknownKindOfAFlagAVariableOrAPluginSaysSo() {
    workspace.yml("service: shop\n");
    assertThat(workspace.variable("RUNFABRIC_BACKEND", "canary").refusedFor())
        .returns("RUNFABRIC_BACKEND", Problem::key)
        .returns("RUNFABRIC_BACKEND", Problem::found);
    assertThat(workspace.backend("nosql").refused()).extracting(Problem::key).contains("--backend");
    workspace.yml("service: shop\nextensions: {statePlugin: acme-}\n").backend("local");
    assertThat(workspace.warnedOf().key()).isEqualTo("extensions.statePlugin");
  }

  @Test
  void connectionStringInPlaceOfAVariableIsRefusedAndNotShown() {
    workspace.yml(
        """
        service: shop
        backend:
          kind: postgres
          postgresConnectionStringEnv: postgres://ops:canary@db/state
        """);
    Problem problem = workspace.refusedFor();
    assertThat(problem.place()).endsWith(":4:32");
    assertThat(problem.message()).contains("name of the variable");
    assertThat(problem.toString()).doesNotContain("canary", "ops");
  }
}
