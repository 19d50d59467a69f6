package io.runfabric.console.ui.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.operation.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TasksTest {

  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private final List<String> succeeded = new ArrayList<>();
  private final List<Failure> failed = new ArrayList<>();
  private final List<String> unwanted = new ArrayList<>();

  @Nested
  class Outcomes {

    @Test
    void aResultReachesTheScreenAndNothingElse() {
      start((_, _) -> "rows");

      workers.run();
      assertThat(succeeded).as("before the screen got to it").isEmpty();
      screen.run();

      assertThat(succeeded).containsExactly("rows");
      assertThat(failed).isEmpty();
      assertThat(unwanted).isEmpty();
    }

    @Test
    void anExceptionIsAFailureUnderTheTasksTitle() {
      start((_, _) -> {
        throw new IOException("disk gone");
      });

      settle();

      assertThat(failed)
          .singleElement()
          .returns("Reading", Failure::title)
          .returns("IOException: disk gone", Failure::message);
      assertThat(succeeded).isEmpty();
    }

    @Test
    void anErrorIsAFailureToo() {
      RunningTask task =
          start((_, _) -> {
            throw new StackOverflowError();
          });

      settle();

      assertThat(failed).singleElement().returns("StackOverflowError", Failure::message);
      assertThat(task.runningProperty().get()).isFalse();
      assertThat(tasks.running()).isEmpty();
    }

    @Test
    void aCancellationNobodyAskedForIsAFailure() {
      start((_, _) -> {
        throw new CancellationException("the connection was cancelled");
      });

      settle();

      assertThat(failed).hasSize(1);
    }

    @Test
    void aCallbackThatThrowsDoesNotCountAsFailedWork() {
      Tasks direct = new Tasks(Runnable::run, Runnable::run);

      assertThatThrownBy(() ->
              direct.start(
                  Job.<String>reading(
                          "Reading",
                          (_, _) -> "rows",
                          _ -> {
                            throw new IllegalStateException("in the view");
                          })
                      .orElse(failed::add)))
          .hasMessage("in the view");

      assertThat(failed).isEmpty();
      assertThat(direct.running()).isEmpty();
    }
  }

  @Nested
  class Cancelling {

    @Test
    void aResultThatComesAnywayGoesToWhoeverCleansUp() {
      start((_, _) -> "session").cancel();

      settle();

      assertThat(unwanted).containsExactly("session");
      assertThat(succeeded).isEmpty();
      assertThat(failed).isEmpty();
    }

    @Test
    void aResultOnItsWayToTheScreenIsUnwantedToo() {
      RunningTask task = start((_, _) -> "session");
      workers.run();
      task.cancel();

      screen.run();

      assertThat(unwanted).containsExactly("session");
      assertThat(succeeded).isEmpty();
    }

    @Test
    void afterTheResultWasShownChangesNothing() {
      RunningTask task = start((_, _) -> "rows");
      settle();
      task.cancel();

      settle();

      assertThat(succeeded).containsExactly("rows");
      assertThat(unwanted).isEmpty();
    }

    @Test
    void workThatStopsAsAskedEndsInSilence() {
      RunningTask task =
          start((_, cancellation) -> {
            cancellation.check();
            return "never";
          });
      task.cancel();

      settle();

      assertThat(succeeded).isEmpty();
      assertThat(failed).isEmpty();
      assertThat(unwanted).isEmpty();
      assertThat(task.runningProperty().get()).isFalse();
      assertThat(tasks.running()).isEmpty();
    }

    @Test
    void workThatFailsOnItsWayOutEndsInSilenceToo() {
      start(
              (_, _) -> {
                throw new IOException("closed under my feet");
              })
          .cancel();

      settle();

      assertThat(failed).isEmpty();
      assertThat(tasks.running()).isEmpty();
    }
  }

  @Nested
  class Reporting {

    @Test
    void theTotalIsUnknownAtFirst() {
      assertThat(start((_, _) -> "").totalProperty().get()).isNegative();
    }

    @Test
    void manyReportsReachTheScreenOnceAsTheNewest() {
      RunningTask task =
          start((progress, _) -> {
            for (int i = 1; i <= 10_000; i++) {
              progress.at(i, 20_000);
            }
            return "";
          });
      List<Number> seen = new ArrayList<>();
      task.doneProperty().addListener((_, _, done) -> seen.add(done));

      workers.run();
      assertThat(screen.waiting()).as("one report and the end").isEqualTo(2);
      screen.run();

      assertThat(seen).containsExactly(10_000L);
      assertThat(task.totalProperty().get()).isEqualTo(20_000);
    }

    @Test
    void aReportAfterTheScreenCaughtUpIsShownToo() {
      List<Progress> reports = new ArrayList<>();
      RunningTask task =
          start((progress, _) -> {
            reports.add(progress);
            return "";
          });
      workers.run();
      reports.getFirst().at(1, 9);
      screen.run();
      assertThat(task.doneProperty().get()).isEqualTo(1);

      reports.getFirst().at(2, 9);
      screen.run();

      assertThat(task.doneProperty().get()).isEqualTo(2);
    }
  }

  @Nested
  class WhatRuns {

    @Test
    void isListedFromTheStartUntilItsResultIsShownOldestFirst() {
      RunningTask first = start((_, _) -> "");
      RunningTask second = start((_, _) -> "");
      assertThat(tasks.running()).containsExactly(first, second);
      assertThat(first.title()).isEqualTo("Reading");

      workers.run();
      assertThat(tasks.running()).containsExactly(first, second);
      screen.crank();

      assertThat(tasks.running()).containsExactly(second);
      assertThat(first.runningProperty().get()).isFalse();
      assertThat(second.runningProperty().get()).isTrue();
    }

    @Test
    void hasLeftTheListWhenItsResultIsShown() {
      List<Boolean> listed = new ArrayList<>();
      tasks.start(
          Job.<String>reading("Reading", (_, _) -> "", _ -> listed.add(!tasks.running().isEmpty()))
              .orElse(_ -> {}));

      settle();

      assertThat(listed).containsExactly(false);
    }

    @Test
    void cannotBeChangedFromOutside() {
      start((_, _) -> "");

      assertThatThrownBy(() -> tasks.running().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsTheWindowFromBeingIdle() {
      assertThat(tasks.idle()).isTrue();
      start((_, _) -> "");
      assertThat(tasks.idle()).isFalse();

      settle();

      assertThat(tasks.idle()).isTrue();
    }
  }

  @Nested
  class WorkAside {

    @Test
    void isNotShownButKeepsTheWindowFromBeingIdle() {
      List<String> done = new ArrayList<>();
      tasks.aside(() -> done.add("closed"));

      assertThat(tasks.running()).isEmpty();
      assertThat(tasks.idle()).isFalse();
      workers.run();

      assertThat(done).containsExactly("closed");
      assertThat(tasks.idle()).isTrue();
    }

    @Test
    void countsAsEndedWhenItThrows() {
      tasks.aside(() -> {
        throw new IllegalStateException("cannot close");
      });

      assertThatThrownBy(workers::run).hasMessage("cannot close");

      assertThat(tasks.idle()).isTrue();
    }
  }

  @Test
  void whatIsMeantForTheScreenRunsThere() {
    List<String> shown = new ArrayList<>();
    tasks.onScreen(() -> shown.add("x"));

    workers.run();
    assertThat(shown).isEmpty();
    screen.run();

    assertThat(shown).containsExactly("x");
  }

  private RunningTask start(Tasks.Work<String> work) {
    return tasks.start(
        Job.reading("Reading", work, succeeded::add).orElse(failed::add).unwanted(unwanted::add));
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
