package io.runfabric.console.operation.crash;

import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.backend.race.ChildJvm;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.crash.CrashCheck.Leavings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Kills one operation on one backend, over and over, each time on a ground of its own. An
/// undisturbed run tells first what it says on its way and how much time passes in between; the
/// points are spread over its phases, most over those that write, within a phase over what is said,
/// and in between over time.
final class CrashKills {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  // A child that is done before it is killed was not killed inside.
  private static final int MOST_MISSES = 50;

  private static final Set<String> WRITING =
      Set.of("saving", "writing", "removing", "cutover", "moving");

  private final Path folder;
  private final CrashWork work;
  private final BackendKind kind;
  private final Path backup;
  private final Random random;
  private final Map<String, Integer> byPhase = new LinkedHashMap<>();
  private final List<String> losses = new ArrayList<>();
  private int grounds;
  private int locks;
  private int temporaries;
  private int remaining;

  /// @param folder for the grounds
  /// @param backup what a restore restores
  CrashKills(Path folder, CrashWork work, BackendKind kind, Path backup, Random random) {
    this.folder = folder;
    this.work = work;
    this.kind = kind;
    this.backup = backup;
    this.random = random;
  }

  /// What came of it.
  ///
  /// @param byPhase how many points fell into which phase
  /// @param locks those that killed runs left behind, all together
  /// @param temporaries likewise, files that never got their name
  /// @param remaining those of them that are there even when the operation was finished
  /// @param losses what was lost, or could not be finished, and where
  record Result(
      CrashWork work,
      BackendKind kind,
      Map<String, Integer> byPhase,
      int locks,
      int temporaries,
      int remaining,
      List<String> losses,
      Duration time) {

    int points() {
      return byPhase.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
      return "%-17s on %-8s %3d points %3d losses %5.1f s, left behind: %d locks, %d temporary files (%d in the end); killed in %s"
          .formatted(
              work.word(),
              kind,
              points(),
              losses.size(),
              time.toMillis() / 1000.0,
              locks,
              temporaries,
              remaining,
              byPhase);
    }
  }

  /// A phase of the undisturbed run.
  ///
  /// @param line how many lines were said before it
  /// @param gaps nanoseconds until each of its lines, and until the next phase
  private record Phase(String name, int line, List<Long> gaps) {}

  /// A child on its ground, planned and waiting.
  private record Ready(CrashGround ground, Tenant tenant, ChildJvm child) implements AutoCloseable {
    @Override
    public void close() {
      child.close();
    }
  }

  Result run(int points) throws Exception {
    long started = System.nanoTime();
    List<Phase> phases = new ArrayList<>();
    for (Phase phase : undisturbed()) {
      phases.addAll(Collections.nCopies(WRITING.contains(phase.name()) ? 3 : 1, phase));
    }
    int hit = 0;
    for (int misses = 0; hit < points; ) {
      if (kill(phases, hit, points)) {
        hit++;
      } else if (++misses > MOST_MISSES) {
        throw new AssertionError("no point falls inside: " + phases);
      }
    }
    return new Result(
        work,
        kind,
        byPhase,
        locks,
        temporaries,
        remaining,
        losses,
        Duration.ofNanos(System.nanoTime() - started));
  }

  private List<Phase> undisturbed() throws Exception {
    List<Phase> phases = new ArrayList<>();
    try (Ready ready = ready()) {
      ready.child().say("go");
      phases.add(new Phase("begin", 0, new ArrayList<>()));
      long since = System.nanoTime();
      int lines = 0;
      for (boolean done = false; !done; ) {
        String line = ready.child().hear();
        long now = System.nanoTime();
        phases.getLast().gaps().add(now - since);
        since = now;
        lines++;
        String phase = phase(line, phases.getLast().name());
        if (!phase.equals(phases.getLast().name())) {
          phases.add(new Phase(phase, lines, new ArrayList<>()));
        }
        done = line.equals("done");
      }
      new CrashCheck(ready.ground()).isFinished();
    }
    return phases;
  }

  private static String phase(String line, String before) {
    return line.startsWith("phase ") ? line.substring("phase ".length()) : before;
  }

  private boolean kill(List<Phase> phases, int point, int points) throws Exception {
    Phase in = phases.get((int) ((point + random.nextDouble()) * phases.size() / points));
    int within = random.nextInt(in.gaps().size());
    int lines = in.line() + within;
    long wait = (long) (random.nextDouble() * in.gaps().get(within));
    try (Ready ready = ready()) {
      ready.child().say("go");
      String phase = "begin";
      for (int i = 0; i < lines; i++) {
        phase = phase(ready.child().hear(), phase);
      }
      LockSupport.parkNanos(wait);
      List<String> unheard = ready.child().kill();
      if (unheard.contains("done")) {
        return false;
      }
      for (String line : unheard) {
        phase = phase(line, phase);
      }
      byPhase.merge(phase, 1, Integer::sum);
      String where =
          "point %d of %d, %s on %s, killed in %s, line %d after %d us"
              .formatted(point, points, work.word(), kind, phase, lines, wait / 1_000);
      look(ready, where);
    }
    return true;
  }

  private void look(Ready ready, String where) throws Exception {
    CrashCheck check = new CrashCheck(ready.ground());
    awaitServer(ready.tenant());
    try {
      Leavings left = check.nothingIsLost();
      locks += left.locks();
      temporaries += left.temporaries();
      try (CrashWork.Job again = work.plan(ready.ground(), afterwards())) {
        again.run(Progress.NONE);
      }
      check.isFinished();
      try (CrashWork.Job once = work.plan(ready.ground(), afterwards())) {
        if (work != CrashWork.BACKUP && !once.nothing()) {
          throw new AssertionError("the plan still says that something is to be done");
        }
      }
      int kept = check.temporaries();
      remaining += kept;
      if (work == CrashWork.BACKUP && kept > 0) {
        throw new AssertionError("a temporary file is still there");
      }
    } catch (AssertionError | Exception e) {
      AssertionError loss = new AssertionError(where, e);
      loss.printStackTrace();
      losses.add(where + ": " + e.getMessage());
    }
  }

  // A rekey waits until the leases of a killed one have ended.
  private Clock afterwards() {
    return work == CrashWork.REKEY
        ? Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2))
        : Clock.systemUTC();
  }

  // What a killed client had sent is done or undone by the server a moment later.
  private static void awaitServer(Tenant tenant) throws Exception {
    long started = System.nanoTime();
    String others = "SELECT count(*) FROM pg_stat_activity WHERE usename = '" + tenant.name() + "'";
    while (!PostgresServer.running().column(others).equals(List.of("0"))) {
      if (System.nanoTime() - started > PATIENCE.toNanos()) {
        throw new AssertionError("the server keeps a killed client's session");
      }
      Thread.sleep(2);
    }
  }

  private Ready ready() throws Exception {
    Path root = Files.createDirectories(folder.resolve("ground-" + grounds++));
    Tenant tenant = PostgresServer.running().newTenant();
    CrashGround ground = new CrashGround(work, kind, root, tenant.dsn(), tenant.name());
    ground.prepare();
    Files.copy(backup, ground.backup());
    ChildJvm child =
        ChildJvm.start(
            root,
            CrashProcess.class,
            Map.of(CrashGround.DSN, tenant.dsn()),
            CrashProcess.arguments(ground));
    if (!child.hear().equals("ready")) {
      child.close();
      throw new AssertionError("the child is not ready");
    }
    return new Ready(ground, tenant, child);
  }
}
