package io.runfabric.console.ui.overview;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.ui.detail.ByteSize;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One thing that is the case, and whether it is as it should be.
///
/// @param tone success only for what was looked at
public record Fact(String title, String value, String caption, Tone tone) {

  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration OLD = Duration.ofDays(7);
  private static final Duration VERY_OLD = Duration.ofDays(30);
  private static final Duration SLOW = Duration.ofSeconds(10);

  /// How old the last backup is.
  ///
  /// @param latest empty when there is none
  static Fact backup(Optional<BackupFolder.Latest> latest, Instant now) {
    return latest
        .map(backup ->
            new Fact(
                "Last backup",
                Timestamps.relative(backup.time(), now),
                backup.file().getFileName()
                    + ", "
                    + ByteSize.words(backup.bytes())
                    + (backup.encrypted() ? ", encrypted" : ""),
                backupTone(Duration.between(backup.time(), now))))
        .orElse(
            new Fact(
                "Last backup",
                "No backup yet",
                "none of this backend by the console in .runfabric/backup",
                Tone.WARNING));
  }

  /// That the folder of backups cannot be looked into.
  static Fact backupNotKnown() {
    return new Fact(
        "Last backup", "Not known", "the folder .runfabric/backup cannot be read", Tone.WARNING);
  }

  /// Whether the backend answered at the last load, and how fast.
  ///
  /// @param listing how long reading the entries took; empty when they were not read
  static Fact backend(String kind, LoadState state, Optional<Duration> listing, long entries) {
    String title = "Backend " + kind;
    return switch (state) {
      case LoadState.Failed(var failure) ->
          new Fact(title, "Did not answer as it should", failure.message(), Tone.DANGER);
      case LoadState.Loading _, LoadState.Loaded _, LoadState.Cancelled _ ->
          listing
              .map(took ->
                  new Fact(
                      title,
                      "Answered in " + span(took),
                      "to read " + Texts.count(entries, "entry", "entries") + " at the last load",
                      took.compareTo(SLOW) > 0 ? Tone.WARNING : Tone.SUCCESS))
              .orElse(
                  new Fact(title, "Not measured", "nothing was read from it yet", Tone.NEUTRAL));
    };
  }

  private static Tone backupTone(Duration age) {
    if (age.compareTo(FRESH) <= 0) {
      return Tone.SUCCESS;
    }
    if (age.compareTo(OLD) <= 0) {
      return Tone.NEUTRAL;
    }
    return age.compareTo(VERY_OLD) <= 0 ? Tone.WARNING : Tone.DANGER;
  }

  private static String span(Duration time) {
    return time.toMillis() < 1_000
        ? Math.max(1, time.toMillis()) + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
