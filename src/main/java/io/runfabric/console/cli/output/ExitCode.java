package io.runfabric.console.cli.output;

import io.runfabric.console.backend.BackendException;

/// What a command's exit code means to a script.
public final class ExitCode {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int UNREACHABLE = 4;
  public static final int CONFLICT = 5;
  public static final int LEASE_LOST = 6;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

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
