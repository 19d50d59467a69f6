package io.runfabric.console.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.ActivityLog;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Writes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthModelTest {

  private static final String SQLITE = ProjectFolder.CONFIGURATION + "backend:\n  kind: sqlite\n";

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private ProjectFolder folder;
  private ProjectModel project;
  private HealthModel health;
  private ActivityLog log;

  @BeforeEach
  void project() throws Exception {
    folder = new ProjectFolder(directory.resolve("shop"));
    folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));
    folder.file(".runfabric/state/.keep", "");
    project = new ProjectModel(tasks, folder.request(), ProjectFolder.options());
    Clock clock = Clock.fixed(ProjectFolder.NOW, ZoneOffset.UTC);
    Writes writes = new Writes(tasks, directory.resolve("state"), clock, _ -> {}, _ -> {});
    log = writes.log();
    health = new HealthModel(project, writes, clock);
  }

  @Nested
  class InReadOnlyMode {

    @Test
    void repairsWaitUntilItIsSwitchedOff() {
      health.shown();
      settle();
      assertThat(health.lockedProperty().get()).isFalse();

      tasks.readOnlyProperty().set(true);
      assertThat(health.lockedProperty().get()).isTrue();
      tasks.readOnlyProperty().set(false);

      assertThat(health.lockedProperty().get()).isFalse();
    }

    @Test
    void aRepairThatIsUnderWayToBeStartedIsRefused() {
      health.shown();
      settle();
      List<String> made = new ArrayList<>();
      tasks.readOnlyProperty().set(true);

      health.repair(new Repair("create the table", () -> made.add("table")));
      settle();

      assertThat(made).isEmpty();
      assertThat(health.repairFailureProperty().get())
          .get()
          .extracting(Failure::message)
          .asString()
          .contains("read-only mode");
    }

    @Test
    void noTrialIsWritten() throws Exception {
      List<String> before = files();
      tasks.readOnlyProperty().set(true);

      health.check(/* mayWrite= */ true);
      settle();

      assertThat(files()).isEqualTo(before);
      assertThat(page().headline()).isEqualTo(HealthPage.Headline.STOPPED);
    }
  }

  @Nested
  class Looking {

    @Test
    void beginsByItselfAndWritesNothing() throws Exception {
      List<String> before = files();
      assertThat(health.pageProperty().get()).isEmpty();

      health.shown();
      assertThat(page().headline()).isEqualTo(HealthPage.Headline.RUNNING);
      settle();

      assertThat(page().headline()).isEqualTo(HealthPage.Headline.NOT_ALL_CHECKED);
      assertThat(page().examination().mayWrite()).isFalse();
      assertThat(files()).isEqualTo(before);
    }

    @Test
    void happensOnceAsLongAsTheProjectStaysTheSame() {
      health.shown();
      settle();
      Examination first = page().examination();

      health.hidden();
      health.shown();
      project.load();
      settle();

      assertThat(page().examination()).isSameAs(first);
    }

    @Test
    void withATrialWriteLeavesNothingOpenAndNothingBehind() throws Exception {
      health.shown();
      settle();
      List<String> before = files();

      health.check(/* mayWrite= */ true);
      settle();

      assertThat(page().headline()).isEqualTo(HealthPage.Headline.GOOD);
      assertThat(page().examination().diagnosis().count(Severity.NOT_CHECKED)).isZero();
      assertThat(files()).isEqualTo(before);
    }

    @Test
    void showsWhatIsFoundWhileItLasts() {
      health.shown();
      workers.run();
      while (page().total() == 0) {
        assertThat(screen.crank()).isTrue();
      }

      assertThat(page().running()).isTrue();
      assertThat(page().detail(ProjectFolder.NOW)).startsWith("Looking at ");
      assertThat(page().headline()).isEqualTo(HealthPage.Headline.RUNNING);
    }

    @Test
    void goesOnWhenThePageIsLeftAndEndsWithTheProject() {
      health.shown();
      health.hidden();
      RunningTask task = tasks.running().getFirst();
      assertThat(task.title()).isEqualTo("Checking shop");
      assertThat(task.cancelled()).isFalse();

      project.close();

      assertThat(task.cancelled()).isTrue();
    }
  }

  @Nested
  class Stopping {

    @Test
    void saysWhatWasNotLookedAtAndLookingAnewIsPossible() {
      health.shown();
      health.stop();
      assertThat(page().detail(ProjectFolder.NOW)).isEqualTo("Stopping…");
      settle();

      assertThat(page().headline()).isEqualTo(HealthPage.Headline.STOPPED);
      assertThat(page().sections().toString())
          .contains("everything else", "The check was stopped before this was looked at");

      health.check();
      settle();
      assertThat(page().headline()).isEqualTo(HealthPage.Headline.NOT_ALL_CHECKED);
    }

    @Test
    void fromTheStatusBarIsTheSame() {
      health.shown();
      tasks.running().getFirst().cancel();
      settle();

      assertThat(page().headline()).isEqualTo(HealthPage.Headline.STOPPED);
    }

    @Test
    void leavesRepairsForTheNextLook() throws Exception {
      folder.file("runfabric.yml", SQLITE);
      health.shown();
      health.stop();
      settle();
      assertThat(health.lockedProperty().get()).isTrue();

      health.check();
      settle();
      assertThat(health.lockedProperty().get()).isFalse();
    }
  }

  @Nested
  class AnotherProject {

    @Test
    void anotherStageDropsTheFindings() {
      health.shown();
      settle();
      assertThat(health.guard()).isEmpty();

      project.chooseStage("prod");
      assertThat(page().total()).isZero();
      assertThat(page().running()).isTrue();
      settle();

      assertThat(health.guard().map(Guard::stage)).contains("prod");
      assertThat(health.command()).contains(" --stage prod ");
    }

    @Test
    void aLookUnderWayAtTheOtherStageIsNotHeardOfAnyMore() {
      health.shown();
      RunningTask first = tasks.running().getFirst();

      project.chooseStage("prod");
      settle();

      assertThat(first.cancelled()).isTrue();
      assertThat(page().headline()).isEqualTo(HealthPage.Headline.NOT_ALL_CHECKED);
    }

    @Test
    void aStageChosenOnAnotherPageIsLookedAtOnceThePageIsShown() {
      health.shown();
      settle();
      health.hidden();

      project.chooseStage("live");
      settle();
      assertThat(health.guard()).isEmpty();
      health.shown();
      settle();

      assertThat(health.guard().map(Guard::stage)).contains("live");
    }

    @Test
    void aConfigurationThatWasMendedIsLookedAtAnew() throws Exception {
      folder.file("runfabric.yml", "service: shop\nbackend:\n  kind: dynamo\n");
      project.load();
      health.shown();
      settle();
      assertThat(page().headline()).isEqualTo(HealthPage.Headline.WRONG);

      folder.file("runfabric.yml", ProjectFolder.CONFIGURATION);
      project.reload();
      settle();

      assertThat(page().headline()).isEqualTo(HealthPage.Headline.NOT_ALL_CHECKED);
    }
  }

  @Nested
  class Mending {

    @Test
    void createsWhatIsMissingAndLooksAnew() throws Exception {
      folder.file("runfabric.yml", SQLITE);
      health.shown();
      settle();
      Repair repair = repairs().getFirst();
      assertThat(folder.path(".runfabric/state.db")).doesNotExist();

      health.repair(repair);
      assertThat(health.lockedProperty().get()).isTrue();
      settle();

      assertThat(folder.path(".runfabric/state.db")).exists();
      assertThat(repairs()).isEmpty();
      assertThat(health.lockedProperty().get()).isFalse();
      Activity line = log.newest(10, _ -> true).activities().getFirst();
      assertThat(line.doing().operation()).isEqualTo("doctor");
      assertThat(line.doing().command())
          .isEqualTo("runfabric-console doctor --fix -c " + folder.configuration());
      assertThat(line.keys()).containsExactly(repair.what());
      assertThat(line.result()).isEqualTo(Activity.Result.OK);
    }

    @Test
    void thatFailsSaysWhyUntilItIsLookedAnew() throws Exception {
      folder.file("runfabric.yml", SQLITE);
      health.shown();
      settle();
      Repair repair = repairs().getFirst();
      Files.createDirectories(folder.path(".runfabric/state.db/taken"));

      health.repair(repair);
      settle();

      assertThat(health.repairFailureProperty().get())
          .get()
          .extracting(Failure::title)
          .asString()
          .startsWith("create the table in ");
      assertThat(log.newest(10, _ -> true).activities().getFirst().result())
          .isEqualTo(Activity.Result.FAILED);
      health.check();
      assertThat(health.repairFailureProperty().get()).isEmpty();
    }
  }

  @Nested
  class Copying {

    @Test
    void asJsonHasTheFieldsOfDoctor() throws Exception {
      health.shown();
      settle();
      List<String> copied = new ArrayList<>();

      health.copyJson(copied::add);
      settle();

      ObjectNode json = Json.object(copied.getFirst().getBytes(StandardCharsets.UTF_8));
      assertThat(json.fieldNames())
          .toIterable()
          .containsExactly("service", "stage", "backend", "healthy", "worst", "counts", "findings");
      assertThat(json.path("healthy").booleanValue()).isFalse();
      assertThat(json.path("worst").asText()).isEqualTo("not-checked");
      assertThat(json.path("findings")).hasSize((int) page().total());
    }

    @Test
    void waitsForTheEnd() {
      health.shown();
      List<String> copied = new ArrayList<>();

      health.copyJson(copied::add);
      health.hidden();
      settle();

      assertThat(copied).isEmpty();
    }

    @Test
    void asCommandSaysWhetherItWrites() {
      String file = folder.configuration().toString();
      health.shown();
      settle();
      assertThat(health.command()).isEqualTo("runfabric-console doctor --read-only -c " + file);

      health.check(/* mayWrite= */ true);
      settle();
      assertThat(health.command()).isEqualTo("runfabric-console doctor -c " + file);
    }
  }

  private HealthPage page() {
    return health.pageProperty().get().orElseThrow();
  }

  private List<Repair> repairs() {
    return page().sections().stream()
        .flatMap(section -> section.rows().stream())
        .flatMap(row -> row.repair().stream())
        .toList();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.path("."))) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
