package io.runfabric.console.operation.recover;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Sets the journal of a project aside once it is told to. Says `ready` before.
///
/// Arguments: the project; the step after which this process ends at once, as if it were killed, or
/// `none`.
public final class ArchivingProcess {

  private ArchivingProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (ProjectSession session =
        ProjectSession.open(ProjectRequest.of(Path.of(arguments[0])), BackendOptions.standard())) {
      Archiving archiving =
          Archiving.of(
              session.journals(StateFilter.PROJECT, Cancellation.never()).getFirst(),
              session,
              false);
      System.out.println("ready");
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      archiving.run(
          session,
          step -> {
            if (step.name().equals(arguments[1])) {
              Runtime.getRuntime().halt(137);
            }
          },
          Cancellation.never(),
          e -> {
            throw new AssertionError(e);
          });
      System.out.println("done");
    }
  }
}
