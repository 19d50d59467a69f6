package io.runfabric.console.operation.activity;

import java.nio.file.Path;
import java.time.Clock;

/// Writes lines into a log that others write into at the same time.
public final class ActivityProcess {

  private ActivityProcess() {}

  /// @param args the folder, the writer's name, how many lines, and when a file is full
  public static void main(String[] args) {
    ActivityLog log =
        new ActivityLog(
            Path.of(args[0]), Long.parseLong(args[3]), Clock.systemUTC(), System.err::println);
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      String key = args[1] + "-" + i;
      log.record(
          new Doing("/p/runfabric.yml", "shop", "dev", "local", "restore", "x".repeat(2000)),
          trace -> {
            trace.changed(key);
            return true;
          });
    }
  }
}
