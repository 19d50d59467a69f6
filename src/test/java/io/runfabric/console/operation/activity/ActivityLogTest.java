package io.runfabric.console.operation.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.operation.activity.Activity.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class ActivityLogTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Doing RESTORE =
      new Doing("/p/runfabric.yml", "shop", "dev", "local", "restore", "state restore --file b");

  @TempDir private Path temp;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void anOperationIsOneLineWithWhatItChanged() throws Exception {
    String result =
        log()
            .record(
                RESTORE,
                trace -> {
                  trace.changed(".runfabric/dev.json");
                  trace.changed(".runfabric/qa.json");
                  trace.snapshot("/state/before.json");
                  return "done";
                });

    assertThat(result).isEqualTo("done");
    assertThat(Files.readAllLines(file())).hasSize(1);
    Activity activity = newest(10).getFirst();
    assertThat(activity.at()).isEqualTo(NOW);
    assertThat(activity.doing()).isEqualTo(RESTORE);
    assertThat(activity.result()).isEqualTo(Result.OK);
    assertThat(activity.errorCode()).isEmpty();
    assertThat(activity.changed()).isEqualTo(2);
    assertThat(activity.keys()).containsExactly(".runfabric/dev.json", ".runfabric/qa.json");
    assertThat(activity.snapshot()).isEqualTo("/state/before.json");
    assertThat(activity.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(activity.who().user()).isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void aFailureIsWrittenToAndGoesOn() throws Exception {
    assertThatThrownBy(() ->
            log()
                .record(
                    RESTORE,
                    trace -> {
                      trace.changed("a");
                      throw new BackendException(Code.CONFLICT, "changed", "look");
                    }))
        .isInstanceOf(BackendException.class);
    assertThatThrownBy(() ->
            log()
                .record(
                    RESTORE,
                    _ -> {
                      throw new CancellationException("cancelled");
                    }))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() ->
            log()
                .record(
                    RESTORE,
                    _ -> {
                      throw new AssertionError("a bug");
                    }))
        .isInstanceOf(AssertionError.class);
    log()
        .record(
            RESTORE,
            trace -> {
              trace.failed("LOCKED");
              return 5;
            });

    assertThat(newest(10))
        .extracting(Activity::result)
        .containsExactly(Result.FAILED, Result.FAILED, Result.CANCELLED, Result.FAILED);
    assertThat(newest(10))
        .extracting(Activity::errorCode)
        .containsExactly("LOCKED", "INTERNAL", "CANCELLED", "CONFLICT");
    assertThat(newest(10).getLast().changed()).isEqualTo(1);
  }

  @Test
  void nothingSecretIsWritten() throws Exception {
    log()
        .record(
            new Doing(
                "/p/runfabric.yml",
                "shop",
                "dev",
                "postgres",
                "migrate",
                "state migrate --to postgres://ada:canary@db:5432/state?sslmode=require"),
            trace -> {
              trace.changed("https://x.blob.core.windows.net/c/k?sig=canary");
              return true;
            });

    assertThat(Files.readString(file())).doesNotContain("canary").contains("postgres://");
  }

  @Test
  void aLineNamesAHundredKeysAndCountsTheRest() throws Exception {
    log()
        .record(
            RESTORE,
            trace -> {
              for (int i = 0; i < 1000; i++) {
                trace.changed("key-" + i);
              }
              return true;
            });

    assertThat(newest(1).getFirst().changed()).isEqualTo(1000);
    assertThat(newest(1).getFirst().keys()).hasSize(100);
  }

  @Test
  @DisabledOnOs(WINDOWS)
  void theFolderAndItsFilesAreTheUsersAlone() throws Exception {
    write(log());

    assertThat(permissions(folder())).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(permissions(file().resolveSibling("activity.lock"))).isEqualTo("rw-------");
  }

  @Test
  void aFullFileIsPutAsideAndTheSixthIsDropped() throws Exception {
    ActivityLog small = new ActivityLog(folder(), 1, clock(), warnings::add);
    for (int i = 0; i < 8; i++) {
      String key = "key-" + i;
      small.record(
          RESTORE,
          trace -> {
            trace.changed(key);
            return true;
          });
    }

    assertThat(small.newest(100, _ -> true).activities())
        .flatExtracting(Activity::keys)
        .containsExactly("key-7", "key-6", "key-5", "key-4", "key-3", "key-2");
    assertThat(folder().resolve("activity.5.jsonl")).exists();
    assertThat(folder().resolve("activity.6.jsonl")).doesNotExist();
    assertThat(small.newest(2, _ -> true).activities()).hasSize(2);
  }

  @Test
  void halfALineOfAWriterThatDiedIsCountedAndSpoilsNoOther() throws Exception {
    write(log());
    Files.writeString(file(), "{\"at\": \"2026-", StandardOpenOption.APPEND);
    write(log());

    ActivityLog.Reading reading = log().newest(10, _ -> true);

    assertThat(reading.activities()).hasSize(2);
    assertThat(reading.unreadable()).isEqualTo(1);
  }

  @Test
  void aLogThatCannotBeWrittenIsAWarningOnly() throws Exception {
    Files.writeString(temp.resolve("state"), "a file where the folder should be");

    assertThat(log().<String, IOException>record(RESTORE, _ -> "done")).isEqualTo("done");

    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("activity log", "could not be written", "done all the same");
  }

  @Test
  @Timeout(120)
  void linesOfEightProcessesDoNotMixAlsoWhileFilesArePutAside() throws Exception {
    int lines = 200;
    List<Process> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      writers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ActivityProcess.class.getName(),
                  folder().toString(),
                  "writer-" + writer,
                  Integer.toString(lines),
                  Integer.toString(1 << 20))
              .inheritIO()
              .start());
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }

    ActivityLog.Reading reading = log().newest(10_000, _ -> true);

    Set<String> keys = new HashSet<>();
    reading.activities().forEach(activity -> keys.addAll(activity.keys()));
    assertThat(reading.unreadable()).isZero();
    assertThat(reading.activities()).hasSize(8 * lines);
    assertThat(keys).hasSize(8 * lines);
    assertThat(folder().resolve("activity.1.jsonl")).exists();
  }

  private void write(ActivityLog log) throws IOException {
    log.<Boolean, IOException>record(RESTORE, _ -> true);
  }

  private List<Activity> newest(int limit) throws IOException {
    return log().newest(limit, _ -> true).activities();
  }

  private ActivityLog log() {
    return new ActivityLog(folder(), clock(), warnings::add);
  }

  private Path folder() {
    return temp.resolve("state");
  }

  private Path file() {
    return folder().resolve("activity.jsonl");
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
