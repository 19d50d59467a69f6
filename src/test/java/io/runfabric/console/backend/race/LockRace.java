package io.runfabric.console.backend.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/// Processes that want the same lock, over and over, on one ground after another.
///
/// @param rounds how often each process is to have each lock
/// @param environment the processes' variables, such as where the servers are
record LockRace(int processes, int rounds, Map<String, String> environment) {

  /// What came of one ground.
  ///
  /// @param attempts to take the lock, all processes together
  /// @param abandoned how often a holder let its lease end, as if it had crashed
  /// @param doubles how often somebody had the lock while another still had it
  /// @param losses how often a holder found its lock gone
  record Result(
      RaceGround ground,
      int rounds,
      int attempts,
      int abandoned,
      int doubles,
      int losses,
      Duration time) {

    @Override
    public String toString() {
      return "%-24s %5d rounds %7d attempts %3d abandoned %5d doubles %5d losses %5.1f s"
          .formatted(
              ground.name(),
              rounds,
              attempts,
              abandoned,
              doubles,
              losses,
              time.toMillis() / 1000.0);
    }
  }

  /// Runs the race in the folder.
  List<Result> run(Path folder, List<RaceGround> grounds) throws IOException {
    List<ChildJvm> children = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        children.add(
            ChildJvm.start(folder, LockRaceProcess.class, environment, tasks(folder, grounds, i)));
      }
      List<Result> results = new ArrayList<>();
      for (RaceGround ground : grounds) {
        results.add(run(ground, children));
      }
      return results;
    } finally {
      for (ChildJvm child : children) {
        child.close();
      }
    }
  }

  private List<String> tasks(Path folder, List<RaceGround> grounds, int contender)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("" + rounds, "" + contender));
    for (int i = 0; i < grounds.size(); i++) {
      Path root = Files.createDirectories(folder.resolve("ground-" + i));
      arguments.add(grounds.get(i).lock().name());
      arguments.add(root.resolve("witness").toString());
      arguments.add(grounds.get(i).project(root, contender).toString());
    }
    return arguments;
  }

  private static Result run(RaceGround ground, List<ChildJvm> children) throws IOException {
    for (ChildJvm child : children) {
      if (!child.hear().equals("ready")) {
        throw new AssertionError("a contender is not ready for " + ground.name());
      }
    }
    long started = System.nanoTime();
    for (ChildJvm child : children) {
      child.say("go");
    }
    List<Integer> sums = new ArrayList<>(List.of(0, 0, 0, 0, 0));
    for (ChildJvm child : children) {
      Scanner counts = new Scanner(child.hear());
      sums.replaceAll(sum -> sum + counts.nextInt());
    }
    return new Result(
        ground,
        sums.get(0),
        sums.get(1),
        sums.get(2),
        sums.get(3),
        sums.get(4),
        Duration.ofNanos(System.nanoTime() - started));
  }
}
