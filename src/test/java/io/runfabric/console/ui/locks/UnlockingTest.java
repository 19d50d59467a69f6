package io.runfabric.console.ui.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked before a lock is removed.
class UnlockingTest {

  private static final String HELD = "2026-03-01T12:10:00Z";
  private static final String ENDED = "2026-03-01T11:00:00Z";

  @TempDir private Path directory;

  @Test
  void anAbandonedLockOfAnyStageButProductionIsAskedForPlainly() throws Exception {
    assertThat(guard("dev", ENDED, false)).isEmpty();
    assertThat(guard("dev", HELD, false)).isEmpty();
  }

  @Test
  void theNameOfAProductionStageIsTypedEvenForAStaleLock() throws Exception {
    assertThat(guard("prod", ENDED, false).map(Guard::why))
        .contains("`prod` is a production stage.");
  }

  @Test
  void theNameOfAStageIsTypedWhileItsHolderRunsHere() throws Exception {
    assertThat(guard("dev", HELD, true).map(Guard::why))
        .hasValueSatisfying(why -> assertThat(why).contains("runs on this machine"));
  }

  @Test
  void theLocksThatStayAreCounted() throws Exception {
    ProjectFolder folder = folder("dev", HELD);
    folder.file(".runfabric/locks/shop-dev.lock", "2026-03-01T12:30:00Z\n");

    assertThat(question(folder, false).text()).endsWith("The stage has 1 more lock, which stays.");
  }

  @Test
  void theEvidenceNamesTheHolderAndNeverItsToken() throws Exception {
    Question question = question(folder("dev", HELD), true);

    assertThat(question.exhibits().toString())
        .contains("pid:7", "deploy", "in 10 min", "15 min ago", "10 min ago")
        .contains("without the lock another deploy may write at the same time")
        .doesNotContain("canary");
  }

  private Optional<Guard> guard(String stage, String end, boolean alive) throws Exception {
    return question(folder(stage, end), alive).guard().apply(Answers.NONE);
  }

  private ProjectFolder folder(String stage, String end) throws Exception {
    ProjectFolder folder = new ProjectFolder(directory.resolve(stage + end.substring(11, 13)));
    folder.file(".runfabric/locks/shop-" + stage + ".lock.json", ProjectFolder.lock(stage, end));
    return folder;
  }

  private static Question question(ProjectFolder folder, boolean alive) throws Exception {
    BackendOptions options =
        new BackendOptions(Optional.empty(), ProjectFolder.options().clock(), _ -> alive);
    try (ProjectSession session = ProjectSession.open(folder.request(), options)) {
      List<Lock> locks =
          session.locks(StateFilter.PROJECT, Cancellation.never()).stream()
              .filter(lock -> lock.source() == Lock.Source.FILE)
              .toList();
      Unlocking unlocking = new Unlocking(locks);
      return unlocking.ask(unlocking.look(session, Cancellation.never()));
    }
  }
}
