package io.runfabric.console.cli.output;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.operation.doctor.Diagnosis;
import java.util.stream.Stream;

/// What a command's exit code means to a script.
public final class ExitCode {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int DIFFERENCES = 3;
  public static final int UNREACHABLE = 4;
  public static final int CONFLICT = 5;
  public static final int LEASE_LOST = 6;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /// What a diagnosis means: a broken configuration first, then a backend that cannot be used.
  public static int of(Diagnosis diagnosis) {
    if (diagnosis.critical(Area.CONFIGURATION)) {
      return USAGE;
    }
    if (Stream.of(Area.CREDENTIALS, Area.CONNECTION, Area.PERMISSIONS)
        .anyMatch(diagnosis::critical)) {
      return UNREACHABLE;
    }
    return diagnosis.worst() == Severity.CRITICAL ? FAILED : DONE;
  }

  static int of(BackendException.Code code) {
    return switch (code) {
      case AMBIGUOUS_WORKSPACE, INVALID, UNSUPPORTED -> USAGE;
      case UNREACHABLE, DENIED -> UNREACHABLE;
      case CONFLICT, LOCKED -> CONFLICT;
      case LEASE_LOST -> LEASE_LOST;
      case NOT_FOUND, DAMAGED, UNREADABLE_DOCUMENT -> FAILED;
    };
  }
}
