package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.Main;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a disk is not made for: names at its limit, files that come and go while they are read, two
/// writers of one file, links that lead out of the project, files that may not grow.
@DisabledOnOs(OS.WINDOWS)
class DiskEdgesTest {

  private static final int LISTINGS = 60;

  @TempDir private Path folder;
  @TempDir private Path outside;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws IOException {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", "service: shop\n");
    file(".runfabric/dev.json", DiskGround.receipt("dev", "2026-02-01T10:00:00Z"));
  }

  @Test
  void namesUpToTheLimitOfTheDiskAreWritten() throws Exception {
    // With the 128 characters of the longest service, 255 bytes for the lock's file.
    String stage = "s".repeat(116);
    String service = "v".repeat(128);
    file("runfabric.yml", "service: " + service + "\n");
    Files.delete(folder.resolve(".runfabric/dev.json"));
    file(
        ".runfabric/" + stage + ".json",
        DiskGround.receipt(stage, "2026-02-01T10:00:00Z").replace("shop", service));
    String name = "ü".repeat(125) + ".json";
    assertThat(cli.run("state", "backup", "--out", name).exitCode()).isZero();
    Files.delete(folder.resolve(".runfabric/" + stage + ".json"));

    Outcome restored = cli.run("state", "restore", "--file", name, "--yes", "--json");

    assertThat(restored.result().path("restored").asInt()).isOne();
    assertThat(folder.resolve(".runfabric/" + stage + ".json")).exists();
  }

  @Test
  void aLongerNameIsRefusedInASentence() throws Exception {
    String stage = "s".repeat(117);
    String service = "v".repeat(128);
    file("runfabric.yml", "service: " + service + "\n");
    Files.delete(folder.resolve(".runfabric/dev.json"));
    Path receipt = folder.resolve(".runfabric/" + stage + ".json");
    Files.writeString(
        receipt, DiskGround.receipt(stage, "2026-02-01T10:00:00Z").replace("shop", service));
    assertThat(cli.run("state", "backup", "--out", "kept.json").exitCode()).isZero();
    Files.delete(receipt);

    Outcome restored = cli.run("state", "restore", "--file", "kept.json", "--yes", "--json");
    Outcome backup = cli.run("state", "backup", "--out", "ü".repeat(126) + ".json", "--json");

    DiskGround.isTyped(restored);
    assertThat(restored.exitCode()).isEqualTo(2);
    assertThat(restored.out()).contains("the name is longer than the disk can keep");
    assertThat(receipt).doesNotExist();
    DiskGround.isTyped(backup);
    assertThat(backup.out()).contains("the name is longer than the disk can keep");
  }

