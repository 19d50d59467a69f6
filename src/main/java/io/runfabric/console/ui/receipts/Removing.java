package io.runfabric.console.ui.receipts;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.remove.Remove;
import io.runfabric.console.operation.remove.RemovePlan;
import io.runfabric.console.operation.restore.RestoreScope;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.Exhibit.Fact;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Standings;
import io.runfabric.console.ui.write.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes one entry out of the state, after a backup. Nothing in the cloud is touched.
///
/// @param kind `receipt` or `record`
/// @param provider of a record; empty for a receipt
public record Removing(String kind, String stage, String provider)
    implements Write<RemovePlan, Remove.Result> {

  @Override
  public String title() {
    return "Removing " + kind + " " + stage;
  }

  @Override
  public RemovePlan look(ProjectSession session, Cancellation cancellation)
      throws BackendException {
    Map<String, Set<String>> only = new HashMap<>();
    only.put("kind", Set.of(kind));
    only.put("stage", Set.of(stage));
    if (!provider.isEmpty()) {
      only.put("provider", Set.of(provider));
    }
    return new Remove(session, SafetyCopy.byThisProgram())
        .plan(new RestoreScope(only), Progress.NONE, cancellation);
  }

  @Override
  public Question ask(RemovePlan plan) {
    if (plan.nothing()) {
      return Question.nothing("There is nothing to remove", "The entry is gone already.");
    }
    return new Question(
        "Remove the " + kind + " of " + stage + "?",
        "Only the state forgets it. Nothing in the cloud is touched: what still runs there runs on,"
            + " and the engine no longer knows of it. The whole project is backed up before.",
        plan.changes().effective().stream().map(change -> exhibit(plan, change)).toList(),
        Guard.of(stage),
        "Remove",
        Tone.DANGER);
  }

  private static Exhibit exhibit(RemovePlan plan, PlannedChange change) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.exact("Key", change.ref().key()));
    if (!plan.restorable(change)) {
      facts.add(
          Fact.of(
              "Does not load",
              plan.unreadable().getOrDefault(change.ref(), "")
                  + "; the backup keeps its bytes, and a restore cannot put them back"));
    }
    return new Exhibit(
        change.name(),
        "goes",
        Tone.DANGER,
        facts,
        Standings.sentence(plan.standings()),
        Tone.WARNING);
  }

  @Override
  public Deed deed(RemovePlan plan, Answers answers) {
    return new Deed(
        "state remove",
        List.of(
            "state",
            "remove",
            "--only",
            "kind="
                + kind
                + ",stage="
                + stage
                + (provider.isEmpty() ? "" : ",provider=" + provider)),
        plan.changes().effective().stream().map(PlannedChange::service).findFirst().orElse(""),
        stage);
  }

  @Override
  public Remove.Result apply(
      ProjectSession session,
      RemovePlan plan,
      Answers answers,
      Trace trace,
      Cancellation cancellation)
      throws BackendException {
    return new Remove(session, SafetyCopy.byThisProgram())
        .apply(plan, trace, Progress.NONE, cancellation);
  }

  @Override
  public Outcome tell(Remove.Result result) {
    List<String> details = new ArrayList<>();
    result
        .before()
        .ifPresent(file ->
            details.add("What was there before is in `" + file + "`; Restore puts it back."));
    Optional<BackendException> failure = result.outcome().failure();
    if (failure.isPresent()) {
      details.add(Texts.sentence(failure.get().sentence()) + ".");
      details.add(Texts.sentence(failure.get().remedy()) + ".");
      return new Outcome(Tone.DANGER, "It was not removed.", details);
    }
    return result.outcome().complete()
        ? new Outcome(Tone.SUCCESS, "The " + kind + " of " + stage + " is removed.", details)
        : new Outcome(Tone.WARNING, "It was not removed.", details);
  }
}
