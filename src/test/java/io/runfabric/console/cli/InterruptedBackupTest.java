package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.Main;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.SlowConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C during a backup, as a terminal sends it.
@DisabledOnOs(OS.WINDOWS) // it has no such signal
class InterruptedBackupTest {

  @TempDir private Path folder;

  @Test
  void leavesNoFileAndEndsWith130() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    for (int i = 0; i < 200; i++) {
      server.put(
          bucket,
          "runfabric/state/receipts/stage-" + i + ".receipt.json",
          "{\"version\": 2, \"service\": \"shop\", \"stage\": \"stage-" + i + "\"}");
    }
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: s3\n  s3Bucket: " + bucket + "\n");
    Path backups = folder.resolve(".runfabric/backup");
    try (SlowConnection distant = new SlowConnection(server.port(), Duration.ofMillis(300))) {
      Process backup = start(distant);
      waitFor(() -> !files(backups).isEmpty(), backup);

      int sent = new ProcessBuilder("kill", "-INT", Long.toString(backup.pid())).start().waitFor();

      assertThat(sent).isZero();
      assertThat(backup.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(backup.exitValue()).isEqualTo(130);
    }
    assertThat(files(backups)).isEmpty();
    assertThat(folder.resolve("err.txt")).content().contains("cancelled");
  }

  private Process start(SlowConnection distant) throws Exception {
    List<String> command = new ArrayList<>();
    if (OS.current() == OS.LINUX) {
      // What started the build may have it ignore the signal, which a child inherits.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("state", "backup"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().putAll(S3Server.environment(distant.endpoint()));
    builder.environment().put("RUNFABRIC_CONSOLE_READS", "1");
    return builder.start();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void waitFor(Condition condition, Process process) throws Exception {
    Instant patience = Instant.now().plusSeconds(30);
    while (!condition.holds()) {
      assertThat(process.isAlive()).as("the backup is still under way").isTrue();
      assertThat(Instant.now()).isBefore(patience);
      Thread.sleep(20);
    }
  }

  private static List<Path> files(Path backups) throws Exception {
    if (!Files.exists(backups)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files.toList();
    }
  }
}
