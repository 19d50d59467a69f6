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
  private Keys asked = new Keys("", "", "");

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

  private record Keys(String file, String passphrase, String identity) {}

  BackupLook(Tasks tasks) {
    this.tasks = tasks;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Looks into the file, unless that is what was done last.
  ///
  /// @param passphrase empty for none
  /// @param identity a file of age identities; empty for none
  void at(Path file, String passphrase, String identity) {
    Keys keys = new Keys(file.toString(), passphrase, identity);
    if (keys.equals(asked)) {
      return;
    }
    asked = keys;
    looking.ifPresent(RunningTask::cancel);
    state.set(new Looking());
    looking =
        Optional.of(
            tasks.start(
                Job.<State>passing(
                        "Checking " + file.getFileName(),
                        (progress, cancellation) -> look(file, keys, progress, cancellation),
                        found -> show(keys, found))
                    .orElse(failure -> show(keys, new Bad(failure.message())))));
  }

  /// No file is named any more.
  void forget() {
    looking.ifPresent(RunningTask::cancel);
    asked = new Keys("", "", "");
    state.set(new Unnamed());
  }

  /// Whether this file is the one that is looked at, with whatever key.
  boolean looksAt(Path file) {
    return asked.file().equals(file.toString());
  }

  /// Whether no key was tried.
  boolean keyless() {
    return asked.passphrase().isEmpty() && asked.identity().isEmpty();
  }

  private void show(Keys keys, State found) {
    if (keys.equals(asked)) {
      state.set(found);
    }
  }

  private static State look(Path file, Keys keys, Progress progress, Cancellation cancellation)
      throws Exception {
    if (!Files.isRegularFile(file)) {
      return new Bad("There is no file " + file + ".");
    }
    boolean noKey = keys.passphrase().isEmpty() && keys.identity().isEmpty();
    if (noKey && SnapshotFile.of(file, DecryptionKeys.none()).encrypted()) {
      return new Locked();
    }
    List<String> identities =
        keys.identity().isEmpty()
            ? List.of()
            : DecryptionKeys.identities(Files.readString(Path.of(keys.identity())));
    Optional<String> passphrase = Optional.of(keys.passphrase()).filter(word -> !word.isEmpty());
    Snapshot snapshot =
        Snapshot.open(
            SnapshotFile.of(file, DecryptionKeys.of(identities, () -> passphrase)),
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
