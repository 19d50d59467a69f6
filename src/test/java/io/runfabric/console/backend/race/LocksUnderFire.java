package io.runfabric.console.backend.race;

import io.runfabric.console.backend.race.FireLog.Step;
import io.runfabric.console.backend.race.FireReport.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/// Engines and consoles that want the same locks, some of whom are killed, some stopped past their
/// lease and woken up again, some with a clock that is wrong.
final class LocksUnderFire {

  /// What is fought for.
  ///
  /// @param race how a console finds it
  /// @param place where an engine finds it, in [EngineProcess]'s words
  /// @param skew by how much some clocks are wrong there, in seconds
  record Ground(RaceGround race, String place, int skew) {

    /// Whether an engine that was stopped in the middle of a change spoils nothing there. Files
    /// know no conditions.
    boolean conditional() {
      return !place.startsWith("file:");
    }
  }

  /// Who takes part.
  ///
  /// @param engine else a console
  /// @param pausable whether it is stopped and woken up
  /// @param wrong its share of the ground's skew: -1, 0 or 1
  private record Part(int number, boolean engine, boolean pausable, int wrong) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(0, /* engine= */ true, /* pausable= */ false, 0),
          new Part(1, /* engine= */ true, /* pausable= */ true, 1),
          new Part(2, /* engine= */ false, /* pausable= */ true, 1),
          new Part(3, /* engine= */ false, /* pausable= */ true, -1),
          new Part(4, /* engine= */ false, /* pausable= */ true, 0));

  // Ends of leases are rounded up to a second.
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration PAST_LEASE = Duration.ofSeconds(4);
  private static final Duration BETWEEN = Duration.ofMillis(400);

  private final Path folder;
  private final List<Ground> grounds;
  private final Map<String, String> environment;
  private final Random random;
  private final Map<Part, ChildJvm> running = new HashMap<>();
  private final Map<Part, Path> logs = new HashMap<>();
  private final List<Source> ended = new ArrayList<>();
  private int kills;
  private int pauses;

  LocksUnderFire(
      Path folder, List<Ground> grounds, Map<String, String> environment, Random random) {
    this.folder = folder;
    this.grounds = grounds;
    this.environment = environment;
    this.random = random;
  }

  int kills() {
    return kills;
  }

  int pauses() {
    return pauses;
  }

  /// Goes on until the locks were taken that often, that many processes were killed and that many
  /// holders were refused after they lost their lock.
  FireReport run(int acquisitions, int atLeastKilled, int atLeastRefused) throws Exception {
    try {
      for (Part part : PARTS) {
        start(part);
      }
      FireReport soFar;
      do {
        Thread.sleep(BETWEEN);
        if (pauses <= 2 * kills) {
          pause();
        } else {
          kill();
        }
        mend();
        soFar = report();
      } while (soFar.count(Step.TOOK) < acquisitions
          || kills < atLeastKilled
          || soFar.count(Step.LOST) < atLeastRefused);
      for (ChildJvm child : running.values()) {
        child.say("stop");
      }
      for (ChildJvm child : running.values()) {
        if (!child.hear().equals("done")) {
          throw new AssertionError("a process did not end as it should");
        }
      }
      return report();
    } finally {
      running.values().forEach(ChildJvm::close);
    }
  }

  private FireReport report() throws IOException {
    List<Source> sources = new ArrayList<>(ended);
    for (Path log : logs.values()) {
      // Not there before the process has come so far.
      if (Files.exists(log)) {
        sources.add(new Source(log, OptionalLong.empty()));
      }
    }
    return FireReport.of(sources, LEASE);
  }

  private void start(Part part) throws IOException {
    Path log =
        folder.resolve((part.engine() ? "engine-" : "console-") + part.number() + "-" + kills);
    List<String> arguments = new ArrayList<>(List.of(log.toString()));
    for (Ground ground : grounds) {
      if (!part.engine() || !part.pausable() || ground.conditional()) {
        Path root = Files.createDirectories(folder.resolve(ground.race().name()));
        arguments.add(ground.race().name());
        arguments.add("" + part.wrong() * ground.skew());
        arguments.add(
            part.engine() ? ground.place() : ground.race().project(root, part.number()).toString());
      }
    }
    Class<?> main = part.engine() ? EngineProcess.class : ConsoleProcess.class;
    running.put(part, ChildJvm.start(folder, main, environment, arguments));
    logs.put(part, log);
  }

  private void pause() throws Exception {
    List<Part> pausable = PARTS.stream().filter(Part::pausable).toList();
    Part part = pausable.get(random.nextInt(pausable.size()));
    while (!holds(part)) {
      Thread.sleep(1);
    }
    ChildJvm child = running.get(part);
    child.pause();
    Thread.sleep(PAST_LEASE);
    child.resume();
    pauses++;
  }

  // As far as its log tells: it goes on meanwhile.
  private boolean holds(Part part) throws IOException {
    Path log = logs.get(part);
    return Files.exists(log)
        && FireReport.last(log).filter(step -> step != Step.GAVE && step != Step.LOST).isPresent();
  }

  private void kill() throws IOException {
    Part part = PARTS.get(random.nextInt(PARTS.size()));
    long now = System.nanoTime();
    running.get(part).close();
    kills++;
    if (Files.exists(logs.get(part))) {
      ended.add(new Source(logs.get(part), OptionalLong.of(now)));
    }
    start(part);
  }

  /// Removes the empty lock of an engine that was killed between creating and filling it, as an
  /// operator would: nobody may take it over.
  private void mend() throws IOException {
    for (Ground ground : grounds) {
      if (!ground.conditional()) {
        Path lock = Path.of(ground.place().substring("file:".length()));
        if (Files.exists(lock) && Files.size(lock) == 0) {
          FileTime changed = Files.getLastModifiedTime(lock);
          if (changed.toInstant().isBefore(Instant.now().minus(LEASE))) {
            Files.delete(lock);
          }
        }
      }
    }
  }
}
