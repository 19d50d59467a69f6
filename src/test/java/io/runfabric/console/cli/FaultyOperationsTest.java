package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.faults.FaultyConnection;
import io.runfabric.console.backend.faults.FaultyConnection.Fault;
import io.runfabric.console.backend.faults.FaultyConnection.Kind;
import io.runfabric.console.backend.faults.FaultyGround;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Migration, backup and restore over a way on which every seventh answer gets lost: each ends as
/// on any other, or says in one error that the server is not reached; the same command then
/// finishes on a way without faults. No lock is left, and nothing else is lost.
class FaultyOperationsTest {

  private static final int RECEIPTS = 8;
  private static final int ALWAYS = Integer.MAX_VALUE;

  /// Exit codes: done, and not reached.
  private static final List<Integer> DONE_OR_UNREACHED = List.of(0, 4);

  private static final AtomicInteger FAULTS = new AtomicInteger();

  @TempDir private Path folder;

  @AfterAll
  static void tell() {
    System.out.println(FAULTS + " faults befell migrations, backups and restores");
  }

  static Stream<Arguments> faults() throws Exception {
    return FaultyGround.all().stream()
        .flatMap(ground ->
            Stream.of(
                    new Fault(Kind.RESET, 0, ALWAYS, 7), new Fault(Kind.CUT_SHORT, 100, ALWAYS, 7))
                .map(fault -> Arguments.of(ground, fault)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachEndsWellOrIsFinishedLater(FaultyGround ground, Fault fault) throws Exception {
    configure("local", ground.keys());
    Files.createDirectories(folder.resolve(".runfabric"));
    Map<String, String> receipts = new TreeMap<>();
    for (int i = 0; i < RECEIPTS; i++) {
      String stage = "stage-" + i;
      String receipt =
          "{\"version\": 2, \"service\": \"shop\", \"stage\": \"" + stage + "\", \"outputs\": {}}";
      Files.writeString(folder.resolve(".runfabric/" + stage + ".json"), receipt);
      receipts.put(stage, digest(receipt.getBytes(StandardCharsets.UTF_8)));
    }
    try (FaultyConnection way = new FaultyConnection(ground.port())) {
      CommandLineRun cli = new CommandLineRun(folder);
      ground.over(way).forEach(cli::with);

      finished(way, fault, cli, "state", "migrate", "--to", ground.kind(), "--yes");
      configure(ground.kind(), ground.keys());
      assertStored(ground, receipts);

      finished(way, fault, cli, "state", "backup", "--out", "all.json");
      clear(ground, receipts.keySet());
      finished(way, fault, cli, "state", "restore", "--file", "all.json", "--yes");
      assertStored(ground, receipts);
    } finally {
      configure(ground.kind(), ground.keys());
      clear(ground, receipts.keySet());
    }
  }

  private static void finished(
      FaultyConnection way, Fault fault, CommandLineRun cli, String... command) {
    List<String> words = Stream.concat(Stream.of(command), Stream.of("--json")).toList();
    way.fault(fault);
    Outcome outcome = cli.run(words.toArray(String[]::new));
    int befallen = way.befallen();
    way.fault(new Fault(Kind.NONE, 0, 0));

    assertThat(befallen).as(words + " met faults").isPositive();
    assertThat(outcome.exitCode())
        .as(words + outcome.out() + outcome.err())
        .isIn(DONE_OR_UNREACHED);
    FAULTS.addAndGet(befallen);
    if (outcome.exitCode() != 0) {
      Outcome again = cli.run(words.toArray(String[]::new));
      assertThat(again.exitCode()).as("again: " + words + again.out() + again.err()).isZero();
    }
  }

  private void configure(String kind, String keys) throws Exception {
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: " + kind + "\n  " + keys + "\n");
  }

  private void assertStored(FaultyGround ground, Map<String, String> receipts) throws Exception {
    try (StateBackend backend = open(ground)) {
      Map<String, String> stored = new TreeMap<>();
      for (String stage : receipts.keySet()) {
        Optional<StoredDocument> found = backend.read(backend.locate(EntryAddress.receipt(stage)));
        if (found.isPresent()) {
          stored.put(stage, digest(found.get().content()));
        }
      }
      assertThat(stored).isEqualTo(receipts);
      assertThat(backend.locks(Cancellation.never())).isEmpty();
    }
  }

  private void clear(FaultyGround ground, Iterable<String> stages) throws Exception {
    try (StateBackend backend = open(ground)) {
      for (String stage : stages) {
        DocumentRef ref = backend.locate(EntryAddress.receipt(stage));
        Optional<StoredDocument> found = backend.read(ref);
        if (found.isPresent()) {
          backend.delete(ref, found.get().revision());
        }
      }
    }
  }

  private StateBackend open(FaultyGround ground) throws Exception {
    return Backends.open(
        ProjectLoader.load(
                new ProjectRequest(
                    Path.of("runfabric.yml"),
                    folder,
                    Optional.empty(),
                    Optional.empty(),
                    ground.environment()))
            .project(),
        BackendOptions.standard());
  }

  private static String digest(byte[] content) throws Exception {
    return CanonicalJson.digest(content).value();
  }
}