  @Test
  void filesThatComeAndGoBetweenListingAndReadingAreWholeOrNotThere() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger changes = new AtomicInteger();
    Path comes = folder.resolve(".runfabric/qa.json");
    Path next = folder.resolve(".runfabric/.qa.next");
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> changing =
          other.submit(() -> {
            while (!enough.get()) {
              int count = changes.incrementAndGet();
              Files.writeString(
                  next, DiskGround.receipt("qa", "2026-02-0" + count % 9 + "T10:00:00Z"));
              Files.move(next, comes, StandardCopyOption.ATOMIC_MOVE);
              if (count % 2 == 0) {
                Files.delete(comes);
              }
            }
            return null;
          });
      try {
        for (int i = 0; i < LISTINGS || (changes.get() < LISTINGS && !changing.isDone()); i++) {
          JsonNode entries = cli.run("state", "list", "--json").result().path("entries");
          assertThat(entries)
              .allMatch(entry -> entry.path("health").asText().equals("ok"), "is whole")
              .extracting(entry -> entry.path("stage").asText())
              .contains("dev");
        }
      } finally {
        enough.set(true);
      }
      assertThat(changing.get()).isNull();
    }
  }

  @Test
  void ofTwoProcessesThatWriteOneNewBackupOneWinsAndItsFileIsWhole() throws Exception {
    String command = "state backup --out same.json --json";
    List<Process> writers =
        List.of(program("exec \"$@\"", command), program("exec \"$@\"", command));

    List<Integer> exitCodes = new ArrayList<>();
    for (Process writer : writers) {
      exitCodes.add(outcome(writer).exitCode());
    }

    assertThat(exitCodes).containsExactlyInAnyOrder(0, 2);
    assertThat(cli.run("backup", "verify", "same.json").exitCode()).isZero();
  }

  @Test
  void aLinkOutOfTheProjectIsNamedAndNeverFollowed() throws Exception {
    Path theirs = Files.createDirectories(outside.resolve("state"));
    Files.writeString(theirs.resolve("drift-ignore.yml"), "ignore: []\n");
    Files.createDirectories(theirs.resolve("backup"));
    Files.move(folder.resolve(".runfabric/dev.json"), theirs.resolve("dev.json"));
    Files.delete(folder.resolve(".runfabric"));
    Files.createSymbolicLink(folder.resolve(".runfabric"), theirs);
    String before = DiskGround.everything(outside).toString();

    for (String command :
        List.of(
            "state list",
            "state pull",
            "inspect",
            "lock list",
            "journal list",
            "state backup",
            "backup list",
            "lock hold -s dev --for 1h --reason x",
            "state reconcile --no-network",
            "drift ignore 3f2a90c1d4e5 --reason x --until 2027-01-31 --yes",
            "state list -b sqlite")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.add("--json");
      Outcome outcome = cli.run(words.toArray(String[]::new));
      assertThat(outcome.exitCode()).as(command + outcome.out()).isNotZero();
      assertThat(outcome.out()).as(command).contains("leads out of");
    }
    assertThat(cli.run("doctor", "--json").out()).contains("leads out of");
    assertThat(DiskGround.everything(outside)).hasToString(before);
  }

  @Test
  void aBackupThatCannotBeReadIsListedWithItsReason() throws Exception {
    Path theirs = outside.resolve("theirs.json");
    assertThat(cli.run("state", "backup", "--out", theirs.toString()).exitCode()).isZero();
    Files.createDirectories(folder.resolve(".runfabric/backup"));
    Files.createSymbolicLink(folder.resolve(".runfabric/backup/out.json"), theirs);
    Files.createSymbolicLink(
        folder.resolve(".runfabric/backup/gone.json"), outside.resolve("gone.json"));

    JsonNode backups = cli.run("backup", "list", "--json").result().path("backups");

    assertThat(backups).hasSize(2).allMatch(one -> one.path("state").asText().equals("damaged"));
    assertThat(backups.toString()).contains("leads out of").contains("does not exist");
  }

  @Test
  void aFileThatMayNotGrowKeepsWhatItHeld() throws Exception {
    Path kept = folder.resolve("kept.json");
    assertThat(cli.run("state", "backup", "--out", "kept.json").exitCode()).isZero();
    String before = Files.readString(kept);

    Outcome backup = limited("4", "state backup --out kept.json --force --json");

    DiskGround.isTyped(backup);
    assertThat(backup.exitCode()).isOne();
    assertThat(backup.out()).contains("kept.json", "the disk is full");
    assertThat(kept).hasContent(before);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anAnswerThatGoesNowhereIsNoSuccess() throws Exception {
    Process process = program("exec \"$@\" >/dev/full", "state list --json");

    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("error: the answer could not be written: the disk is full\n");
    assertThat(process.waitFor()).isOne();
  }

  private Outcome limited(String blocks, String command) throws Exception {
    return outcome(program("ulimit -f " + blocks + "; exec \"$@\"", command));
  }

  private static Outcome outcome(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private Process program(String script, String command) throws IOException {
    List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    words.addAll(List.of(command.split(" ", -1)));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("RUNFABRIC_CONSOLE_STATE", cli.stateFolder().toString());
    return builder.start();
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
