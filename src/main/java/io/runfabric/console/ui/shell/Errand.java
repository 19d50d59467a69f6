package io.runfabric.console.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/// Something that takes several pages, and with what it begins.
public sealed interface Errand {

  /// Make a backup.
  ///
  /// @param stage of one stage; empty for the whole project
  record BackUp(Optional<String> stage) implements Errand {}

  /// Put entries of a backup back.
  ///
  /// @param file the backup; empty to be chosen
  /// @param stage only these entries; empty for all
  /// @param undo whether the backup is what was there before a restore, all of which is wanted back
  record Restore(Optional<Path> file, Optional<String> stage, boolean undo) implements Errand {

    public static final Restore ANY = new Restore(Optional.empty(), Optional.empty(), false);

    public static Restore of(Path file) {
      return new Restore(Optional.of(file), Optional.empty(), false);
    }

    /// Puts back what was there before a restore.
    public static Restore undoing(Path before) {
      return new Restore(Optional.of(before), Optional.empty(), true);
    }
  }

  /// Move the project's state to another backend.
  record Migrate() implements Errand {}

  /// Move the project's rows to another workspace id.
  ///
  /// @param from the id now; empty to be chosen
  /// @param to the id to be; empty to be chosen
  record Rekey(String from, String to) implements Errand {}
}
