package io.runfabric.console.operation.backup;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotFacts.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Which backups are kept. One goes only when every rule that is given lets it go, and only when it
/// is certainly one of the console's, of the same service and kind: by its name and by what is in
/// it.
///
/// @param newest how many are kept, with the new one
/// @param days for how many days one is kept
public record Retention(OptionalInt newest, OptionalInt days) {

  private record Dated(Path file, BackupName name) {}

  public boolean keepsAll() {
    return newest.isEmpty() && days.isEmpty();
  }

  /// Removes what no rule keeps from the folder of a backup just written, and tells what it was.
  public List<Path> prune(Project project, Path written, Instant now, Cancellation cancellation)
      throws IOException {
    List<Path> pruned = new ArrayList<>();
    if (keepsAll()) {
      return pruned;
    }
    List<Dated> others = others(written, BackupName.series(project));
    // The new one is the first of those kept.
    for (int place = 1; place <= others.size(); place++) {
      Dated backup = others.get(place - 1);
      cancellation.check();
      if (goes(place, backup.name(), now) && ours(backup, cancellation)) {
        Files.delete(backup.file());
        pruned.add(backup.file());
      }
    }
    return pruned;
  }

  private boolean goes(int place, BackupName name, Instant now) {
    boolean beyondNewest = newest.isEmpty() || place >= newest.getAsInt();
    boolean tooOld =
        days.isEmpty() || name.time().isBefore(now.minus(Duration.ofDays(days.getAsInt())));
    return beyondNewest && tooOld;
  }

  private static List<Dated> others(Path written, String series) throws IOException {
    Path folder = Optional.ofNullable(written.getParent()).orElseThrow();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.equals(written))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .flatMap(file ->
              BackupName.parse(file.getFileName().toString())
                  .filter(name -> name.series().equals(series))
                  .map(name -> new Dated(file, name))
                  .stream())
          .sorted(
              Comparator.comparing((Dated dated) -> dated.name().time())
                  .thenComparing(dated -> dated.file().toString())
                  .reversed())
          .toList();
    }
  }

  private static boolean ours(Dated backup, Cancellation cancellation) throws IOException {
    if (backup.name().encrypted()) {
      return SnapshotFile.encrypted(backup.file());
    }
    try {
      return Snapshot.open(
                  SnapshotFile.of(backup.file(), DecryptionKeys.none()),
                  Progress.NONE,
                  cancellation)
              .facts()
              .writer()
          == Writer.CONSOLE;
    } catch (SnapshotException _) {
      return false;
    }
  }
}
