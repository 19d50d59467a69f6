package io.runfabric.console.ui.locks;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.hold.HeldStage;
import io.runfabric.console.operation.unlock.Unlock;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockResult;
import io.runfabric.console.operation.unlock.UnlockScope;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Holds;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes over a stage once every lease on it has ended: it is free afterwards, or kept locked where
/// a reason is given.
///
/// @param lock one of the stage's, whose lease has ended
record TakingOver(ProjectModel project, Holds holds, Lock lock)
    implements Write<UnlockPlan, TakingOver.Taken> {

  /// What came of it.
  sealed interface Taken {

    /// The locks were removed.
    record Freed(UnlockResult result) implements Taken {}

    /// The window keeps the stage locked.
    record Kept(HeldStage held) implements Taken {}
  }

  @Override
  public String title() {
    return "Taking over " + lock.stage();
  }

  @Override
  public UnlockPlan look(ProjectSession session, Cancellation cancellation)
      throws BackendException {
    String service = lock.service().isEmpty() ? session.project().service() : lock.service();
    UnlockPlan plan =
        UnlockPlan.of(
            session,
            new UnlockScope(service, Optional.of(lock.stage()), false, Set.of()),
            cancellation);
    plan.requireEnded();
    return plan;
  }

  @Override
  public Question ask(UnlockPlan plan) {
    if (plan.empty()) {
      return Question.nothing(
          plan.scope().words() + " is free", "Its lock was given back or removed meanwhile.");
    }
    Optional<Guard> guarded = Unlocking.production(plan);
    return new Question(
        "Take over " + lock.stage() + "?",
        "Every lease on the stage has ended. Its locks are removed, if they are still as shown"
            + " here.",
        LockExhibits.of(plan.locks()),
        List.of(
            Holding.reason(
                false,
                "With a reason, this window then keeps the stage locked. Without, it is free.")),
        _ -> guarded,
        "Take over",
        Tone.DANGER);
  }

  @Override
  public Deed deed(UnlockPlan plan, Answers answers) {
    List<String> words = new ArrayList<>(List.of("state", "lock-steal"));
    words.addAll(List.of("--service", plan.scope().service(), "--stage", lock.stage()));
    if (!answers.to(Holding.REASON).isEmpty()) {
      words.addAll(List.of("--reason", answers.to(Holding.REASON)));
    }
    return new Deed("state lock-steal", words, plan.scope().service(), lock.stage());
  }

  @Override
  public Taken apply(
      ProjectSession session,
      UnlockPlan plan,
      Answers answers,
      Trace trace,
      Cancellation cancellation)
      throws Exception {
    String reason = answers.to(Holding.REASON);
    return reason.isEmpty()
        ? new Taken.Freed(Unlock.apply(session, plan, trace, cancellation))
        : new Taken.Kept(
            Holding.take(project, holds, session, lock.stage(), reason, /* steal= */ true, trace));
  }

  @Override
  public Outcome tell(Taken taken) {
    return switch (taken) {
      case Taken.Freed(UnlockResult result) -> Unlocking.outcome(result);
      case Taken.Kept(HeldStage held) -> Holding.told(held);
    };
  }
}
