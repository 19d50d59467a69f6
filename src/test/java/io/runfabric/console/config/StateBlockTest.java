package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.config.RecordSettings.RecordStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateBlockTest {

  @TempDir Path folder;
  Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(folder);
  }

  private RecordSettings records(String block) {
    LoadedProject loaded = workspace.yml("service: shop\nstate: " + block + "\n").loaded();
    return loaded.project().records();
  }

  static Stream<Arguments> stores() {
    String url = "RUNFABRIC_STATE_POSTGRES_URL";
    String prefix = "runfabric/state";
    return Stream.of(
        Arguments.of(
            "{backend: postgres}",
            new RecordStore.Postgres(url, "public", "runfabric_state", prefix)),
        Arguments.of(
            "{backend: Postgres, keyPrefix: k, postgres: {connectionStringEnv: D, schema: s, table:"
                + " t}}",
            new RecordStore.Postgres("D", "s", "t", "k")),
        Arguments.of(
            "{backend: s3, s3: {bucket: b}}", new RecordStore.S3("b", "us-east-1", prefix, true)),
        Arguments.of(
            "{backend: s3, keyPrefix: k, s3: {bucket: b}}",
            new RecordStore.S3("b", "us-east-1", "k", true)),
        Arguments.of(
            "{backend: s3, keyPrefix: k, s3: {bucket: b, region: r, keyPrefix: p, useLockfile:"
                + " no}}",
            new RecordStore.S3("b", "r", "p", false)),
        Arguments.of("{backend: gcs, gcs: {bucket: b}}", new RecordStore.Gcs("b", prefix)),
        Arguments.of(
            "{backend: gcs, keyPrefix: k, gcs: {bucket: b}}", new RecordStore.Gcs("b", "k")),
        Arguments.of("{backend: gcs, gcs: {bucket: b, prefix: p}}", new RecordStore.Gcs("b", "p")),
        Arguments.of(
            "{backend: azblob, azblob: {container: c}}", new RecordStore.Azblob("c", prefix)),
        Arguments.of(
            "{backend: azblob, keyPrefix: k, azblob: {container: c, prefix: p}}",
            new RecordStore.Azblob("c", "p")));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void blockResolvesToAStore(String block, RecordStore store) {
    assertThat(records(block)).isEqualTo(new RecordSettings(store, LockRules.DEFAULT, true));
  }

  @Test
  void emptyBlockIsNoBlock() {
    assertThat(records("").declared()).isFalse();
    assertThat(records("{}").declared()).isTrue();
    assertThat(records("{}").store())
        .isEqualTo(new RecordStore.Local(folder.resolve(".runfabric/state")));
  }

  @Test
  void recordsAreKeptWhereTheFormatSays() {
    assertThat(BackendKind.values())
        .filteredOn(RecordSettings::keptIn)
        .containsExactly(
            BackendKind.LOCAL,
            BackendKind.POSTGRES,
            BackendKind.S3,
            BackendKind.GCS,
            BackendKind.AZBLOB);
  }

  @Test
  void regionOfTheStoreFallsBackToTheProviders() {
    workspace.yml(
        """
        service: shop
        provider: {name: aws-lambda, region: eu-west-1}
        state: {backend: s3, s3: {bucket: b}}
        """);
    assertThat(workspace.project().records().store())
        .isEqualTo(new RecordStore.S3("b", "eu-west-1", "runfabric/state", true));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 30, 10, 60",
    "timeoutSeconds: 60, 60, 20, 120",
    "timeoutSeconds: 2, 2, 1, 4",
    "'timeoutSeconds: 60, heartbeatSeconds: 5, staleAfterSeconds: 90', 60, 5, 90",
    "heartbeatSeconds: 7, 30, 7, 60",
    "timeoutSeconds: '${env:T}', 45, 15, 90",
  })
  void lockTimesFollowFromTheTimeout(String lock, int timeout, int heartbeat, int stale) {
    workspace.variable("T", " 45 ");
    assertThat(records("{lock: {" + lock + "}}").lock())
        .isEqualTo(
            new LockRules(
                true,
                Duration.ofSeconds(timeout),
                Duration.ofSeconds(heartbeat),
                Duration.ofSeconds(stale)));
    assertThat(workspace.loaded().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "staleAfterSeconds: 5, 30, 10, 30, 30",
    "timeoutSeconds: 0, 1, 1, 2, 1",
    "heartbeatSeconds: 0, 30, 1, 60, 1",
  })
  void timesBelowTheirLeastAreRaisedWithAWarning(
      String lock, int timeout, int heartbeat, int stale, int least) {
    LockRules rules = records("{lock: {" + lock + "}}").lock();
    assertThat(rules)
        .isEqualTo(
            new LockRules(
                true,
                Duration.ofSeconds(timeout),
                Duration.ofSeconds(heartbeat),
                Duration.ofSeconds(stale)));
    assertThat(workspace.warnedOf().message()).contains("the least is " + least);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "no, false", "'\"FALSE\"', false", "on, true"})
  void lockIsSwitchedOnOrOff(String word, boolean enabled) {
    assertThat(records("{lock: {enabled: " + word + "}}").lock().enabled()).isEqualTo(enabled);
  }

  @ParameterizedTest
  @CsvSource({
    "'lock: {timeoutSeconds: abc}', state.lock.timeoutSeconds, abc, timeoutSeconds: 30",
    "'lock: {timeoutSeconds: 1.5}', state.lock.timeoutSeconds, 1.5, timeoutSeconds: 30",
    "'lock: {heartbeatSeconds: -1}', state.lock.heartbeatSeconds, -1, heartbeatSeconds: 10",
    "'lock: {enabled: maybe}', state.lock.enabled, maybe, enabled: true",
    "'lock: 30', state.lock, 30, lock:",
    "'lock: {timeoutSeconds: [1]}', state.lock.timeoutSeconds, a list, timeoutSeconds:",
    "'backend: sqlite', state.backend, sqlite, 'local, postgres, s3, gcs, azblob'",
    "'backend: s3', state.s3.bucket, '', bucket: <name>",
    "'s3: {useLockfile: {}}, backend: s3', state.s3.useLockfile, a mapping, useLockfile:",
    "'postgres: {connectionStringEnv: a b}, backend: postgres', state.postgres.connectionStringEnv,"
        + " (a text of 3 characters), RUNFABRIC_STATE_POSTGRES_URL",
  })
  void wrongValuesSayWhatToWrite(String block, String key, String found, String fix) {
    assertThat(workspace.yml("service: shop\nstate: {" + block + "}\n").refused())
        .anySatisfy(problem -> {
          assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
          assertThat(problem.key()).isEqualTo(key);
          assertThat(problem.found()).isEqualTo(found);
          assertThat(problem.fix()).contains(fix);
          assertThat(problem.line()).isEqualTo(2);
        });
  }

  @Test
  void unknownKeysBelowTheBlockAreWarnings() {
    workspace.yml(
        """
        service: shop
        state:
          kind: local
          lock:
            timeout: 3
          s3:
            Bucket: b
          gcs:
            zone: x
          local:
            dirs: x
          postgres:
            DSN: x
          azblob:
            account: x
        """);
    assertThat(workspace.loaded().warnings())
        .extracting(problem -> problem.line() + " " + problem.key() + ": " + problem.fix())
        .containsExactly(
            "3 state.kind: write `backend`",
            "5 state.lock.timeout: write `timeoutSeconds`",
            "7 state.s3.Bucket: did you mean `bucket`?",
            "9 state.gcs.zone: remove it; known are bucket, prefix",
            "11 state.local.dirs: did you mean `dir`?",
            "13 state.postgres.DSN: write `connectionStringEnv` with the name of a variable",
            "15 state.azblob.account: remove it; known are container, prefix");
  }
}
