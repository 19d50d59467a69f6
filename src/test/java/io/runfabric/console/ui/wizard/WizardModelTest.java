package io.runfabric.console.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.wizard.WizardState.Asking;
import io.runfabric.console.ui.wizard.WizardState.Confirming;
import io.runfabric.console.ui.wizard.WizardState.Ended;
import io.runfabric.console.ui.wizard.WizardState.Failed;
import io.runfabric.console.ui.wizard.WizardState.Planned;
import io.runfabric.console.ui.wizard.WizardState.Planning;
import io.runfabric.console.ui.wizard.WizardState.Running;
import io.runfabric.console.ui.wizard.WizardState.Unplanned;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Write.Deed;
import io.runfabric.console.ui.write.Writes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A wizard on its way from page to page, with one that writes three entries as the example.
class WizardModelTest {

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private final Numbering numbering = new Numbering();
  private ProjectModel project;
  private Writes writes;
  private WizardModel<Integer, Integer> wizard;

  @BeforeEach
  void project() throws Exception {
    ProjectFolder folder = new ProjectFolder(directory.resolve("shop"));
    project = new ProjectModel(tasks, folder.request(), ProjectFolder.options());
    Clock clock = Clock.fixed(ProjectFolder.NOW, ZoneOffset.UTC);
    writes = new Writes(tasks, directory.resolve("state"), clock, _ -> {}, _ -> {});
    project.load();
    settle();
    wizard = new WizardModel<>(numbering, project, writes);
  }

  @Test
  void goesFromPageToPageAndSaysWhatCameOfIt() throws Exception {
    assertThat(state()).isEqualTo(new Asking(Page.CHOOSE));
    wizard.next();
    assertThat(state()).isEqualTo(new Asking(Page.OPTIONS));
    wizard.next();
    assertThat(state()).isInstanceOf(Planning.class);
    settle();
    assertThat(state()).isInstanceOf(Planned.class);
    wizard.next();
    assertThat(state()).isInstanceOf(Confirming.class);
    wizard.agree();
    assertThat(state()).isInstanceOf(Running.class);
    settle();

    assertThat(state())
        .isInstanceOfSatisfying(
            Ended.class, ended -> assertThat(ended.report().sentence()).isEqualTo("3 written"));
    assertThat(wizard.entries().of("entry 2")).isEqualTo("written");
    Activity line = writes.log().newest(1, _ -> true).activities().getFirst();
    assertThat(line.doing().command()).startsWith("runfabric-console number --upto 3 -c ");
    assertThat(line.changed()).isEqualTo(3);
  }

  @Test
  void aPageWithAProblemIsNotLeft() {
    wizard.answersProperty().set(wizard.answersProperty().get().with("upto", ""));

    wizard.next();

    assertThat(wizard.problemsProperty().get()).hasSize(1);
    assertThat(state()).isEqualTo(new Asking(Page.CHOOSE));
  }

  @Test
  void goingBackKeepsTheAnswersAndThePlanIsMadeAnew() {
    plan();
    wizard.back();
    assertThat(state()).isEqualTo(new Asking(Page.OPTIONS));
    wizard.back();
    wizard.answersProperty().set(wizard.answersProperty().get().with("upto", "2"));
    plan();

    assertThat(state())
        .isInstanceOfSatisfying(
            Planned.class,
            planned -> assertThat(planned.preview().sentence()).isEqualTo("up to 2"));
  }

  @Test
  void aPlanThatIsGivenUpShowsNothingLater() {
    wizard.next();
    wizard.next();

    wizard.back();
    settle();

    assertThat(state()).isEqualTo(new Asking(Page.OPTIONS));
    assertThat(tasks.running()).isEmpty();
  }

  @Test
  void aPlanThatCannotBeMadeSaysWhyAndCanBeMadeAgain() {
    numbering.unreachable = true;
    plan();
    assertThat(state())
        .isInstanceOfSatisfying(
            Unplanned.class,
            failed -> assertThat(failed.failure().message()).isEqualTo("nobody answers"));

    numbering.unreachable = false;
    wizard.next();
    settle();

    assertThat(state()).isInstanceOf(Planned.class);
  }

  @Test
  void whatCannotBeDoneIsNotAskedFor() {
    wizard.answersProperty().set(wizard.answersProperty().get().with("upto", "0"));
    plan();

    wizard.next();

    assertThat(state()).isInstanceOf(Planned.class);
  }

