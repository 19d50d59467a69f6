package io.runfabric.console.ui.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.ui.locks.Unlocking;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A write on its way, with the removal of a lock on a real project as the example.
class WriteModelTest {

  private static final String KEY = ".runfabric/locks/shop-dev.lock.json";

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private ProjectFolder folder;
  private ProjectModel project;
  private Writes writes;

  @BeforeEach
  void project() throws Exception {
    folder = new ProjectFolder(directory.resolve("shop"));
    folder.file(KEY, ProjectFolder.lock("dev", "2026-03-01T11:00:00Z"));
    project = new ProjectModel(tasks, folder.request(), ProjectFolder.options());
    Clock clock = Clock.fixed(ProjectFolder.NOW, ZoneOffset.UTC);
    writes = new Writes(tasks, directory.resolve("state"), clock, _ -> {}, _ -> {});
    project.load();
    settle();
  }

  @Test
  void looksThenAsksThenDoesItAndSaysWhatCameOfIt() throws Exception {
    WriteModel<?, ?> model = unlocking();
    model.look();
    assertThat(model.stateProperty().get()).isEqualTo(new WriteState.Looking());
    settle();
    assertThat(model.stateProperty().get()).isInstanceOf(WriteState.Asking.class);
    assertThat(folder.path(KEY)).exists();

    model.agree(Answers.NONE);
    assertThat(model.stateProperty().get()).isInstanceOf(WriteState.Working.class);
    settle();

    assertThat(model.stateProperty().get())
        .isEqualTo(
            new WriteState.Ended(
                new Outcome(
                    Tone.SUCCESS, "shop/dev is free.", List.of("Removed `local:" + KEY + "`"))));
    assertThat(folder.path(KEY)).doesNotExist();
    assertThat(project.locks()).isEmpty();
    Activity line = newest();
    assertThat(line.result()).isEqualTo(Activity.Result.OK);
    assertThat(line.keys()).containsExactly(KEY);
    assertThat(line.doing().command())
        .isEqualTo(
            "runfabric-console state force-unlock --service shop --stage dev -c "
                + folder.configuration());
    assertThat(writes.recordedProperty().get()).isEqualTo(1);
  }

  @Test
  void whatIsSomebodyElsesSinceItWasListedIsNotAskedAbout() throws Exception {
    WriteModel<?, ?> model = unlocking();
    folder.file(KEY, ProjectFolder.lock("dev", "2026-03-01T12:30:00Z").replace("canary", "other"));

    model.look();
    settle();

    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            WriteState.Failed.class,
            failed -> {
              assertThat(failed.begun()).isFalse();
              assertThat(failed.failure().code()).contains(BackendException.Code.CONFLICT);
              assertThat(failed.failure().message()).contains("it is held by pid:7");
            });
    assertThat(writes.recordedProperty().get()).isZero();
  }

  @Test
  void nothingIsDoneWhileTheWindowIsReadOnly() {
    WriteModel<?, ?> model = unlocking();
    model.look();
    settle();

    tasks.readOnlyProperty().set(true);
    model.agree(Answers.NONE);
    settle();

    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            WriteState.Failed.class,
            failed -> assertThat(failed.failure().message()).contains("read-only"));
    assertThat(folder.path(KEY)).exists();
  }

  @Test
  void nothingIsDoneBeforeItWasShown() {
    WriteModel<?, ?> model = unlocking();
    model.look();
    model.agree(Answers.NONE);
    settle();

    assertThat(folder.path(KEY)).exists();
  }

  @Test
  void whatIsStoppedFromTheStatusBarIsSaidToBeStopped() {
    WriteModel<?, ?> model = unlocking();
    model.look();
    tasks.running().getFirst().cancel();
    settle();

    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            WriteState.Ended.class,
            ended -> assertThat(ended.outcome().sentence()).isEqualTo("It was stopped."));
  }

  @Test
  void theCommandIsKnownOnceItIsKnownWhatWouldBeDone() {
    WriteModel<?, ?> model = unlocking();
    assertThat(model.command(Answers.NONE)).isEmpty();

    model.look();
    settle();

    assertThat(model.command(Answers.NONE))
        .hasValueSatisfying(
            line -> assertThat(line).contains("force-unlock").doesNotContain("canary"));
  }

  private WriteModel<?, ?> unlocking() {
    return new WriteModel<>(new Unlocking(List.copyOf(project.locks())), project, writes);
  }

  private Activity newest() throws Exception {
    return writes.log().newest(1, _ -> true).activities().getFirst();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
