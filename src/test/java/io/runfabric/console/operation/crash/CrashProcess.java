package io.runfabric.console.operation.crash;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.operation.Progress;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Plans an operation, says `ready`, waits for a line, and does it: `phase …` and `at` as it gets
/// on, `done` at its end, where it waits to be killed.
public final class CrashProcess {

  private CrashProcess() {}

  static List<String> arguments(CrashGround ground) {
    return List.of(
        ground.work().name(), ground.kind().name(), ground.root().toString(), ground.schema());
  }

  public static void main(String[] arguments) throws Exception {
    CrashGround ground =
        new CrashGround(
            CrashWork.valueOf(arguments[0]),
            BackendKind.valueOf(arguments[1]),
            Path.of(arguments[2]),
            System.getenv(CrashGround.DSN),
            arguments[3]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (CrashWork.Job job = ground.work().plan(ground, Clock.systemUTC())) {
      System.out.println("ready");
      in.readLine();
      job.run(new Told());
      System.out.println("done");
      in.readLine();
    }
  }

  private static final class Told implements Progress {
    @Override
    public void at(long done, long total) {
      System.out.println("at");
    }

    @Override
    public void phase(String name) {
      System.out.println("phase " + name);
    }
  }
}
