package io.runfabric.console.ui.shell.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskWordsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private Instant now = NOW;
  private final InstantSource time = () -> now;
  private final Tasks tasks = new Tasks(workers, screen, time.withZone(ZoneOffset.UTC));

  @Nested
  class ALine {

    @Test
    void ofWhatRunsTellsPhaseCountRateRestAndTimeTaken() {
      RunningTask task =
          tasks.start(
              Job.reading(
                  "loading shop",
                  (progress, _) -> {
                    progress.phase("reading");
                    progress.at(1_200, 3_000);
                    // The end never reaches the screen here.
                    now = NOW.plusSeconds(4);
                    return "";
                  },
                  _ -> {}));
      workers.run();
      screen.crank();
      screen.crank();

      assertThat(TaskWords.title(task)).isEqualTo("Loading shop");
      assertThat(TaskWords.state(task)).isEqualTo("Running");
      assertThat(TaskWords.line(task, now))
          .isEqualTo("reading · 1,200 of 3,000 · 300/s · 6.0 s left · 4.0 s");
    }

    @Test
    void ofWhatIsToStopSaysSo() {
      RunningTask task = tasks.start(Job.writing("Unlocking", (_, _) -> "", _ -> {}));
      assertThat(TaskWords.state(task)).isEqualTo("Writing");

      task.cancel();

      assertThat(TaskWords.state(task)).isEqualTo("Stopping");
      assertThat(TaskWords.line(task, now)).startsWith("stopping · ");
    }

    @Test
    void ofWhatIsDoneTellsTheResultHowLongItTookAndWhen() {
      RunningTask task =
          tasks.start(Job.reading("Loading", (_, _) -> "", _ -> {}).telling(_ -> "12 entries"));
      now = NOW.plusMillis(800);
      HandCranked.settle(workers, screen);
      now = NOW.plusSeconds(181);

      assertThat(TaskWords.line(task, now)).isEqualTo("12 entries · 800 ms · 3 min ago");
    }
  }

  @Test
  void lengthsAreWordedInTheUnitsThatMatter() {
    assertThat(TaskWords.length(Duration.ofMillis(440))).isEqualTo("440 ms");
    assertThat(TaskWords.length(Duration.ofMillis(1_440))).isEqualTo("1.4 s");
    assertThat(TaskWords.length(Duration.ofSeconds(42))).isEqualTo("42 s");
    assertThat(TaskWords.length(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    assertThat(TaskWords.length(Duration.ofMinutes(3))).isEqualTo("3 min");
    assertThat(TaskWords.length(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
  }

  @Test
  void slowRatesHaveAFraction() {
    assertThat(TaskWords.rate(2.25)).isEqualTo("2.3/s");
    assertThat(TaskWords.rate(1_204.4)).isEqualTo("1,204/s");
  }

  @Nested
  class TheReport {

    private final RunningTask task =
        tasks.start(
            Job.reading(
                "Loading shop",
                (progress, _) -> {
                  progress.phase("connecting");
                  throw new BackendException(
                      BackendException.Code.DENIED,
                      "postgres://shop:hunter2@db/shop refused the password",
                      "set DATABASE_URL");
                },
                _ -> {}));

    @Test
    void tellsWhatFailedWhatToDoAndWhatWasSaidOnTheWay() {
      HandCranked.settle(workers, screen);

      assertThat(TaskReport.of(task, now, /* traced= */ false))
          .contains(
              "Loading shop",
              "state: failed",
              "code: DENIED",
              "refused the password",
              "remedy: set DATABASE_URL",
              "12:00:00  connecting")
          .doesNotContain("TaskWordsTest");
    }

    @Test
    void tellsWhereInTheProgramWhenAskedAndNeverASecret() {
      HandCranked.settle(workers, screen);

      assertThat(TaskReport.of(task, now, /* traced= */ true))
          .contains("TaskWordsTest")
          .doesNotContain("hunter2");
    }
  }

  @Nested
  class ThePanel {

    private final TaskPanelModel panel = new TaskPanelModel();
    private final RunningTask task = tasks.start(Job.reading("Loading", (_, _) -> "", _ -> {}));

    @Test
    void goesBackFromATaskToTheListAndThenAway() {
      panel.show(task);
      assertThat(panel.detailProperty().get()).contains(task);

      panel.back();
      assertThat(panel.openProperty().get()).isTrue();
      assertThat(panel.detailProperty().get()).isEmpty();
      panel.back();

      assertThat(panel.openProperty().get()).isFalse();
    }

    @Test
    void isOpenedAtTheListAndClosedByTheSameKey() {
      panel.toggle();
      assertThat(panel.openProperty().get()).isTrue();
      panel.show(task);

      panel.toggle();

      assertThat(panel.openProperty().get()).isFalse();
      assertThat(panel.detailProperty().get()).isEmpty();
    }
  }
}
