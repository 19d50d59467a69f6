package io.runfabric.console.backend.race;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// One contender of a [LockRace]. Whoever has the lock creates a file that must not be there yet
/// and deletes it before giving the lock back: a witness that knows nothing of locks.
///
/// Arguments: rounds, the contender's number, then for each ground the kind of lock, the witness
/// and the project. It says `ready` before each, waits for a line, and tells its counts afterwards.
public final class LockRaceProcess {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration CRASHING = Duration.ofMillis(100);
  private static final int CRASHING_CONTENDERS = 2;
  private static final int RENEWAL_EVERY = 5;
  private static final int LONGEST_PAUSE = 10;

  private final Locks locks;
  private final Path witness;
  private int attempts;
  private int abandoned;
  private int doubles;
  private int losses;

  private LockRaceProcess(Locks locks, Path witness) {
    this.locks = locks;
    this.witness = witness;
  }

  private interface Locks {
    Lease lock(LockRequest request, boolean steal) throws BackendException;
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    int contender = Integer.parseInt(arguments[1]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (int i = 2; i < arguments.length; i += 3) {
      RaceGround.Lock lock = RaceGround.Lock.valueOf(arguments[i]);
      Project project = ProjectLoader.load(ProjectRequest.of(Path.of(arguments[i + 2]))).project();
      try (StateBackend backend =
          Backends.open(project, BackendOptions.standard().withWorkspace(Optional.of("race")))) {
        Locks locks =
            lock == RaceGround.Lock.CARELESS
                ? (request, _) -> CarelessStore.lock(project.folder()).acquire(request)
                : (request, steal) -> backend.lock(lock.entries(), request, steal);
        LockRaceProcess race = new LockRaceProcess(locks, Path.of(arguments[i + 1]));
        System.out.println("ready");
        in.readLine();
        race.run(rounds, contender);
        System.out.println(
            String.join(
                " ",
                "" + rounds,
                "" + race.attempts,
                "" + race.abandoned,
                "" + race.doubles,
                "" + race.losses));
      }
    }
  }

  private void run(int rounds, int contender) throws Exception {
    for (int round = 0; round < rounds; ) {
      boolean crash = contender < CRASHING_CONTENDERS && round == rounds / 2;
      Optional<Lease> lease = attempt(crash ? CRASHING : LEASE);
      if (lease.isEmpty()) {
        Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE) + 1);
        continue;
      }
      if (crash) {
        abandoned++;
      } else {
        hold(lease.get(), round);
      }
      round++;
    }
  }

  // Stealing takes a free lock too, so both ways meet at every moment.
  private Optional<Lease> attempt(Duration lease) throws BackendException {
    attempts++;
    try {
      return Optional.of(
          locks.lock(
              new LockRequest(TestProject.SERVICE, "dev", "aws-lambda", "race", lease),
              ThreadLocalRandom.current().nextBoolean()));
    } catch (BackendException e) {
      if (e.code() != Code.LOCKED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private void hold(Lease lease, int round) throws IOException, BackendException {
    boolean alone = alone(() -> Files.createFile(witness));
    try {
      if (round % RENEWAL_EVERY == 0) {
        lease.renew();
      }
      lease.check();
    } catch (BackendException e) {
      if (e.code() != Code.LEASE_LOST) {
        throw e;
      }
      losses++;
    }
    if (alone) {
      var _ = alone(() -> Files.delete(witness));
    }
    lease.release();
  }

  private interface Witnessing {
    void run() throws IOException;
  }

  private boolean alone(Witnessing witnessing) throws IOException {
    try {
      witnessing.run();
      return true;
    } catch (FileAlreadyExistsException | NoSuchFileException _) {
      doubles++;
      return false;
    }
  }
}
