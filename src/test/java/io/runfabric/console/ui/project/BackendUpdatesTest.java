package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that others write, whose file nobody watches here. Time passes second by second when
/// a test says so.
class BackendUpdatesTest {

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private final List<Following> told = new ArrayList<>();
  private Instant now = ProjectFolder.NOW;
  private ProjectFolder folder;
  private ProjectModel project;
  private BackendUpdates updates;

  @BeforeEach
  void open() throws Exception {
    folder = new ProjectFolder(directory);
    folder.file(
        "runfabric.yml",
        ProjectFolder.CONFIGURATION + "backend:\n  kind: sqlite\n  sqlitePath: state.db\n");
    write("dev");
    follow(folder.request());
  }

  private void follow(ProjectRequest request) {
    project = new ProjectModel(tasks, request, ProjectFolder.options());
    updates = new BackendUpdates(project, new AskingPace(AskingPaceTest.noChance()), told::add);
    project.load();
    settle();
  }

  @AfterEach
  void close() {
    project.close();
    settle();
  }

  @Test
  void whatAnotherWroteIsShownWithinSeconds() throws Exception {
    write("prod");

    pass(4);
    assertThat(stages()).containsExactly("dev");
    pass(2);

    assertThat(stages()).containsExactly("dev", "prod");
    assertThat(told).last().isEqualTo(new Following.Asking(Duration.ofSeconds(5)));
  }

  @Test
  void whileNothingChangesItIsAskedEverMoreSeldomAndNothingIsLoaded() {
    assertThat(asked(60)).isEqualTo(3);
    pass(60);
    assertThat(asked(300)).isLessThanOrEqualTo(5);
    assertThat(tasks.ended()).hasSize(1);
  }

  @Test
  void oneQuestionIsUnderWayAtATime() {
    for (int i = 0; i < 100; i++) {
      tick();
    }

    assertThat(workers.waiting()).isEqualTo(1);
  }

  @Test
  void nothingIsAskedWhileItLoads() {
    project.load();
    int load = workers.waiting();

    for (int i = 0; i < 100; i++) {
      tick();
    }

    assertThat(workers.waiting()).isEqualTo(load);
  }

  @Test
  void nothingIsAskedWhileThisWindowWrites() {
    RunningTask writing = tasks.start(Job.writing("Restore", (_, _) -> "", _ -> {}));
    project.endsWithProject(writing);

    for (int i = 0; i < 100; i++) {
      tick();
    }

    assertThat(workers.waiting()).isEqualTo(1);
  }

  @Test
  void anAnswerNobodyLooksForAnyMoreIsDropped() throws Exception {
    write("prod");
    while (workers.waiting() == 0) {
      tick();
    }

    updates.rest();
    settle();
    assertThat(stages()).containsExactly("dev");
    pass(1);

    assertThat(stages()).containsExactly("dev", "prod");
  }

  @Test
  void aBackendThatDoesNotAnswerIsToldInTheStatusAloneAndTheNextAnswerClearsIt() throws Exception {
    byte[] good = Files.readAllBytes(folder.path("state.db"));
    Files.writeString(folder.path("state.db"), "this is no database, however long one looks at it");

    pass(6);
    assertThat(told).last().isInstanceOf(Following.Lost.class);
    assertThat(tasks.failureProperty().get()).isEmpty();
    assertThat(project.stateProperty().get()).isInstanceOf(LoadState.Loaded.class);
    Files.write(folder.path("state.db"), good);
    pass(11);

    assertThat(told).last().isInstanceOf(Following.Asking.class);
    assertThat(stages()).containsExactly("dev");
  }

  @Test
  void aLoadThatFailsThoughTheBackendAnsweredIsTriedAgain() throws Exception {
    write("prod");
    while (project.loadingProperty().get().isEmpty()) {
      tick();
      workers.crank();
      screen.crank();
    }
    byte[] good = Files.readAllBytes(folder.path("state.db"));
    Files.writeString(folder.path("state.db"), "this is no database, however long one looks at it");
    settle();
    assertThat(project.failure()).isPresent();
    Files.write(folder.path("state.db"), good);

    pass(12);

    assertThat(stages()).containsExactly("dev", "prod");
  }

  @Test
  void localFilesAreNotAskedFor() throws Exception {
    folder.file("runfabric.yml", ProjectFolder.CONFIGURATION);
    project.load();
    settle();

    assertThat(asked(60)).isZero();
    assertThat(told).last().isEqualTo(new Following.Files());
  }

  @Test
  void anIdleMinuteOnS3TakesNineRequestsAndEveryLaterOneThree() throws Exception {
    String empty = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";
    try (ScriptedServer server = new ScriptedServer((_, _) -> Answer.xml(200, empty))) {
      folder.file(
          "runfabric.yml",
          ProjectFolder.CONFIGURATION + "backend:\n  kind: s3\n  s3Bucket: states\n");
      Path file = folder.configuration();
      project.close();
      follow(
          new ProjectRequest(
              file,
              file.getRoot(),
              Optional.empty(),
              Optional.empty(),
              Map.copyOf(S3Server.environment(server.endpoint()))));
      int loading = server.requests();

      pass(60);
      int first = server.requests() - loading;
      pass(60);
      pass(300);

      assertThat(first).isEqualTo(9);
      assertThat(server.requests() - loading - first).isLessThanOrEqualTo(3 * 6);
    }
  }

  private void pass(int seconds) {
    var _ = asked(seconds);
  }

  private int asked(int seconds) {
    int asked = 0;
    for (int i = 0; i < seconds; i++) {
      tick();
      asked += workers.waiting();
      settle();
    }
    return asked;
  }

  private void tick() {
    now = now.plusSeconds(1);
    updates.ask(now);
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }

  private List<String> stages() {
    return project.entries().stream().map(Entry::stage).toList();
  }

  private void write(String stage) throws Exception {
    try (ProjectSession session = folder.open()) {
      StateBackend backend = session.backend();
      backend.write(
          backend.locate(EntryAddress.receipt(stage)),
          ProjectFolder.receipt(stage).getBytes(StandardCharsets.UTF_8),
          Precondition.ABSENT);
    }
  }
}
