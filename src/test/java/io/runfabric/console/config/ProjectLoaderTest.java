package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectLoaderTest {

  @TempDir Path folder;
  Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(folder);
  }

  @Test
  void smallestProjectIsLocalInStageDev() {
    LoadedProject loaded = workspace.yml("service: shop\n").loaded();
    Project project = loaded.project();
    assertThat(loaded.warnings()).isEmpty();
    assertThat(project.file()).isEqualTo(folder.resolve("runfabric.yml"));
    assertThat(project.folder()).isEqualTo(folder);
    assertThat(project.typedFolder()).isEqualTo(".");
    assertThat(project.service()).isEqualTo("shop");
    assertThat(project.stage()).isEqualTo("dev");
    assertThat(project.provider()).isEqualTo(new Project.Provider("", "", "us-east-1"));
    assertThat(project.providers()).isEmpty();
    assertThat(project.stages()).isEmpty();
    assertThat(project.backend()).isEqualTo(new BackendSettings.Local());
    assertThat(project.backendOrigin()).isEqualTo("default");
    assertThat(project.functions()).isEmpty();
    assertThat(project.otherBackends()).isEmpty();
    assertThat(project.records())
        .isEqualTo(
            new RecordSettings(
                new RecordSettings.RecordStore.Local(folder.resolve(".runfabric/state")),
                RecordSettings.LockRules.DEFAULT,
                false));
  }

  @Test
  void providerBlockIsRead() {
    Project project =
        workspace
            .yml(
                """
                service: shop
                provider:
                  name: aws-lambda
                  runtime: nodejs20.x
                  region: eu-west-1
                """)
            .variable("AWS_REGION", "us-west-2")
            .project();
    assertThat(project.provider())
        .isEqualTo(new Project.Provider("aws-lambda", "nodejs20.x", "eu-west-1"));
    assertThat(project.providers()).containsExactly("aws-lambda");
  }

  @Test
  void regionFallsBackToTheEnvironment() {
    workspace.yml("service: shop\nprovider: {name: aws-lambda}\n");
    workspace.variable("AWS_DEFAULT_REGION", "eu-north-1");
    assertThat(workspace.project().provider().region()).isEqualTo("eu-north-1");
    workspace.variable("AWS_REGION", "eu-south-1");
    assertThat(workspace.project().provider().region()).isEqualTo("eu-south-1");
  }

  @Test
  void providersRuntimeAndStateOfTheFirstEngineAreRead() {
    Project project =
        workspace
            .yml(
                """
                service: shop
                runtime: nodejs
                entry: src/index.ts
                providers:
                  - aws-lambda
                  - name: gcp-functions
                state:
                  backend: local
                  local:
                    dir: kept/here
                  lock:
                    timeoutSeconds: 60
                """)
            .project();
    assertThat(project.provider().name()).isEqualTo("aws-lambda");
    assertThat(project.provider().runtime()).isEqualTo("nodejs");
    assertThat(project.providers()).containsExactly("aws-lambda", "gcp-functions");
    assertThat(project.records())
        .isEqualTo(
            new RecordSettings(
                new RecordSettings.RecordStore.Local(folder.resolve("kept/here")),
                new RecordSettings.LockRules(
                    true, Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(120)),
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "'functions: {hello: {}, bye: {}}'",
    "'functions: [{name: hello}, {entry: x}, {name: bye}]'",
    "'functions: [hello, bye]'",
  })
  void functionsAreNamedInAMappingOrAList(String functions) {
    assertThat(workspace.yml("service: shop\n" + functions + "\n").project().functions())
        .containsExactly("hello", "bye");
  }

  @ParameterizedTest
  @CsvSource({"functions: 3", "functions:", "functions: text", "'functions: [[], 2.5, {a: b}]'"})
  void oddFunctionsAreNoProblem(String functions) {
    assertThat(workspace.yml("service: shop\n" + functions + "\n").loaded().warnings()).isEmpty();
  }

  @Test
  void stagesKeepTheOrderOfTheFile() {
    workspace.yml("service: shop\nstages: {prod: {}, dev: {}, alpha: }\n");
    assertThat(workspace.project().stages()).containsExactly("prod", "dev", "alpha");
  }

  @Test
  void stageComesFromTheRequestThenTheEnvironment() {
    workspace.yml("service: shop\n").file(".env", "RUNFABRIC_STAGE=of-file\n");
    assertThat(workspace.project().stage()).isEqualTo("of-file");
    workspace.variable("RUNFABRIC_STAGE", "of-process");
    assertThat(workspace.project().stage()).isEqualTo("of-process");
    assertThat(workspace.stage("given").project().stage()).isEqualTo("given");
  }

  @Test
  void overridesOfTheActiveStageGoOverTheTopLevelKeyByKey() {
    workspace.yml(
        """
        service: shop
        provider: {name: aws-lambda, runtime: nodejs20.x, region: eu-west-1}
        backend: {kind: s3, s3Bucket: shared, s3Prefix: base}
        stages:
          prod:
            provider: {region: us-east-2}
            backend: {s3Bucket: of-prod, s3Prefix: }
        """);
    assertThat(workspace.project().backend())
        .isEqualTo(
            new BackendSettings.S3("shared", "base", "eu-west-1", java.util.Optional.empty()));
    Project prod = workspace.stage("prod").project();
    assertThat(prod.backend())
        .isEqualTo(
            new BackendSettings.S3("of-prod", "base", "us-east-2", java.util.Optional.empty()));
    assertThat(prod.provider())
        .isEqualTo(new Project.Provider("aws-lambda", "nodejs20.x", "us-east-2"));
  }

  @Test
  void stagesInAnotherKindOfBackendAreNamed() {
    workspace.yml(
        """
        service: shop
        backend: {kind: local}
        stages:
          dev: {}
          qa: {backend: {kind: LOCAL}}
          prod: {backend: {kind: s3, s3Bucket: "${env:UNSET_HERE}"}}
          eu: {backend: {kind: "${env:ALSO_UNSET}"}}
          us: {backend: {kind: dynamodb}}
        """);
    LoadedProject dev = workspace.loaded();
    assertThat(dev.warnings()).isEmpty();
    assertThat(dev.project().otherBackends())
        .containsExactly(Map.entry("prod", BackendKind.S3), Map.entry("us", BackendKind.DYNAMODB));
  }

  @Test
  void stagesOfTheTopLevelAreOthersWhenTheActiveStageOverridesTheKind() {
    workspace.yml(
        """
        service: shop
        stages:
          dev: {}
          prod: {backend: {kind: sqlite}}
        """);
    Project prod = workspace.stage("prod").project();
    assertThat(prod.backendOrigin()).isEqualTo("stages.prod.backend.kind");
    assertThat(prod.otherBackends()).containsExactly(Map.entry("dev", BackendKind.LOCAL));
  }

  @Test
  void environmentIsDotEnvUnderTheProcess() {
    Project project =
        workspace
            .yml("service: shop\n")
            .file(".env", "ONE=file\nTWO=file\n")
            .variable("TWO", "process")
            .project();
    assertThat(project.environment())
        .containsOnly(Map.entry("ONE", "file"), Map.entry("TWO", "process"));
  }

  @Test
  void mergeKeysAndAliasesAreFollowed() {
    workspace.yml(
        """
        service: shop
        base: &base {kind: sqlite, sqlitePath: a.db}
        backend:
          <<: *base
          sqlitePath: b.db
        """);
    assertThat(workspace.project().backend())
        .isEqualTo(new BackendSettings.Sqlite(folder.resolve("b.db")));
  }

  @Test
  void byteOrderMarkAndWindowsLinesAreAccepted() {
    workspace.yml("\uFEFFservice: shop\r\nbackend:\r\n  kind: sqlite\r\n");
    assertThat(workspace.project().backend().kind()).isEqualTo(BackendKind.SQLITE);
  }

  @Test
  void settingsSayWhereTheyComeFrom() {
    workspace
        .yml(
            """
            service: shop
            backend:
              kind: s3
              s3Bucket: ${env:BUCKET}
              lockTable: ${secret:table}
            stages:
              prod:
                backend:
                  s3Prefix: of/${stage}
            secrets:
              table: locks
            """)
        .file(".env", "BUCKET=b1\n")
        .variable("AWS_REGION", "eu-west-1")
        .stage("prod");
    LoadedProject loaded = workspace.loaded();
    assertThat(loaded.settings())
        .filteredOn(setting -> !setting.key().startsWith("state."))
        .containsExactly(
            new Setting("service", "shop", "file line 1", false),
            new Setting("stage", "prod", "flag", false),
            new Setting("provider.region", "eu-west-1", "env AWS_REGION", false),
            new Setting("backend.kind", "s3", "file line 3", false),
            new Setting("backend.s3Bucket", "b1", "file line 4, .env BUCKET", false),
            new Setting("backend.s3Prefix", "of/prod", "stage override line 9", false),
            new Setting("backend.lockTable", "locks", "file line 5, secret table", true));
    assertThat(loaded.settings().toString()).doesNotContain("b1", "locks");
    assertThat(ConfigView.rows(loaded, (key, value) -> key.startsWith("secret.") ? "*" : value))
        .contains(new ConfigView.Row("backend.lockTable", "*", "file line 5, secret table"))
        .contains(new ConfigView.Row("backend.s3Bucket", "b1", "file line 4, .env BUCKET"));
  }

  @Test
  void nothingPrintsTheEnvironment() {
    LoadedProject loaded = workspace.yml("service: shop\n").variable("PASSWORD", "canary").loaded();
    assertThat(List.of(loaded, loaded.project(), loaded.settings()).toString())
        .doesNotContain("canary");
  }
}