  @Test
  void oneThatIsStoppedSaysHowFarItCame() {
    numbering.stopsAfter = 2;
    plan();
    wizard.next();
    wizard.agree();
    numbering.stop = wizard::stop;
    settle();

    assertThat(state())
        .isInstanceOfSatisfying(
            Ended.class,
            ended -> {
              assertThat(ended.report().tone()).isEqualTo(Tone.WARNING);
              assertThat(ended.report().sentence()).contains("What was done until then stays");
              assertThat(ended.report().facts().getFirst().value()).isEqualTo("2");
            });
  }

  @Test
  void oneThatIsStoppedBeforeItBeganSaysSo() {
    plan();
    wizard.next();
    wizard.agree();

    wizard.stop();
    settle();

    assertThat(state())
        .isInstanceOfSatisfying(
            Ended.class,
            ended ->
                assertThat(ended.report().sentence())
                    .isEqualTo("It was stopped before anything was changed."));
  }

  @Test
  void aFailureIsToldEvenWhenItCancelsTheWorkItself() {
    plan();
    wizard.next();
    wizard.agree();
    numbering.fails = true;
    numbering.stop = wizard::stop;
    settle();

    assertThat(state())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.failure().message()).isEqualTo("the lock was lost"));
  }

  @Test
  void whatItWritesBelongsToItsProjectSoThatClosingThatAsks() {
    plan();
    wizard.next();
    wizard.agree();

    assertThat(project.writing()).hasSize(1);
    settle();
    assertThat(project.writing()).isEmpty();
  }

  @Test
  void nothingIsDoneInReadOnlyMode() {
    plan();
    wizard.next();
    tasks.readOnlyProperty().set(true);

    wizard.agree();
    settle();

    assertThat(state())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.failure().message()).contains("read-only"));
    assertThat(wizard.entries().of("entry 1")).isEmpty();
  }

  @Test
  void theCommandFollowsTheAnswers() {
    wizard.answersProperty().set(wizard.answersProperty().get().with("upto", "9"));

    assertThat(wizard.command()).startsWith("runfabric-console number --upto 9 -c ");
  }

  private WizardState state() {
    return wizard.stateProperty().get();
  }

  private void plan() {
    if (state().equals(new Asking(Page.CHOOSE))) {
      wizard.next();
    }
    wizard.next();
    settle();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }

  /// Writes as many entries as it is told.
  private static final class Numbering implements Wizard<Integer, Integer> {

    private boolean unreachable;
    private boolean fails;
    private int stopsAfter = Integer.MAX_VALUE;
    private Runnable stop = () -> {};

    @Override
    public String title() {
      return "Number";
    }

    @Override
    public Answers initial() {
      return new Answers(Map.of("upto", "3"));
    }

    @Override
    public List<FieldProblem> problems(Page page, Answers answers) {
      return answers.to("upto").isEmpty()
          ? List.of(new FieldProblem("upto", "Say how far."))
          : List.of();
    }

    @Override
    public String task(Answers answers) {
      return "Numbering";
    }

    @Override
    public Integer plan(Answers answers, Progress progress, Cancellation cancellation)
        throws Exception {
      if (unreachable) {
        throw new BackendException(BackendException.Code.UNREACHABLE, "nobody answers", "");
      }
      return Integer.valueOf(answers.to("upto"));
    }

    @Override
    public Preview preview(Answers answers, Integer plan) {
      return new Preview(
          "up to " + plan,
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          plan == 0 ? "There is nothing to do." : "",
          "Number",
          Tone.ACCENT);
    }

    @Override
    public List<String> command(Answers answers) {
      return List.of("number", "--upto", answers.to("upto"));
    }

    @Override
    public Optional<Deed> deed(Answers answers, Integer plan) {
      return Optional.of(new Deed("number", command(answers), "shop", ""));
    }

    @Override
    public Integer apply(
        Answers answers, Integer plan, Trace trace, Progress progress, Cancellation cancellation)
        throws Exception {
      if (fails) {
        stop.run();
        throw new BackendException(BackendException.Code.LEASE_LOST, "the lock was lost", "");
      }
      progress.phase("writing");
      for (int i = 1; i <= plan; i++) {
        cancellation.check();
        trace.changed("entry " + i);
        progress.entry("entry " + i);
        progress.at(i, plan);
        if (i == stopsAfter) {
          stop.run();
        }
      }
      return plan;
    }

    @Override
    public Report report(Answers answers, Integer plan, Integer result) {
      return new Report(Tone.SUCCESS, result + " written", List.of(), List.of(), List.of());
    }
  }
}
