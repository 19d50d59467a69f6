package io.runfabric.console.backend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.faults.FaultyConnection.Fault;
import io.runfabric.console.backend.faults.FaultyConnection.Kind;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.EntryKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong on the way to a server, an operation ends in success after some attempts, or
/// in one typed error: never in half of the state, never in a document that is torn, and with no
/// connection left behind.
class FaultsTest {

  private static final int RECEIPTS = 20;
  private static final int ALWAYS = Integer.MAX_VALUE;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// What an error may be called: no answer, or one that makes no sense.
  private static final Set<Code> TYPED = Set.of(Code.UNREACHABLE, Code.DAMAGED);

  /// Threads of which a process has one set, and those of the server in this one.
  private static final List<String> OF_THE_PROCESS =
      List.of(
          "S3Proxy-Jetty",
          "Keep-Alive-Timer",
          "ForkJoinPool",
          "boundedElastic",
          "response-input-stream-timeout-scheduler");

  private static final List<Fault> PASSING =
      List.of(
          new Fault(Kind.JITTER, 0, ALWAYS),
          new Fault(Kind.NARROW, 0, ALWAYS),
          new Fault(Kind.REFUSED, 0, 1),
          new Fault(Kind.RESET, 0, 1),
          new Fault(Kind.CUT_SHORT, 120, 1),
          new Fault(Kind.SILENT, 0, 1),
          new Fault(Kind.RESET, 0, ALWAYS, 9),
          new Fault(Kind.BUSY, 0, ALWAYS, 3),
          new Fault(Kind.THROTTLED, 0, ALWAYS, 3));

  private static final List<Fault> LASTING =
      List.of(
          new Fault(Kind.REFUSED, 0, ALWAYS),
          new Fault(Kind.CUT_SHORT, 120, ALWAYS),
          new Fault(Kind.BUSY, 0, ALWAYS),
          new Fault(Kind.THROTTLED, 0, ALWAYS));

  /// More of the kind, with `-Dfaults.all`.
  private static final List<Fault> MORE_PASSING =
      List.of(
          new Fault(Kind.RESET, 120, 1),
          new Fault(Kind.RESET, 0, 2),
          new Fault(Kind.CUT_SHORT, 0, 1),
          new Fault(Kind.SILENT, 120, 1),
          new Fault(Kind.CUT_SHORT, 120, ALWAYS, 9));

  private static final List<Fault> MORE_LASTING =
      List.of(
          new Fault(Kind.RESET, 0, ALWAYS),
          new Fault(Kind.RESET, 120, ALWAYS),
          new Fault(Kind.SILENT, 0, ALWAYS));

  private static List<Fault> all(FaultyGround ground, List<Fault> always, List<Fault> more) {
    Stream<Fault> all =
        System.getProperty("faults.all") == null
            ? always.stream()
            : Stream.concat(always.stream(), more.stream());
    return all.filter(fault -> ground.http() || !fault.kind().http()).toList();
  }

  @TempDir private Path folder;

