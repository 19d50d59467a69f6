package io.runfabric.console.backend.race;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.race.FireLog.Step;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// A console that takes the lock of a stage, writes its receipt some times and gives the lock back,
/// on one ground after another.
///
/// Arguments: the log, then for each ground its name, by how many seconds the clock is wrong there,
/// and the project. It works until a line comes in.
public final class ConsoleProcess {

  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final int WRITES = 3;
  private static final int LONGEST_HOLD = 12;
  private static final int LONGEST_PAUSE = 4;

  private final FireLog log;

  private ConsoleProcess(FireLog log) {
    this.log = log;
  }

  private record Ground(String name, StateBackend backend, DocumentRef receipt) {}

  public static void main(String[] arguments) throws Exception {
    List<Ground> grounds = new ArrayList<>();
    for (int i = 1; i < arguments.length; i += 3) {
      Duration skew = Duration.ofSeconds(Long.parseLong(arguments[i + 1]));
      grounds.add(ground(arguments[i], skew, Path.of(arguments[i + 2])));
    }
    try (FireLog log = new FireLog(Path.of(arguments[0]))) {
      ConsoleProcess console = new ConsoleProcess(log);
      while (System.in.available() == 0) {
        console.visit(grounds.get(ThreadLocalRandom.current().nextInt(grounds.size())));
        pause(LONGEST_PAUSE);
      }
    }
    for (Ground ground : grounds) {
      ground.backend().close();
    }
    System.out.println("done");
  }

  private static Ground ground(String name, Duration skew, Path config) throws Exception {
    Project project = ProjectLoader.load(ProjectRequest.of(config)).project();
    BackendOptions standard = BackendOptions.standard();
    StateBackend backend =
        Backends.open(
            project,
            new BackendOptions(
                Optional.of("race"),
                Clock.offset(standard.clock(), skew),
                standard.processAlive()));
    return new Ground(name, backend, backend.locate(EntryAddress.receipt("dev")));
  }

  private void visit(Ground ground) throws Exception {
    long before = System.nanoTime();
    Lease lease;
    try {
      lease =
          ground
              .backend()
              .lock(
                  EntryKind.RECEIPT,
                  new LockRequest(TestProject.SERVICE, "dev", "aws-lambda", "race", LEASE),
                  ThreadLocalRandom.current().nextBoolean());
    } catch (BackendException e) {
      require(e, Code.LOCKED, Code.UNREACHABLE);
      return;
    }
    String token = lease.held().getLast().token();
    log.add(Step.TOOK, ground.name(), token, before);
    boolean held = true;
    for (int i = 0; held && i < WRITES; i++) {
      pause(LONGEST_HOLD);
      held = written(ground, lease, token);
    }
    if (held && ThreadLocalRandom.current().nextBoolean()) {
      renewed(ground, lease, token);
    }
    before = System.nanoTime();
    release(lease);
    log.add(Step.GAVE, ground.name(), token, before);
  }

  private boolean written(Ground ground, Lease lease, String token) throws Exception {
    long before = System.nanoTime();
    try {
      Precondition asStored =
          ground
              .backend()
              .read(ground.receipt())
              .map(StoredDocument::revision)
              .<Precondition>map(Precondition.Matches::new)
              .orElse(Precondition.ABSENT);
      ground.backend().write(ground.receipt(), receipt(token), asStored, lease);
      log.add(Step.WROTE, ground.name(), token, before);
      return true;
    } catch (BackendException e) {
      require(e, Code.LEASE_LOST, Code.CONFLICT, Code.UNREACHABLE);
      log.add(e.code() == Code.LEASE_LOST ? Step.LOST : Step.REFUSED, ground.name(), token, before);
      return e.code() != Code.LEASE_LOST;
    }
  }

  private void renewed(Ground ground, Lease lease, String token) throws Exception {
    long before = System.nanoTime();
    try {
      lease.renew();
      log.add(Step.KEPT, ground.name(), token, before);
    } catch (BackendException e) {
      require(e, Code.LEASE_LOST, Code.UNREACHABLE);
      log.add(Step.LOST, ground.name(), token, before);
    }
  }

  // What is not given back now ends with its lease.
  private static void release(Lease lease) throws BackendException {
    try {
      lease.release();
    } catch (BackendException e) {
      require(e, Code.CONFLICT, Code.UNREACHABLE);
    }
  }

  private static void require(BackendException e, Code... expected) throws BackendException {
    if (!List.of(expected).contains(e.code())) {
      throw e;
    }
  }

  private static byte[] receipt(String token) throws IOException {
    return """
    {"version": 2, "service": "shop", "stage": "dev", "provider": "aws-lambda",
     "deploymentId": "%s %d", "outputs": {}, "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(token, System.nanoTime())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void pause(int longest) throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextInt(longest) + 1);
  }
}
