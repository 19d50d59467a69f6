package io.runfabric.console.packaging;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a project's entries, keeps them, and waits for its crash.
public final class CrashingProcess {

  private CrashingProcess() {}

  public static void main(String[] arguments) throws Exception {
    List<Entry> entries = new ArrayList<>();
    try (ProjectSession session =
        ProjectSession.open(ProjectRequest.of(Path.of(arguments[0])), BackendOptions.standard())) {
      session.entries(StateFilter.PROJECT, entries::add, Progress.NONE, Cancellation.never());
      System.out.println(entries.size() + " entries");
      System.in.read();
    }
  }
}