  @Test
  void whatGoesWrongOnTheWayEndsWellOrInOneTypedError() throws Exception {
    List<FaultyGround> grounds = FaultyGround.all();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Trial>> trials =
          grounds.stream().map(ground -> all.submit(() -> new Trial(ground).run())).toList();
      for (Future<Trial> trial : trials) {
        wrong.addAll(trial.get().wrong);
        tried += trial.get().befallen;
        System.out.println(trial.get().told());
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(settled(before)).as("threads that are left").isEmpty();
    assertThat(tried).isGreaterThan(grounds.size() * PASSING.size());
  }

  // What clients leave ends soon after they are closed.
  private static List<String> settled(Set<Thread> before) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    List<String> left = left(before);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(50);
      left = left(before);
    }
    return left;
  }

  private static List<String> left(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> OF_THE_PROCESS.stream().noneMatch(name::startsWith))
        .toList();
  }

  @Test
  void whereNobodyIsOrNobodySpeaksTlsIsToldInOneSentence() throws Exception {
    for (FaultyGround ground : FaultyGround.all()) {
      if (!ground.http()) {
        // PostgresFailuresTest and PostgresTlsTest have these.
        continue;
      }
      for (String way : List.of("http://no-such-host.invalid:", "https://127.0.0.1:")) {
        Map<String, String> environment = new HashMap<>();
        ground
            .environment()
            .forEach((name, value) ->
                environment.put(
                    name, value.replaceAll("http://(127\\.0\\.0\\.1|localhost):", way)));
        assertThat(environment).isNotEqualTo(ground.environment());

        assertThatThrownBy(
                () -> {
                  try (StateBackend backend = open(ground, impatient(environment))) {
                    list(backend);
                  }
                })
            .as(ground + " at " + way)
            .isInstanceOfSatisfying(
                BackendException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(Code.UNREACHABLE);
                  assertThat(e.sentence()).doesNotContain("\n");
                  assertThat(e.remedy()).isNotEmpty();
                });
      }
    }
  }

  private static Map<String, String> impatient(Map<String, String> environment) {
    Map<String, String> impatient = new HashMap<>(environment);
    impatient.put("RUNFABRIC_CONSOLE_TIMEOUT", "" + PATIENCE.toSeconds());
    return impatient;
  }

  private StateBackend open(FaultyGround ground, Map<String, String> environment) throws Exception {
    Path project = Files.createDirectories(folder.resolve(ground.kind()));
    Files.writeString(
        project.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: " + ground.kind() + "\n  " + ground.keys() + "\n");
    return Backends.open(
        ProjectLoader.load(
                new ProjectRequest(
                    Path.of("runfabric.yml"),
                    project,
                    Optional.empty(),
                    Optional.empty(),
                    environment))
            .project(),
        BackendOptions.standard());
  }

  /// One backend with every fault.
  private final class Trial {

    private final FaultyGround ground;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int befallen;
    private int written;

    Trial(FaultyGround ground) {
      this.ground = ground;
    }

    String told() {
      return "%-9s %4d faults befell it; %s".formatted(ground.kind(), befallen, outcomes);
    }

    Trial run() throws Exception {
      try (FaultyConnection way = new FaultyConnection(ground.port());
          StateBackend near = open(ground, ground.environment())) {
        for (int i = 0; i < RECEIPTS; i++) {
          FaultsTest.put(near, "stage-%03d".formatted(i));
        }
        for (Fault fault : all(ground, PASSING, MORE_PASSING)) {
          Map<String, String> stored = list(near);
          through(way, fault, backend -> check(fault, stored, list(backend)));
          through(way, fault, backend -> write(backend, fault, near));
          through(way, fault, backend -> hold(backend, way, fault, near));
        }
        for (Fault fault : all(ground, LASTING, MORE_LASTING)) {
          Map<String, String> stored = list(near);
          through(way, fault, backend -> check(fault, stored, list(backend)));
          if (fault.kind() != Kind.SILENT) {
            through(way, fault, backend -> write(backend, fault, near));
          }
        }
        settle(way);
      }
      return this;
    }

    private interface Work {
      void with(StateBackend backend) throws Exception;
    }

    // Connections stand when the fault befalls them.
    private void through(FaultyConnection way, Fault fault, Work work) throws Exception {
      way.fault(Fault.NONE);
      long begun = System.nanoTime();
      try (StateBackend backend = open(ground, impatient(ground.over(way)))) {
        backend.read(backend.locate(EntryAddress.receipt("stage-000")));
        way.fault(fault);
        begun = System.nanoTime();
        work.with(backend);
        outcomes.merge("well", 1, Integer::sum);
      } catch (BackendException e) {
        outcomes.merge(e.code().name(), 1, Integer::sum);
        if (!TYPED.contains(e.code())) {
          wrong.add(ground.kind() + ", " + fault + ": " + e.code() + " " + e.sentence());
        }
      } catch (RuntimeException | AssertionError e) {
        wrong.add(ground.kind() + ", " + fault + ": " + e);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      befallen += way.befallen();
      way.fault(Fault.NONE);
      if (took.compareTo(LONGEST) > 0) {
        wrong.add(ground.kind() + ", " + fault + ": took " + took);
      }
    }

    // HTTP clients keep connections for whoever asks next, but for seconds only.
    private void settle(FaultyConnection way) throws InterruptedException {
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (way.open() > 0 && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
      if (way.open() > 0) {
        wrong.add(ground.kind() + ": " + way.open() + " connections are left");
      }
    }

    private void check(Fault fault, Map<String, String> stored, Map<String, String> read) {
      if (!read.equals(stored)) {
        wrong.add(
            ground.kind() + ", " + fault + ": " + read.size() + " of " + stored.size() + " read");
      }
    }

    // Written or not, but never half, and nobody else is blamed.
    private void write(StateBackend far, Fault fault, StateBackend near) throws Exception {
      String stage = "new-" + written++;
      try {
        put(far, stage, near);
        if (!stored(near, stage).equals(Optional.of(digest(receipt(stage))))) {
          wrong.add(ground.kind() + ", " + fault + ": " + stage + " was said to be written");
        }
      } finally {
        Optional<String> there = stored(near, stage);
        if (there.isPresent() && !there.get().equals(digest(receipt(stage)))) {
          wrong.add(ground.kind() + ", " + fault + ": " + stage + " is torn");
        }
      }
    }

    // A write that was tried again after its answer was lost may be told as a conflict with itself.
    private void put(StateBackend far, String stage, StateBackend near) throws Exception {
      try {
        FaultsTest.put(far, stage);
      } catch (BackendException e) {
        if (e.code() != Code.CONFLICT
            || !stored(near, stage).equals(Optional.of(digest(receipt(stage))))) {
          throw e;
        }
      }
    }

    // A lock that is taken, renewed while it goes wrong, and given back.
    private void hold(StateBackend far, FaultyConnection way, Fault fault, StateBackend near)
        throws Exception {
      way.fault(Fault.NONE);
      Lease lease =
          far.lock(
              EntryKind.RECEIPT,
              new LockRequest("shop", "held", "", "maintenance", Duration.ofMinutes(5), "faults"),
              /* steal= */ false);
      try {
        way.fault(fault);
        lease.renew();
      } finally {
        way.fault(Fault.NONE);
        lease.release();
      }
      if (!near.locks(Cancellation.never()).isEmpty()) {
        wrong.add(ground.kind() + ", " + fault + ": the lock is left");
      }
    }
  }

  private static void put(StateBackend backend, String stage) throws BackendException {
    var _ =
        backend.write(
            backend.locate(EntryAddress.receipt(stage)),
            receipt(stage).getBytes(StandardCharsets.UTF_8),
            Precondition.ABSENT);
  }

  // The digest of what is stored.
  private static Optional<String> stored(StateBackend backend, String stage) throws Exception {
    Optional<StoredDocument> found = backend.read(backend.locate(EntryAddress.receipt(stage)));
    return found.isEmpty() ? Optional.empty() : Optional.of(digest(text(found.get().content())));
  }

  private static String digest(String document) throws IOException {
    return CanonicalJson.digest(document.getBytes(StandardCharsets.UTF_8)).value();
  }

  /// What every entry holds, by stage.
  private static Map<String, String> list(StateBackend backend) throws BackendException {
    Map<String, String> read = new TreeMap<>();
    backend.documents(
        (EntryDocument document) ->
            read.put(
                document.entry().stage() + document.entry().health().word(),
                document.content().map(FaultsTest::text).orElse("")),
        Cancellation.never());
    return read;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static String receipt(String stage) {
    return "{\"version\":2,\"service\":\"shop\",\"stage\":\"%s\",\"outputs\":{\"text\":\"%s\"}}"
        .formatted(stage, "x".repeat(2_000));
  }
}
