package io.runfabric.console.cli.command;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.ProjectSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a listing came to, and what it did not show.
final class Notices {

  private Notices() {}

  static void print(
      ProjectSession session,
      ListingSummary summary,
      List<Lock> locks,
      List<Journal> journals,
      HeadlessCommand command)
      throws BackendException {
    var out = command.terminal().out();
    if (summary.listed() == 0) {
      out.println("Nothing is deployed from here yet, or the state is kept elsewhere.");
    }
    out.println();
    out.println(
        counted(summary.listed(), "entry", "entries", summary.unreadable(), "unreadable")
            + ", "
            + counted(locks.size(), "lock", "locks", of(locks, Lock.State.STALE), "stale")
            + ", "
            + counted(
                journals.size(),
                "journal",
                "journals",
                journals.stream().filter(Journal::interrupted).count(),
                "interrupted")
            + unreadableJournals(journals));
    for (String line : leftOut(session, summary.otherServices())) {
      out.println(Plain.text(line));
    }
  }

  private static String unreadableJournals(List<Journal> journals) {
    long unreadable = journals.stream().filter(j -> !(j.health() instanceof Health.Ok)).count();
    return unreadable == 0 ? "" : " (" + unreadable + " unreadable)";
  }

  /// What is not shown and how to see it: other services, other workspaces, other backends.
  static List<String> leftOut(ProjectSession session, Map<String, Long> otherServices)
      throws BackendException {
    List<String> lines = new ArrayList<>();
    long elsewhere = otherServices.values().stream().mapToLong(Long::longValue).sum();
    if (elsewhere > 0) {
      lines.add(
          (elsewhere == 1 ? "1 entry" : elsewhere + " entries")
              + " of other services not shown ("
              + new TreeMap<>(otherServices)
                  .entrySet().stream()
                      .map(e -> e.getKey() + " " + e.getValue())
                      .collect(Collectors.joining(", "))
              + "): --all-services shows them.");
    }
    List<WorkspaceRows> workspaces = session.backend().workspaces();
    List<String> others =
        workspaces.stream()
            .filter(row -> !row.chosen())
            .map(row -> row.id() + " (" + row.entries() + ")")
            .toList();
    if (!others.isEmpty()) {
      lines.add(
          "Other workspaces in this database: "
              + String.join(", ", others)
              + ": --workspace ID shows one.");
    }
    session
        .project()
        .otherBackends()
        .forEach((stage, kind) ->
            lines.add(
                "Stage "
                    + stage
                    + " is kept in another backend ("
                    + kind
                    + "): --stage "
                    + stage
                    + " shows it."));
    return lines;
  }

  private static long of(List<Lock> locks, Lock.State state) {
    return locks.stream().filter(lock -> lock.state() == state).count();
  }

  private static String counted(long count, String one, String many, long special, String what) {
    return count
        + " "
        + (count == 1 ? one : many)
        + (special == 0 ? "" : " (" + special + " " + what + ")");
  }
}
