package io.runfabric.console.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.ActivityLog;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Writes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityModelTest {

  private static final Path OWN = Path.of("/srv/shop/runfabric.yml");
  private static final Path OTHER = Path.of("/srv/other/runfabric.yml");

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private Writes writes;
  private ActivityModel model;

  @BeforeEach
  void model() {
    Clock clock = Clock.fixed(ProjectFolder.NOW, ZoneOffset.UTC);
    writes = new Writes(tasks, directory, clock, _ -> {}, _ -> {});
    model = new ActivityModel(tasks, writes, clock, OWN);
  }

  @AfterEach
  void stopWatching() {
    model.hidden();
    settle();
  }

  @Test
  void thisProjectsLinesAreShownNewestFirst() {
    write(OWN, "first");
    write(OTHER, "elsewhere");
    write(OWN, "second");

    model.shown();
    settle();

    assertThat(operations()).containsExactly("second", "first");
    assertThat(model.stateProperty().get()).isEqualTo(new LoadState.Loaded(ProjectFolder.NOW));
  }

  @Test
  void theOtherProjectsAreShownWhenAskedFor() {
    write(OWN, "first");
    write(OTHER, "elsewhere");
    model.shown();
    settle();

    model.everyProjectProperty().set(true);
    settle();

    assertThat(operations()).containsExactly("elsewhere", "first");
  }

  @Test
  void whatTheWindowWritesShowsUpByItself() {
    model.shown();
    settle();
    assertThat(operations()).isEmpty();

    write(OWN, "unlock");
    settle();

    assertThat(operations()).containsExactly("unlock");
  }

  @Test
  void linesThatDoNotLoadAreCounted() throws Exception {
    write(OWN, "first");
    Files.writeString(
        directory.resolve("activity.jsonl"), "{\"at\": \"2026", StandardOpenOption.APPEND);

    model.shown();
    settle();

    assertThat(model.unreadableProperty().get()).isEqualTo(1);
    assertThat(operations()).containsExactly("first");
  }

  @Test
  void theCommandOfALineIsWhatIsCopied() {
    write(OWN, "lock hold");
    model.shown();
    settle();
    Activity line = model.activities().getFirst();

    assertThat(Activities.columns().getLast().text().apply(line)).isEmpty();
    assertThat(line.doing().command()).isEqualTo("runfabric-console lock hold --reason 'a b'");
  }

  private List<String> operations() {
    return model.activities().stream().map(one -> one.doing().operation()).toList();
  }

  private void write(Path project, String operation) {
    Doing doing =
        new Doing(
            project.toString(),
            "shop",
            "dev",
            "local",
            operation,
            "runfabric-console " + operation + " --reason 'a b'");
    ActivityLog.Work<Boolean, RuntimeException> nothing = _ -> true;
    writes.record(doing, nothing);
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
