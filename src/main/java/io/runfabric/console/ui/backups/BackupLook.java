package io.runfabric.console.ui.backups;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Looks into a backup that the user names, checks all of it, and tells what is in it. Everything
/// happens on the FX thread but the looking itself.
public final class BackupLook {

  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Unnamed());
  private Optional<RunningTask> looking = Optional.empty();
  private Optional<Asked> asked = Optional.empty();

  /// What is known of the file.
  public sealed interface State {}

  /// No file is named.
  public record Unnamed() implements State {}

  /// It is being read and checked.
  public record Looking() implements State {}

  /// It is encrypted, and no key was given yet.
  public record Locked() implements State {}

  /// It is good.
  ///
  /// @param stages that have an entry in it, by name
  public record Good(Snapshot snapshot, List<String> stages) implements State {}

  /// It is no good backup, or could not be opened.
  public record Bad(String sentence) implements State {}

  /// One look. A passphrase is no part of it: it is handed on, and cleared.
  ///
  /// @param identity a file of age identities; empty for none
  /// @param keyless whether neither that nor a passphrase was given
  private record Asked(Path file, String identity, boolean keyless) {}

  BackupLook(Tasks tasks) {
    this.tasks = tasks;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Looks into the file.
  ///
  /// @param passphrase empty for none; cleared when the look is over
  /// @param identity a file of age identities; empty for none
  void at(Path file, char[] passphrase, String identity) {
    boolean keyless = passphrase.length == 0 && identity.isEmpty();
    Asked now = new Asked(file, identity, keyless);
    asked = Optional.of(now);
    looking.ifPresent(RunningTask::cancel);
    state.set(new Looking());
    looking =
        Optional.of(
            tasks.start(
                Job.<State>passing(
                        "Checking " + file.getFileName(),
                        (progress, cancellation) -> look(now, passphrase, progress, cancellation),
                        state::set)
                    .orElse(failure -> state.set(new Bad(failure.message())))));
  }

  /// No file is named any more.
  void forget() {
    looking.ifPresent(RunningTask::cancel);
    asked = Optional.empty();
    state.set(new Unnamed());
  }

  /// Whether this file is the one that is looked at, with whatever key.
  boolean looksAt(Path file) {
    return asked.map(Asked::file).equals(Optional.of(file));
  }

  /// Whether no key was tried.
  boolean keyless() {
    return asked.map(Asked::keyless).orElse(true);
  }

  private static State look(
      Asked asked, char[] passphrase, Progress progress, Cancellation cancellation)
      throws Exception {
    try {
      return found(asked, Optional.of(passphrase), progress, cancellation);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private static State found(
      Asked asked, Optional<char[]> passphrase, Progress progress, Cancellation cancellation)
      throws Exception {
    Path file = asked.file();
    if (!Files.isRegularFile(file)) {
      return new Bad("There is no file " + file + ".");
    }
    if (asked.keyless() && SnapshotFile.of(file, DecryptionKeys.none()).encrypted()) {
      return new Locked();
    }
    List<String> identities =
        asked.identity().isEmpty()
            ? List.of()
            : DecryptionKeys.identities(Path.of(asked.identity()));
    Optional<char[]> told = passphrase.filter(word -> word.length > 0);
    Snapshot snapshot =
        Snapshot.open(
            SnapshotFile.of(file, DecryptionKeys.of(identities, () -> told)),
            progress,
            cancellation);
    TreeSet<String> stages = new TreeSet<>();
    snapshot.read(
        document -> {
          if (document.entry().isPresent()) {
            stages.add(document.address().stage());
          }
        },
        cancellation);
    return new Good(snapshot, List.copyOf(stages));
  }
}
