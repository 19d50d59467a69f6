package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Tries commands on a disk that fails, in a process that obeys file modes even for root and, where
/// the system lets it, has mounts of its own. Prints `tried …` and `broken …` lines, then `end`.
public final class DiskFaultsProcess {

  private static final List<String> FILES =
      List.of(
          "runfabric.yml",
          ".env",
          ".runfabric/dev.json",
          ".runfabric/locks/shop-dev.lock.json",
          ".runfabric/journals/shop-dev.journal.json",
          ".runfabric/state/shop/dev/aws.state.json",
          ".runfabric/state.db",
          "kept.json");
  private static final String PROJECT = "";
  private static final List<String> FOLDERS =
      List.of(
          PROJECT,
          ".runfabric",
          ".runfabric/locks",
          ".runfabric/journals",
          ".runfabric/backup",
          ".runfabric/state",
          ".runfabric/state/shop");
  private static final List<DiskWork> WRITING =
      Stream.of(DiskWork.values()).filter(work -> work != DiskWork.LIST).toList();

  private final Path folder;
  private final boolean mounts;
  private final boolean all;

  private DiskFaultsProcess(Path folder, boolean mounts, boolean all) {
    this.folder = folder;
    this.mounts = mounts;
    this.all = all;
  }

  /// @param arguments a folder, whether there can be mounts, and whether all is to be tried
  public static void main(String[] arguments) throws Exception {
    DiskFaultsProcess process =
        new DiskFaultsProcess(
            Path.of(arguments[0]).toRealPath(),
            Boolean.parseBoolean(arguments[1]),
            Boolean.parseBoolean(arguments[2]));
    DiskGround.wanted(Files.createDirectories(process.elsewhere()));
    process.obstacles();
    if (process.mounts) {
      process.fullMemory();
      process.fullDisks();
      process.readOnlyDisks();
    }
    System.out.println("end");
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void tried(String name, Attempt attempt) {
    try {
      attempt.run();
      System.out.println("tried " + name);
    } catch (Exception | AssertionError e) {
      String why = e instanceof AssertionError ? String.valueOf(e.getMessage()) : e.toString();
      System.out.println("broken " + name + ": " + why.replace('\n', ' '));
    }
  }

  private Path elsewhere() {
    return folder.resolve("elsewhere");
  }

  private DiskGround ground(DiskWork work) throws IOException {
    Path project = folder.resolve("project");
    FailingDisk.removeAll(project);
    return new DiskGround(work, Files.createDirectories(project), elsewhere());
  }

  // With ever more room on it, until the command gets to its end.
  private void fullDisks() throws Exception {
    for (DiskWork work : WRITING) {
      int step = all ? 1 : work == DiskWork.RESTORE ? 3 : 6;
      boolean[] finished = {false};
      for (int pages = 0; !finished[0]; pages += step) {
        int room = pages * FailingDisk.PAGE;
        assertThat(room).as("a command gets to its end once").isLessThan(FailingDisk.SIZE);
        DiskGround ground = ground(work);
        FailingDisk.mountSmall(ground.project());
        ground.prepare();
        tried(
            "a disk with room for " + pages + " pages, " + work,
            () -> finished[0] = full(ground, room));
        FailingDisk.unmount(ground.project());
      }
    }
  }

  private static boolean full(DiskGround ground, int room) throws Exception {
    Path filler = ground.project().resolve("filler");
    FailingDisk.fill(filler, room);
    Outcome outcome = ground.run();
    Files.delete(filler);
    if (outcome.exitCode() != 0) {
      DiskGround.isTyped(outcome);
      assertThat(outcome.out()).contains("the disk is full");
      ground.isWhole();
    }
    finishes(ground, outcome);
    return outcome.exitCode() == 0;
  }

  private static void finishes(DiskGround ground, Outcome first) throws Exception {
    if (first.exitCode() != 0) {
      Outcome again = ground.run();
      assertThat(again.exitCode()).as("run again: " + again.out() + again.err()).isZero();
    }
    ground.isFinished();
  }

  private void readOnlyDisks() throws Exception {
    for (DiskWork work : DiskWork.values()) {
      DiskGround ground = ground(work);
      ground.prepare();
      Map<String, String> before = DiskGround.everything(ground.project());
      FailingDisk.mountReadOnly(ground.project());
      tried(
          "a read-only disk, " + work,
          () -> {
            Outcome outcome = ground.run();
            if (work == DiskWork.LIST) {
              assertThat(outcome.result().path("entries")).hasSize(3);
            } else {
              DiskGround.isTyped(outcome);
              assertThat(outcome.out()).contains("the disk is read-only");
            }
            assertThat(DiskGround.everything(ground.project())).isEqualTo(before);
          });
      FailingDisk.unmount(ground.project());
    }
  }

  private void obstacles() {
    int turn = 0;
    for (String at : Stream.concat(FILES.stream(), FOLDERS.stream()).toList()) {
      for (DiskObstacle obstacle : DiskObstacle.values()) {
        boolean around = !at.equals(PROJECT) || obstacle == DiskObstacle.NO_WRITING;
        if (!around || !obstacle.fits(FILES.contains(at), mounts)) {
          continue;
        }
        turn++;
        Set<DiskWork> works = new LinkedHashSet<>(List.of(DiskWork.LIST));
        works.addAll(
            all ? WRITING : List.of(turn % 3 == 0 ? WRITING.get(turn % WRITING.size()) : need(at)));
        for (DiskWork work : works) {
          tried(obstacle + " at '" + at + "', " + work, () -> hindered(ground(work), at, obstacle));
        }
      }
    }
  }

  // What certainly comes by.
  private static DiskWork need(String place) {
    return switch (place) {
      case ".runfabric/state.db" -> DiskWork.RESTORE_SQLITE;
      case "kept.json" -> DiskWork.BACKUP_OVER;
      case "runfabric.yml" -> DiskWork.MIGRATE;
      case ".runfabric/backup" -> DiskWork.BACKUP;
      default -> DiskWork.RESTORE;
    };
  }

  private void hindered(DiskGround ground, String at, DiskObstacle obstacle) throws Exception {
    ground.prepare();
    Path outside = folder.resolve("outside");
    Path aside = folder.resolve("aside");
    FailingDisk.removeAll(outside);
    FailingDisk.removeAll(aside);
    Files.createDirectories(outside);
    Path place = ground.project().resolve(at);
    DiskObstacle.Site site =
        new DiskObstacle.Site(
            place,
            FILES.contains(at),
            Files.exists(place),
            aside,
            outside,
            ground.project().resolve("inner"));
    obstacle.put(site);
    Map<String, String> before = DiskGround.everything(outside);
    Outcome outcome = ground.run();
    try {
      said(ground, outcome, at, obstacle);
      // Who links the configuration to another place names that.
      if (!at.equals("runfabric.yml")) {
        assertThat(DiskGround.everything(outside)).isEqualTo(before);
      }
    } finally {
      obstacle.takeAway(site, /* replaceable= */ at.equals("kept.json"));
    }
    ground.isWhole();
    boolean elsewhere = at.equals("runfabric.yml") && obstacle == DiskObstacle.LINK_OUT;
    // The configuration that was changed is gone with the link to it.
    finishes(ground, elsewhere ? ground.run() : outcome);
  }

  private static void said(DiskGround ground, Outcome outcome, String at, DiskObstacle obstacle) {
    assertThat(outcome.out() + outcome.err()).doesNotContain(DiskGround.OUTSIDE);
    if (outcome.exitCode() != 0) {
      DiskGround.isTyped(outcome);
      return;
    }
    // Where a service's folder should be, a file holds no record.
    boolean none = obstacle == DiskObstacle.FILE && at.endsWith("shop");
    if (ground.work() == DiskWork.LIST && !none) {
      assertThat(outcome.result().path("entries"))
          .as("nothing is left out: " + outcome.out())
          .extracting(one -> one.path("kind").asText() + " " + one.path("stage").asText())
          .contains("receipt dev", "receipt qa", "record dev");
    }
  }

  // What this machine remembers, on a disk that takes nothing more.
  private void fullMemory() throws Exception {
    DiskGround ground = ground(DiskWork.RESTORE);
    ground.prepare();
    Path memory = Files.createDirectories(folder.resolve("memory"));
    FailingDisk.mountSmall(memory);
    CommandLineRun cli = ground.commands().with("RUNFABRIC_CONSOLE_STATE", memory.toString());
    Path settings = memory.resolve("settings.json");
    open(settings).update(known -> known.withTheme(ThemeChoice.DARK));
    String report = memory.resolve("report.json").toString();
    cli.run("state", "reconcile", "--no-network", "--out", report);
    cli.run("drift", "ignore", "3f2a90c1d4e5", "--reason", "x", "--until", "2027-01-31");
    for (Path file : lines(memory)) {
      FailingDisk.fillLastPage(file);
    }
    FailingDisk.fill(memory.resolve("filler"), 0);
    Map<String, String> before = files(memory);
    Map<String, List<String>> refused =
        Map.of(
            "hold", List.of("lock", "hold", "-s", "dev", "--for", "1h", "--reason", "x"),
            "report", List.of("state", "reconcile", "--no-network", "--out", report),
            "migration", List.of("state", "migrate", "--from", "local", "--to", "sqlite"));
    for (Map.Entry<String, List<String>> one : refused.entrySet()) {
      List<String> words = new ArrayList<>(one.getValue());
      words.addAll(List.of("--yes", "--json"));
      tried(
          "a full disk of the user's own, " + one.getKey(),
          () -> {
            Outcome outcome = cli.run(words.toArray(String[]::new));
            DiskGround.isTyped(outcome);
            assertThat(outcome.json().path("error").path("code").asText()).isEqualTo("IO");
            assertThat(outcome.out()).contains(memory.toString(), "the disk is full");
            ground.isWhole();
          });
    }
    tried(
        "a full disk of the user's own, activity log",
        () -> {
          Outcome outcome =
              cli.run("state", "restore", "--file", ground.backup().toString(), "--yes");
          assertThat(outcome.exitCode()).as(outcome.err()).isZero();
          assertThat(outcome.err())
              .contains("the activity log in " + memory, "the disk is full", "done all the same");
          ground.isFinished();
        });
    tried(
        "a full disk of the user's own, settings",
        () -> {
          SettingsFile known = open(settings);
          known.update(now -> now.withTheme(ThemeChoice.LIGHT));
          assertThat(known.get().theme()).isEqualTo(ThemeChoice.LIGHT);
          assertThat(open(settings).get().theme()).isEqualTo(ThemeChoice.DARK);
        });
    tried(
        "a full disk of the user's own, and what was there",
        () -> assertThat(files(memory)).isEqualTo(before));
    FailingDisk.unmount(memory);
  }

  private static SettingsFile open(Path settings) {
    return new SettingsFile(settings, Runnable::run);
  }

  private static List<Path> lines(Path memory) throws IOException {
    try (Stream<Path> all = Files.walk(memory)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  private static Map<String, String> files(Path memory) throws IOException {
    Map<String, String> files = new TreeMap<>(DiskGround.everything(memory));
    files.keySet().removeIf(name -> Files.isDirectory(memory.resolve(name)));
    return files;
  }
}
