package io.runfabric.console.operation.recover;

import static io.runfabric.console.operation.recover.RecoverProject.journalText;
import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.race.ChildJvm;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whenever the process is killed, the journal, the archive or both are there, and running again
/// once the lease of the killed one has ended finishes.
class ArchivingCrashTest {

  private static final String JOURNAL = journalText("dev", "active", 4, 0);
  private static final int KILLS = 20;

  @TempDir private Path folder;
  @TempDir private Path logs;
  private RecoverProject project;

  @BeforeEach
  void aProject() throws IOException {
    project = new RecoverProject(folder);
  }

  @ParameterizedTest
  @EnumSource(Archiving.Step.class)
  void killedAfterAStepRunningAgainFinishes(Archiving.Step step) throws Exception {
    project.journal("dev", JOURNAL);

    try (ChildJvm child = child(step.name())) {
      assertThat(child.hear()).isEqualTo("ready");
      child.say("go");
      awaitEnd(child);
    }

    assertNothingLostAndFinished();
  }

  @Test
  void killedAtAnyMomentNothingIsLost() throws Exception {
    Random random = new Random(20_260_301);
    int unfinished = 0;
    for (int i = 0; i < KILLS; i++) {
      project.journal("dev", JOURNAL);
      try (ChildJvm child = child("none")) {
        assertThat(child.hear()).isEqualTo("ready");
        child.say("go");
        LockSupport.parkNanos(1_000L * random.nextInt(120_000));
      }
      unfinished += Files.exists(journal()) ? 1 : 0;
      assertNothingLostAndFinished();
    }
    System.out.println(
        KILLS
            + " kills while a journal was set aside, "
            + unfinished
            + " before its end, 0 losses");
  }

  private void assertNothingLostAndFinished() throws Exception {
    List<Path> before = archives();
    assertThat(Files.exists(journal()) || !before.isEmpty()).isTrue();
    for (Path archive : before) {
      assertThat(archive).hasContent(JOURNAL);
    }
    if (Files.exists(journal())) {
      assertThat(journal()).hasContent(JOURNAL);
      Instant afterTheLease = Instant.now().plus(Archiving.LEASE).plusSeconds(1);
      try (ProjectSession session = project.open(afterTheLease)) {
        Journal shown = session.journals(StateFilter.PROJECT, Cancellation.never()).getFirst();
        Archiving.of(shown, session, true)
            .run(
                session,
                _ -> {},
                Cancellation.never(),
                e -> {
                  throw new AssertionError(e);
                });
      }
    }
    assertThat(journal()).doesNotExist();
    assertThat(archives())
        .hasSize(1)
        .allSatisfy(archive -> assertThat(archive).hasContent(JOURNAL));
    Files.delete(archives().getFirst());
    Files.deleteIfExists(folder.resolve(".runfabric/locks/shop-dev.lock.json"));
  }

  private ChildJvm child(String step) throws IOException {
    return ChildJvm.start(
        logs,
        ArchivingProcess.class,
        Map.of(),
        List.of(folder.resolve("runfabric.yml").toString(), step));
  }

  private static void awaitEnd(ChildJvm child) throws IOException {
    try {
      child.hear();
    } catch (AssertionError _) {
      return;
    }
    throw new AssertionError("the child was not stopped");
  }

  private Path journal() {
    return folder.resolve(".runfabric/journals/shop-dev.journal.json");
  }

  private List<Path> archives() throws IOException {
    Path archives = folder.resolve(".runfabric/journal-archive");
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(archives)) {
      try (var files = Files.newDirectoryStream(archives, "*.json")) {
        files.forEach(found::add);
      }
    }
    return found;
  }
}
