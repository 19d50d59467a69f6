package io.runfabric.console.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What is kept of work that has ended, and what work says on its way.
class EndedTasksTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private Instant now = NOW;
  private final InstantSource time = () -> now;
  private final Tasks tasks = new Tasks(workers, screen, time.withZone(ZoneOffset.UTC));
  private final List<String> told = new ArrayList<>();

  @Nested
  class AreKept {

    @Test
    void withTheirResultAndHowLongTheyTook() {
      RunningTask task = tasks.start(reading("Loading shop").telling(rows -> rows + " entries"));
      now = NOW.plusSeconds(3);
      settle();
      now = NOW.plusSeconds(60);

      assertThat(tasks.ended()).containsExactly(task);
      assertThat(task.stateProperty().get()).isEqualTo(new TaskState.Done("12 entries"));
      assertThat(task.took(now)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theLatestFirstAndNoMoreThanFifty() {
      for (int i = 0; i < Tasks.MOST_KEPT + 5; i++) {
        tasks.start(reading("Loading " + i));
      }
      settle();

      assertThat(tasks.ended())
          .hasSize(Tasks.MOST_KEPT)
          .first()
          .returns("Loading " + (Tasks.MOST_KEPT + 4), RunningTask::title);
    }

    @Test
    void onceWhenTheSameWasReadAgainAndWentWell() {
      failing("Loading shop");
      tasks.start(reading("Loading shop"));
      settle();
      RunningTask last = tasks.start(reading("Loading shop"));
      settle();

      assertThat(tasks.ended()).hasSize(2).first().isSameAs(last);
    }

    @Test
    void eachTimeWhenTheyWrote() {
      tasks.start(Job.writing("Creating the table", (_, _) -> "", _ -> {}));
      tasks.start(Job.writing("Creating the table", (_, _) -> "", _ -> {}));
      settle();

      assertThat(tasks.ended()).hasSize(2);
    }

    @Test
    void notWhenTheyWereAMomentsWorkThatWentWell() {
      tasks.start(Job.passing("Copying", (_, _) -> "", _ -> {}));
      settle();

      assertThat(tasks.ended()).isEmpty();
    }

    @Test
    void notWhenSomethingElseTookTheirPlace() {
      tasks.start(reading("Loading shop")).abandon();
      settle();

      assertThat(tasks.ended()).isEmpty();
    }

    @Test
    void untilTheyAreForgotten() {
      tasks.start(reading("Loading shop"));
      settle();

      tasks.forgetEnded();

      assertThat(tasks.ended()).isEmpty();
    }
  }

  @Nested
  class Failures {

    @Test
    void areAnnouncedWithWhatWentWrongAndWhereRedacted() {
      RunningTask task =
          tasks.start(
              Job.reading(
                  "Loading shop",
                  (_, _) -> {
                    throw new IOException("postgres://shop:hunter2@db/shop refused");
                  },
                  _ -> {}));
      settle();

      assertThat(tasks.failureProperty().get()).contains(task);
      assertThat(task.stateProperty().get())
          .isInstanceOfSatisfying(
              TaskState.Failed.class,
              failed -> {
                assertThat(failed.failure().message()).contains("refused");
                assertThat(failed.trace()).contains("EndedTasksTest").doesNotContain("hunter2");
              });
    }

    @Test
    void ofAMomentsWorkAreAnnouncedUnlessSomebodyShowsThem() {
      tasks.start(Job.passing("Reading", EndedTasksTest::broken, _ -> {}).orElse(_ -> {}));
      settle();
      assertThat(tasks.failureProperty().get()).isEmpty();

      tasks.start(Job.passing("Copying", EndedTasksTest::broken, _ -> {}));
      settle();

      assertThat(tasks.failureProperty().get()).map(RunningTask::title).contains("Copying");
    }

    @Test
    void canBeTriedAgainUntilWhatTheyWereAboutIsGone() {
      RunningTask task =
          tasks.start(
              Job.reading("Loading shop", EndedTasksTest::broken, _ -> {})
                  .again(() -> told.add("again")));
      settle();

      task.againProperty().get().orElseThrow().run();
      assertThat(told).containsExactly("again");
      task.noMore();

      assertThat(task.againProperty().get()).isEmpty();
    }
  }

  @Nested
  class Stopping {

    @Test
    void isSaidBeforeTheWorkHasEnded() {
      RunningTask task = tasks.start(reading("Loading shop"));

      task.cancel();
      assertThat(task.stateProperty().get()).isEqualTo(new TaskState.Stopping());
      settle();

      assertThat(task.stateProperty().get()).isEqualTo(new TaskState.Stopped());
      assertThat(tasks.ended()).containsExactly(task);
    }

    @Test
    void doesNotHideWhatWasWrittenAllTheSame() {
      RunningTask task =
          tasks.start(
              Job.writing("Creating the table", (_, _) -> "", _ -> {})
                  .telling(_ -> "the table exists"));
      task.cancel();
      settle();

      assertThat(task.stateProperty().get()).isEqualTo(new TaskState.Done("the table exists"));
    }

    @Test
    void doesNotHideThatWritingFailedOnItsWayOut() {
      RunningTask task =
          tasks.start(Job.writing("Unlocking", EndedTasksTest::broken, _ -> {}).orElse(_ -> {}));
      task.cancel();
      settle();

      assertThat(task.stateProperty().get()).isInstanceOf(TaskState.Failed.class);
      assertThat(tasks.failureProperty().get()).contains(task);
    }

    @Test
    void ofWritingThatStopsAsAskedIsNoFailure() {
      RunningTask task =
          tasks.start(
              Job.writing(
                  "Unlocking",
                  (_, _) -> {
                    throw new CancellationException("as asked");
                  },
                  _ -> {}));
      task.cancel();
      settle();

      assertThat(task.stateProperty().get()).isEqualTo(new TaskState.Stopped());
      assertThat(tasks.failureProperty().get()).isEmpty();
    }

    @Test
    void reachesEverythingThatRuns() {
      RunningTask reading = tasks.start(reading("Loading shop"));
      RunningTask writing = tasks.start(Job.writing("Unlocking", (_, _) -> "", _ -> {}));
      assertThat(tasks.writing()).containsExactly(writing);

      tasks.cancelAll();

      assertThat(List.of(reading, writing)).allMatch(RunningTask::cancelled);
    }
  }

  @Nested
  class InReadOnlyMode {

    @Test
    void writingIsRefusedAndReadingIsNot() {
      tasks.readOnlyProperty().set(true);
      RunningTask writing =
          tasks.start(
              Job.writing("Unlocking", (_, _) -> told.add("written"), _ -> {})
                  .orElse(failure -> told.add(failure.message())));
      RunningTask reading = tasks.start(reading("Loading shop"));
      settle();

      assertThat(told).containsExactly("The window is in read-only mode, so nothing was changed.");
      assertThat(writing.stateProperty().get()).isInstanceOf(TaskState.Failed.class);
      assertThat(reading.stateProperty().get()).isInstanceOf(TaskState.Done.class);
      assertThat(tasks.idle()).isTrue();
    }

    @Test
    void whatRunsAlreadyGoesOn() {
      tasks.start(Job.writing("Unlocking", (_, _) -> told.add("written"), _ -> {}));
      tasks.readOnlyProperty().set(true);
      settle();

      assertThat(told).containsExactly("written");
    }
  }

  @Nested
  class Phases {

    @Test
    void areSaidWithTheirTimeAndCountFromTheStart() {
      RunningTask task =
          tasks.start(
              Job.reading(
                  "Backing up",
                  (progress, _) -> {
                    progress.phase("reading");
                    progress.at(100, 100);
                    now = NOW.plusSeconds(10);
                    progress.phase("verifying");
                    progress.at(20, 100);
                    return "";
                  },
                  _ -> {}));
      workers.run();
      while (task.log().size() < 2 || task.doneProperty().get() == 0) {
        assertThat(screen.crank()).isTrue();
      }
      now = NOW.plusSeconds(12);

      assertThat(task.log())
          .containsExactly(
              new LogLine(NOW, "reading"), new LogLine(NOW.plusSeconds(10), "verifying"));
      assertThat(task.pace().perSecond(now)).contains(10.0);
      assertThat(task.pace().left(now)).contains(Duration.ofSeconds(8));
    }

    @Test
    void areFollowedByHowItEnded() {
      RunningTask task = failing("Loading shop");

      assertThat(task.log())
          .singleElement()
          .returns("failed: IOException: disk gone", LogLine::text);
    }
  }

  private static String broken(
      io.runfabric.console.operation.Progress progress,
      io.runfabric.console.backend.Cancellation cancellation)
      throws IOException {
    throw new IOException("disk gone");
  }

  private RunningTask failing(String title) {
    RunningTask task = tasks.start(Job.reading(title, EndedTasksTest::broken, _ -> {}));
    settle();
    return task;
  }

  private static Job<String> reading(String title) {
    return Job.reading(title, (_, _) -> "12", _ -> {});
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
