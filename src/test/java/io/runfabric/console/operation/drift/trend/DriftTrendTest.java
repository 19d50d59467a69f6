package io.runfabric.console.operation.drift.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.trend.DriftTrend.Point;
import io.runfabric.console.operation.drift.trend.DriftTrend.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTrendTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void whatIsReadIsWhatWasKept() throws Exception {
    DriftTrend trend = trend("shop", 1 << 20);
    DriftRun run = run(0, "config", "0123456789ab");

    trend.keep(run);

    assertThat(newest(trend).points()).containsExactly(new Point(run, Optional.empty()));
    assertThat(warnings).isEmpty();
  }

  @Test
  void eachProjectHasItsOwn() throws Exception {
    trend("shop", 1 << 20).keep(run(0, "config"));

    assertThat(newest(trend("other", 1 << 20)).points()).isEmpty();
  }

  @Test
  void theNewestAreKeptAndTheFilesDoNotGrowWithoutEnd() throws Exception {
    DriftTrend trend = trend("shop", 2_000);
    for (int i = 0; i < 100; i++) {
      trend.keep(run(i, "config"));
    }

    List<Point> points = newest(trend).points();
    assertThat(points).hasSizeBetween(5, 50);
    assertThat(points.getFirst().run().at()).isEqualTo(START.plusSeconds(99));
    assertThat(folder.resolve("state").resolve("drift"))
        .isDirectoryNotContaining(file -> file.toFile().length() > 3_000);
  }

  @Test
  void manyMayWriteAtOnce() throws Exception {
    Project project = project("shop");
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        int number = i;
        executor.execute(() -> trend(project, 1 << 20).keep(run(number, "config")));
      }
    }

    Reading reading = newest(trend("shop", 1 << 20));
    assertThat(reading.points()).hasSize(50);
    assertThat(reading.unreadable()).isZero();
  }

  @Test
  void aRunIsComparedWithTheLastThatLookedAtTheSame() throws Exception {
    DriftTrend trend = trend("shop", 1 << 20);
    trend.keep(run(0, "config", "a", "b"));
    trend.keep(run(1, "integrity", "x"));
    trend.keep(run(2, "config", "b", "c"));

    Point point = newest(trend).points().getFirst();

    assertThat(point.since()).contains(new DriftTrend.Since(START, List.of("c"), List.of("a")));
  }

  @Test
  void onlyAsManyOfThoseAskedForAreTold() throws Exception {
    DriftTrend trend = trend("shop", 1 << 20);
    for (int i = 0; i < 4; i++) {
      trend.keep(run(i, i % 2 == 0 ? "config" : "integrity", "id" + i));
    }

    assertThat(trend.newest(1, run -> run.against().contains("config")).points())
        .containsExactly(
            new Point(
                run(2, "config", "id2"),
                Optional.of(new DriftTrend.Since(START, List.of("id2"), List.of("id0")))));
    assertThat(trend.newest(2, _ -> true).points())
        .extracting(point -> point.run().at())
        .containsExactly(START.plusSeconds(3), START.plusSeconds(2));
    assertThat(trend.newest(0, _ -> true).points()).isEmpty();
  }

  @Test
  void linesThatAreNoRunAreCounted() throws Exception {
    DriftTrend trend = trend("shop", 1 << 20);
    trend.keep(run(0, "config"));
    try (Stream<Path> files = Files.list(folder.resolve("state/drift"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, "torn\n{}\n", StandardOpenOption.APPEND);
      }
    }

    assertThat(newest(trend).points()).hasSize(1);
    assertThat(newest(trend).unreadable()).isEqualTo(2);
  }

  @Test
  void aRunThatCannotBeKeptIsTold() throws Exception {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(folder.resolve("state/drift"), "in the way");

    trend("shop", 1 << 20).keep(run(0, "config"));

    assertThat(warnings).hasSize(1);
    assertThat(warnings.getFirst())
        .startsWith("this run could not be remembered in " + folder.resolve("state/drift") + " (")
        .endsWith(")");
  }

  private static Reading newest(DriftTrend trend) throws Exception {
    return trend.newest(DriftTrend.MOST, _ -> true);
  }

  private DriftTrend trend(String name, long full) throws Exception {
    return trend(project(name), full);
  }

  private DriftTrend trend(Project project, long full) {
    return new DriftTrend(folder.resolve("state"), project, full, warnings::add);
  }

  private Project project(String name) throws Exception {
    Path file = folder.resolve(name).resolve("runfabric.yml");
    Files.createDirectories(folder.resolve(name));
    Files.writeString(file, "service: shop\nprovider: {name: aws-lambda}\n");
    return ProjectLoader.load(ProjectRequest.of(file)).project();
  }

  private static DriftRun run(int second, String against, String... ids) {
    return new DriftRun(
        START.plusSeconds(second),
        "shop",
        "local",
        "",
        "",
        List.of(against),
        Map.of(Gravity.INFO, 0L, Gravity.WARNING, 2L, Gravity.CRITICAL, 1L),
        3,
        4,
        5,
        List.of(ids),
        6);
  }
}
