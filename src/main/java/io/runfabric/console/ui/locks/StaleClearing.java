package io.runfabric.console.ui.locks;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.unlock.Unlock;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockResult;
import io.runfabric.console.operation.unlock.UnlockScope;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Write;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Removes every lock of the project whose lease has ended.
public record StaleClearing() implements Write<UnlockPlan, UnlockResult> {

  @Override
  public String title() {
    return "Clearing stale locks";
  }

  @Override
  public UnlockPlan look(ProjectSession session, Cancellation cancellation)
      throws BackendException {
    return UnlockPlan.of(
        session,
        new UnlockScope(session.project().service(), Optional.empty(), true, Set.of()),
        cancellation);
  }

  @Override
  public Question ask(UnlockPlan plan) {
    if (plan.empty()) {
      return Question.nothing("No lock is stale", "Every lease still lasts, or no lock is there.");
    }
    String locks = Texts.count(plan.locks().size(), "stale lock", "stale locks");
    return new Question(
        "Remove " + locks + "?",
        "Each is removed only if it is still as shown here.",
        LockExhibits.of(plan.locks()),
        Unlocking.production(plan),
        "Remove " + locks,
        Tone.DANGER);
  }

  @Override
  public Deed deed(UnlockPlan plan, Answers answers) {
    return new Deed(
        "state force-unlock",
        List.of("state", "force-unlock", "--stale"),
        plan.scope().service(),
        "");
  }

  @Override
  public UnlockResult apply(
      ProjectSession session,
      UnlockPlan plan,
      Answers answers,
      Trace trace,
      Cancellation cancellation)
      throws BackendException {
    return Unlock.apply(session, plan, trace, cancellation);
  }

  @Override
  public Outcome tell(UnlockResult result) {
    return Unlocking.outcome(result);
  }
}
