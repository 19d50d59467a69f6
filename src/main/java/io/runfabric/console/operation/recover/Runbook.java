package io.runfabric.console.operation.recover;

import io.runfabric.console.config.Project;
import io.runfabric.console.model.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What needs recovering, the most pressing first. Made of what was observed and nothing else, so
/// the window and the terminal say the same.
///
/// @param journals every journal looked at, by key
public record Runbook(
    Project project, Optional<String> stage, List<Journal> journals, List<Situation> situations) {

  /// The runbook for a state.
  public static Runbook of(Observations seen) {
    Steps steps = new Steps(seen);
    List<Situation> found = new ArrayList<>();
    found.addAll(new JournalSituations(seen, steps).found());
    found.addAll(new LockSituations(seen, steps).found());
    found.addAll(new EntrySituations(seen, steps).found());
    found.addAll(new WorkspaceSituations(seen, steps).found());
    found.sort(
        Comparator.comparing(Situation::urgency)
            .reversed()
            .thenComparing(Situation::stage)
            .thenComparing(Situation::kind)
            .thenComparing(Situation::subject));
    return new Runbook(seen.project(), seen.stage(), seen.journals(), List.copyOf(found));
  }

  /// Whether somebody has to act: notes alone ask for nothing.
  public boolean needsAction() {
    return situations.stream().anyMatch(situation -> situation.urgency() != Urgency.NOTE);
  }
}
