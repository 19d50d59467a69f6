package io.runfabric.console.operation.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// Whatever is stored and whatever is wanted, a plan does what it says and nothing else.
class PlanPropertiesTest {

  /// A receipt's url and the day it was updated on, by stage.
  record Release(String url, int day) {

    byte[] receipt(String stage) {
      return ("{\"version\": 2, \"service\": \"shop\", \"stage\": \""
              + stage
              + "\", \"provider\": \"aws-lambda\", \"outputs\": {\"url\": \""
              + url
              + "\"}, \"updatedAt\": \""
              + updatedAt()
              + "\"}")
          .getBytes(StandardCharsets.UTF_8);
    }

    String updatedAt() {
      return "2026-03-0" + day + "T10:00:00Z";
    }
  }

  @Provide
  Arbitrary<Map<String, Release>> releases() {
    return Arbitraries.maps(
            Arbitraries.of("dev", "qa", "staging", "prod", "prod-eu", "preview-1"),
            net.jqwik.api.Combinators.combine(
                    Arbitraries.of("a", "b"), Arbitraries.integers().between(1, 3))
                .as(Release::new))
        .ofMaxSize(6);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void aPlanSaysWhatHappensAndItHappens(
      @ForAll("releases") Map<String, Release> stored,
      @ForAll("releases") Map<String, Release> wanted,
      @ForAll OnConflict onConflict,
      @ForAll boolean prune)
      throws Exception {
    Path folder = Files.createTempDirectory("plan");
    try (StateBackend backend =
        Backends.open(
            TestProject.in(folder, new BackendSettings.Local()), BackendOptions.standard())) {
      for (Map.Entry<String, Release> one : stored.entrySet()) {
        backend.write(
            backend.locate(EntryAddress.receipt(one.getKey())),
            one.getValue().receipt(one.getKey()),
            Precondition.ABSENT);
      }
      ChangePlan.Rules rules = new ChangePlan.Rules("test", onConflict, _ -> prune);
      Feed<RuntimeException> feed =
          (sink, _) ->
              wanted.forEach((stage, release) -> {
                byte[] content = release.receipt(stage);
                sink.take(
                    Wanted.of(
                        Part.RECEIPT, "shop", stage, "aws-lambda", release.updatedAt(), content),
                    content);
              });
      ChangePlan plan = ChangePlan.of(feed, backend, rules, Progress.NONE, Cancellation.never());
      Map<String, String> before = contents(backend);

      if (!plan.refused().isEmpty()) {
        assertThat(onConflict).isEqualTo(OnConflict.FAIL);
        assertThat(contents(backend)).isEqualTo(before);
        return;
      }
      Outcome outcome =
          new ChangeRun(backend, feed, _ -> {}, false)
              .apply(plan, Progress.NONE, Cancellation.never());

      assertThat(outcome.complete()).isTrue();
      assertThat(contents(backend)).isEqualTo(expected(before, wanted, plan));
      ChangePlan again = ChangePlan.of(feed, backend, rules, Progress.NONE, Cancellation.never());
      assertThat(again.effective()).isEmpty();
    } finally {
      delete(folder);
    }
  }

  private static Map<String, String> expected(
      Map<String, String> before, Map<String, Release> wanted, ChangePlan plan) {
    Map<String, String> expected = new HashMap<>(before);
    for (PlannedChange change : plan.changes()) {
      Optional<Release> release = Optional.ofNullable(wanted.get(change.stage()));
      if (change.action() == Action.WRITE) {
        byte[] content = release.orElseThrow().receipt(change.stage());
        expected.put(change.stage(), new String(content, StandardCharsets.UTF_8));
      } else if (change.action() == Action.REMOVE) {
        expected.remove(change.stage());
      }
    }
    return expected;
  }

  private static Map<String, String> contents(StateBackend backend) throws Exception {
    Map<String, String> contents = new HashMap<>();
    backend.documents(
        document ->
            contents.put(
                document.entry().stage(),
                new String(document.content().orElseThrow(), StandardCharsets.UTF_8)),
        Cancellation.never());
    return contents;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
