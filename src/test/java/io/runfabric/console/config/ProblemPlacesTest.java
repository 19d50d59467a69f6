package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemPlacesTest {

  @TempDir Path folder;
  Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(folder);
  }

  private static List<String> lines(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.severity().word() + " " + p.line() + ":" + p.column() + " " + p.key())
        .toList();
  }

  @Test
  void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
    workspace.yml(
        """
        provider:
          name: ${env:UNSET_ONE}
        backend:
          kind: s3
          s3Prefix: ${env:UNSET_TWO}
          gcsBucket: ${env:UNSET_THREE}
          type: s3
          bukcet: x
        stages: [dev]
        state:
          backend: local
          lock:
            timeoutSeconds: soon
            timeoutSeconds: later
        """);
    List<Problem> problems = workspace.stage("a/b").refused();
    assertThat(lines(problems))
        .containsExactly(
            "error 0:0 stage",
            "error 0:0 service",
            "error 2:9 provider.name",
            "error 4:9 backend.s3Bucket",
            "error 5:13 backend.s3Prefix",
            "warning 6:14 backend.gcsBucket",
            "warning 7:3 backend.type",
            "warning 8:3 backend.bukcet",
            "error 9:9 stages",
            "error 13:21 state.lock.timeoutSeconds",
            "error 14:5 state.lock.timeoutSeconds");
    assertThat(problems.get(4).sentence())
        .startsWith(folder.resolve("runfabric.yml") + ":5:13: backend.s3Prefix: ")
        .contains("UNSET_TWO");
    assertThat(problems.get(6).fix()).isEqualTo("write `kind`");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "service: [a], 1:10, service, a list, service: <text>",
        "service: {a: b}, 1:10, service, a mapping, service: <text>",
        "service: a/b, 1:10, service, a/b, my-api",
        "service: .., 1:10, service, .., my-api",
        "service: \"a b\", 1:10, service, a b, my-api",
        "servce: a, 0:0, service, \"\", servce",
        "service:, 0:0, service, \"\", after `service:`",
        "service: ${env:NOPE}, 1:10, service, ${env:NOPE}, set NOPE",
        "service: ${NOPE}, 1:10, service, ${NOPE}, ${env:NOPE}",
        "service: ${env:NOPE, 1:10, service, ${, close it",
        "\"service: a\\nbackend: s3\", 2:10, backend, s3, kind: s3",
        "\"service: a\\nbackend: [s3]\", 2:10, backend, a list, kind: local",
        "\"service: a\\nstate: s3\", 2:8, state, s3, backend: s3",
        "\"service: a\\nprovider: aws-lambda\", 2:11, provider, aws-lambda, name: aws-lambda",
        "\"service: a\\nproviders: aws-lambda\", 2:12, providers, aws-lambda, [aws-lambda]",
        "\"service: a\\nstages: {dev: {backend: s3}}\", 2:25, stages.dev.backend, s3, kind: s3",
        "\"service: a\\nstages: {dev: 3}\", 2:15, stages.dev, 3, dev:",
        "\"service: a\\nbackend: {kind: [s3]}\", 2:17, backend.kind, a list, kind: <text>",
      })
  void wrongValueSaysWhatToWrite(String text, String place, String key, String found, String fix) {
    Problem problem = workspace.yml(text.replace("\\n", "\n") + "\n").refused().getFirst();
    assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
    assertThat(problem.key()).isEqualTo(key);
    assertThat(problem.found()).isEqualTo(found);
    assertThat(problem.fix()).contains(fix);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"service: a\\nbackend:\\n\\tkind: s3\", 3:1, a tab",
        "\"service: a\\nservice: b\", 2:1, already on line 1",
        "\"service: a\\n---\\nservice: b\", 2:1, a second document",
        "\"service: 'a\\nb: c\", 1:10, never closed",
        "\"service: a: b\", 1:11, where no key may stand",
        "\"service: *a\", 1:10, an alias",
        "\"service: a\\n  b: c\", 2:4, where no key may stand",
        "\"service: a\\nb:\\n   c: d\\n  e: f\", 4:3, indentation",
        "\"service: a\\nb\\n\", 3:1, a key without `:`",
        "\"service: @a\", 1:10, cannot begin a value",
        "\"service: a\\nb: {c: d\\ne: f\", 2:4, never closed",
        "\"service: !!java.net.URL [x]\", 1:10, refused",
        "\"service: a\\nx: [!!python/object:os.system y]\", 2:5, refused",
        "\"a: \\u0001\", 1:4, a control character",
        "\"[service, a]\", 1:1, holds a list",
        "\"service\", 1:1, holds text",
        "\"\", 0:0, the file is empty",
        "\"# only\\n\", 0:0, the file is empty",
      })
  void textThatIsNoYamlSaysWhere(String text, String place, String message) {
    String content = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u0001");
    Problem problem = workspace.yml(content).refused().getFirst();
    assertThat(problem.message()).contains(message);
    assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
  }

  @Test
  void localTagsOfOtherPartsAreLetBe() {
    workspace.yml("service: a\nresources: {Arn: !GetAtt x.y, at: 2026-01-01, s: !!set {q}}\n");
    assertThat(workspace.loaded().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "backend, s3bucket, did you mean `s3Bucket`?",
    "backend, S3Bukcet, did you mean `s3Bucket`?",
    "backend, sqlitepth, did you mean `sqlitePath`?",
    "backend, bucket, write `s3Bucket` (or `gcsBucket`)",
    "backend, Dsn, write `postgresConnectionStringEnv` with the name of a variable",
    "backend, region, write `region` under `provider:`",
    "backend, zzz, 'remove it; known are kind, postgres'",
    "state, keyprefix, did you mean `keyPrefix`?",
    "state, type, write `backend`",
  })
  void unknownKeysAreWarningsWithAdvice(String block, String key, String fix) {
    workspace.yml("service: a\n" + block + ":\n  " + key + ": canary\n");
    Problem warning = workspace.warnedOf();
    assertThat(warning.key()).isEqualTo(block + "." + key);
    assertThat(warning.place()).endsWith(":3:3");
    assertThat(warning.fix()).startsWith(fix);
    assertThat(warning.toString()).doesNotContain("canary");
  }

  @Test
  void unknownKeysInEveryStageAreWarnings() {
    workspace.yml(
        """
        service: a
        stages:
          dev: {backend: {knd: local}}
          prod: {backend: {s3buckt: x, kind: "${bad}"}}
        """);
    assertThat(lines(workspace.loaded().warnings()))
        .containsExactly(
            "warning 3:19 stages.dev.backend.knd",
            "warning 4:20 stages.prod.backend.s3buckt",
            "warning 4:38 stages.prod.backend.kind");
  }

  @ParameterizedTest
  @CsvSource({
    "Backend, did you mean `backend`?", "backends, did you mean `backend`?",
    "stage, did you mean `stages`?", "Secret, did you mean `secrets`?"
  })
  void misspeltBlocksAreWarnings(String key, String fix) {
    assertThat(workspace.yml("service: a\n" + key + ": {}\n").warnedOf().fix()).isEqualTo(fix);
  }

  @Test
  void otherTopLevelKeysAreNotOurs() {
    workspace.yml("service: a\ntags: {}\nresources: {}\nhooks: []\nstats: 1\nstate: {}\n");
    assertThat(workspace.loaded().warnings()).isEmpty();
  }

  @Test
  void misspeltStageIsAWarning() {
    workspace.yml("service: a\nstages: {prod: {}, dev: {}}\n").stage("prdo");
    assertThat(workspace.warnedOf().fix()).isEqualTo("did you mean `prod`?");
    assertThat(workspace.stage("preview-17").loaded().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      value = {"a/b", "..", ".", "''", "'a b'", "ä", "a\\b"},
      ignoreLeadingAndTrailingWhitespace = false)
  void unsafeStageIsRefused(String stage) {
    assertThat(workspace.yml("service: a\n").stage(stage).refusedFor().key()).isEqualTo("stage");
  }

  @Test
  void longNamesAreRefused() {
    workspace.yml("service: " + "a".repeat(128) + "\n").stage("b".repeat(128));
    assertThat(workspace.loaded().warnings()).isEmpty();
    assertThat(workspace.stage("b".repeat(129)).refusedFor().message()).contains("longer than 128");
  }

  @ParameterizedTest
  @CsvSource({
    "local, 0",
    "s3, 1",
    "dynamodb, 1",
  })
  void unsetRegionIsAnErrorOnlyWhereItIsNeeded(String kind, int errors) throws Exception {
    workspace.yml(
        """
        service: a
        provider: {name: aws-lambda, region: "${env:UNSET_REGION}", runtime: "${env:UNSET_TOO}"}
        backend: {s3Bucket: b, lockTable: t}
        """);
    workspace.backend(kind);
    List<Problem> problems = errors == 0 ? workspace.loaded().warnings() : workspace.refused();
    assertThat(problems).hasSize(2);
    assertThat(problems)
        .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
        .hasSize(errors)
        .allMatch(problem -> problem.key().equals("provider.region"));
  }

  @Test
  void thousandsOfProblemsAreCutShort() {
    String many = "  x: y\n".repeat(100_000);
    assertThat(workspace.yml("service: a\nbackend:\n" + many).refused()).hasSizeBetween(10, 201);
  }
}
