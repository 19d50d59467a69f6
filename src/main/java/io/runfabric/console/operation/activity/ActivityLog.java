package io.runfabric.console.operation.activity;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.activity.Activity.Result;
import io.runfabric.console.operation.user.LineFile;
import io.runfabric.console.operation.user.PrivateFolder;
import io.runfabric.console.operation.user.UserName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The log of what this user's consoles changed, or tried to. A log that cannot be written never
/// stops an operation; it is told as a warning.
public final class ActivityLog {

  private static final long FULL = 5L << 20;
  private static final int KEPT = 5;

  /// An operation.
  public interface Work<T, X extends Exception> {

    /// @param trace is told what is changed
    T under(Trace trace) throws X;
  }

  /// The newest activities.
  ///
  /// @param unreadable how many lines on the way were none
  public record Reading(List<Activity> activities, long unreadable) {}

  private final LineFile lines;
  private final Clock clock;
  private final Consumer<String> warnings;

  /// @param folder the user's state folder
  /// @param warnings told, in a sentence, that a line could not be written
  public ActivityLog(Path folder, Clock clock, Consumer<String> warnings) {
    this(folder, FULL, clock, warnings);
  }

  ActivityLog(Path folder, long full, Clock clock, Consumer<String> warnings) {
    this.lines = new LineFile(new PrivateFolder(folder), "activity", full, KEPT);
    this.clock = clock;
    this.warnings = warnings;
  }

  /// Does the work and writes its line, however it ends.
  public <T, X extends Exception> T record(Doing doing, Work<T, X> work) throws X {
    Trace trace = new Trace();
    Instant at = clock.instant();
    long started = System.nanoTime();
    String code = "INTERNAL";
    try {
      T result = work.under(trace);
      code = trace.failureCode();
      return result;
    } catch (Exception e) {
      code = code(e);
      throw e;
    } finally {
      write(activity(doing, trace, at, Duration.ofNanos(System.nanoTime() - started), code));
    }
  }

  private static String code(Exception failure) {
    return switch (failure) {
      case BackendException e -> e.code().name();
      case CancellationException _ -> Result.CANCELLED.name();
      case IOException _ -> "IO";
      case Exception _ -> "INTERNAL";
    };
  }

  private static Activity activity(
      Doing doing, Trace trace, Instant at, Duration took, String code) {
    Result result =
        code.isEmpty()
            ? Result.OK
            : code.equals(Result.CANCELLED.name()) ? Result.CANCELLED : Result.FAILED;
    return new Activity(
        at,
        UserName.ofThisProcess(),
        ProcessHandle.current().pid(),
        doing,
        result,
        code,
        took.toMillis(),
        trace.changedCount(),
        trace.changedKeys(),
        trace.snapshotPath());
  }

  private void write(Activity activity) {
    try {
      lines.append(Json.line(ActivityFormat.json(activity)));
    } catch (IOException e) {
      warnings.accept(
          "the activity log in "
              + lines.folder().path()
              + " could not be written ("
              + DiskFailure.of(e).reason()
              + "); what was done is done all the same");
    }
  }

  /// The newest activities, newest first.
  public Reading newest(int limit, Predicate<Activity> wanted) throws IOException {
    List<Activity> found = new ArrayList<>();
    long unreadable = 0;
    for (Path file : lines.files().toList()) {
      for (String line : LineFile.lines(file).reversed()) {
        if (found.size() == limit) {
          return new Reading(List.copyOf(found), unreadable);
        }
        Optional<Activity> activity = ActivityFormat.read(line);
        activity.filter(wanted).ifPresent(found::add);
        unreadable += activity.isEmpty() ? 1 : 0;
      }
    }
    return new Reading(List.copyOf(found), unreadable);
  }
}
