package io.runfabric.console.operation.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.crash.CrashKills.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed with SIGKILL inside backup, restore and migrate, on every kind: 36 times, or
/// as often as `-Dcrash.points` says, at moments that `-Dcrash.seed` decides.
@Timeout(1800)
class CrashTest {

  private static final int POINTS = Integer.getInteger("crash.points", 36);
  private static final long SEED = Long.getLong("crash.seed", 20_260_301);
  private static final List<BackendKind> KINDS =
      List.of(BackendKind.LOCAL, BackendKind.SQLITE, BackendKind.POSTGRES);
  private static final List<CrashWork> WORKS =
      List.of(CrashWork.BACKUP, CrashWork.RESTORE, CrashWork.MIGRATE, CrashWork.MIGRATE_ELSEWHERE);

  @TempDir private Path folder;
  private Path backup;

  @BeforeEach
  void aBackupOfWhatIsWanted() throws Exception {
    CrashGround wanted =
        new CrashGround(
            CrashWork.BACKUP, BackendKind.LOCAL, folder.resolve("wanted"), "", "public");
    Path project = wanted.project().typed();
    Files.createDirectories(project.getParent());
    Files.writeString(project, wanted.configuration());
    wanted.target().put(wanted.documents(), CrashDocument::wanted);
    try (ProjectSession session = wanted.target().open()) {
      CrashWork.backup(session, Progress.NONE);
    }
    backup = CrashCheck.files(project.resolveSibling(".runfabric/backup")).getFirst();
  }

  @Test
  void killedAtAnyPointNothingIsLostAndTheSameOperationFinishes() throws Exception {
    List<Result> results = new ArrayList<>();
    int cells = WORKS.size() * KINDS.size();
    for (CrashWork work : WORKS) {
      for (BackendKind kind : KINDS) {
        int cell = results.size();
        results.add(kills(work, kind).run(POINTS / cells + (cell < POINTS % cells ? 1 : 0)));
      }
    }
    assertNothingLost(results);
    assertThat(results.stream().mapToInt(Result::points).sum()).isEqualTo(POINTS);
  }

  @Test
  void killedWhileRowsMoveToAnotherWorkspaceNothingIsLost() throws Exception {
    int points = Math.max(2, POINTS / 20);
    assertNothingLost(
        List.of(
            kills(CrashWork.REKEY, BackendKind.SQLITE).run(points),
            kills(CrashWork.REKEY, BackendKind.POSTGRES).run(points)));
  }

  private CrashKills kills(CrashWork work, BackendKind kind) {
    String name = work + "-" + kind;
    return new CrashKills(
        folder.resolve(name), work, kind, backup, new Random(SEED + name.hashCode()));
  }

  private static void assertNothingLost(List<Result> results) {
    results.forEach(System.out::println);
    List<String> losses = results.stream().flatMap(result -> result.losses().stream()).toList();
    System.out.printf(
        "killed at %d points, %d losses, seed %d%n",
        results.stream().mapToInt(Result::points).sum(), losses.size(), SEED);
    assertThat(losses).as("with -Dcrash.seed=" + SEED).isEmpty();
  }
}
