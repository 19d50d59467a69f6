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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed with SIGKILL inside backup, restore, remove and migrate, on local files,
/// SQLite and Postgres: 12 times, or as often as `-Dcrash.points` says, at moments that
/// `-Dcrash.seed` decides.
@Timeout(1800)
class CrashTest {

  private static final int POINTS = Integer.getInteger("crash.points", 5);
  private static final long SEED = Long.getLong("crash.seed", 20_260_301);
  private static final int LANES = 2;
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
    List<CrashKills> all = new ArrayList<>();
    WORKS.forEach(work -> KINDS.forEach(kind -> all.add(kills(work, kind))));

    assertThat(nothingLost(all, POINTS)).isEqualTo(POINTS);
  }

  @Test
  void killedWhileEntriesAreRemovedNothingIsLost() throws Exception {
    List<CrashKills> both =
        List.of(
            kills(CrashWork.REMOVE, BackendKind.LOCAL),
            kills(CrashWork.REMOVE, BackendKind.SQLITE));
    int points = Math.max(both.size() * 2, POINTS / 10);

    assertThat(nothingLost(both, points)).isEqualTo(points);
  }

  @Test
  void killedWhileRowsMoveToAnotherWorkspaceNothingIsLost() throws Exception {
    List<CrashKills> both =
        List.of(
            kills(CrashWork.REKEY, BackendKind.SQLITE),
            kills(CrashWork.REKEY, BackendKind.POSTGRES));
    int points = Math.max(both.size(), POINTS / 10);

    assertThat(nothingLost(both, points)).isEqualTo(points);
  }

  private CrashKills kills(CrashWork work, BackendKind kind) {
    String name = work + "-" + kind;
    return new CrashKills(
        folder.resolve(name), work, kind, backup, new Random(SEED + name.hashCode()));
  }

  // One is looked at while another is killed.
  private static int nothingLost(List<CrashKills> all, int points) throws Exception {
    List<Result> results = new ArrayList<>();
    try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
      List<Future<Result>> running = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        CrashKills kills = all.get(i);
        int ofThese = points / all.size() + (i < points % all.size() ? 1 : 0);
        running.add(lanes.submit(() -> kills.run(ofThese)));
      }
      for (Future<Result> one : running) {
        results.add(one.get());
        System.out.println(results.getLast());
      }
    }
    List<String> losses = results.stream().flatMap(result -> result.losses().stream()).toList();
    int killed = results.stream().mapToInt(Result::points).sum();
    System.out.printf("killed at %d points, %d losses, seed %d%n", killed, losses.size(), SEED);
    assertThat(losses).as("with -Dcrash.seed=" + SEED).isEmpty();
    return killed;
  }
}
