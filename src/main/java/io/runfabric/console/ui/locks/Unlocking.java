package io.runfabric.console.ui.locks;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.unlock.Caution;
import io.runfabric.console.operation.unlock.Evidence;
import io.runfabric.console.operation.unlock.Unlock;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockResult;
import io.runfabric.console.operation.unlock.UnlockScope;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Removes chosen locks of one stage, also ones that hold.
///
/// @param locks of one stage, as they are listed; at least one
public record Unlocking(List<Lock> locks) implements Write<Unlocking.Seen, UnlockResult> {

  /// What was found.
  ///
  /// @param others how many more locks the stage has
  public record Seen(UnlockPlan plan, int others) {}

  public Unlocking {
    locks = List.copyOf(locks);
  }

  @Override
  public String title() {
    return "Unlocking " + stage();
  }

  @Override
  public Seen look(ProjectSession session, Cancellation cancellation) throws BackendException {
    String service =
        locks.getFirst().service().isEmpty()
            ? session.project().service()
            : locks.getFirst().service();
    Set<String> ids =
        locks.stream()
            .map(lock -> Evidence.of(lock, session.now()).id())
            .collect(Collectors.toSet());
    Optional<String> stage = Optional.of(stage());
    UnlockPlan plan =
        UnlockPlan.of(session, new UnlockScope(service, stage, false, ids), cancellation);
    UnlockPlan all =
        UnlockPlan.of(session, new UnlockScope(service, stage, false, Set.of()), cancellation);
    return new Seen(plan, all.locks().size() - plan.locks().size());
  }

  @Override
  public Question ask(Seen seen) {
    int count = seen.plan().locks().size();
    String more =
        seen.others() == 0
            ? ""
            : " The stage has "
                + Texts.count(seen.others(), "more lock, which stays.", "more locks, which stay.");
    return new Question(
        count == 1
            ? "Remove the lock of " + stage() + "?"
            : "Remove " + count + " locks of " + stage() + "?",
        "Exactly what is shown here is removed. A lock that is renewed or taken by somebody else"
            + " meanwhile is left alone."
            + more,
        LockExhibits.of(seen.plan().locks()),
        guarded(seen.plan()),
        count == 1 ? "Remove the lock" : "Remove the locks",
        Tone.DANGER);
  }

  @Override
  public Deed deed(Seen seen, Answers answers) {
    UnlockScope scope = seen.plan().scope();
    List<String> words = new ArrayList<>(List.of("state", "force-unlock"));
    words.addAll(List.of("--service", scope.service(), "--stage", stage()));
    if (seen.others() > 0) {
      // Which one is not told: the id proves ownership.
      scope.ids().forEach(_ -> words.addAll(List.of("--lock-id", Redactor.MASK)));
    }
    return new Deed("state force-unlock", words, scope.service(), stage());
  }

  @Override
  public UnlockResult apply(
      ProjectSession session, Seen seen, Answers answers, Trace trace, Cancellation cancellation)
      throws BackendException {
    return Unlock.apply(session, seen.plan(), trace, cancellation);
  }

  @Override
  public Outcome tell(UnlockResult result) {
    return outcome(result);
  }

  private String stage() {
    return locks.getFirst().stage();
  }

  private Optional<Guard> guarded(UnlockPlan plan) {
    return production(plan)
        .or(() ->
            Optional.of(stage())
                .filter(_ -> plan.caution() == Caution.GUARDED)
                .map(stage ->
                    new Guard(
                        stage,
                        "The holder of `" + stage + "` runs on this machine, here and now.")));
  }

  /// The guard of the first production stage that is concerned.
  static Optional<Guard> production(UnlockPlan plan) {
    return plan.locks().stream()
        .map(evidence -> Guard.of(evidence.lock().stage()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Outcome outcome(UnlockResult result) {
    List<String> details = new ArrayList<>();
    result
        .removals()
        .forEach(removal ->
            details.add(
                Texts.sentence(removal.outcome().words())
                    + " `"
                    + removal.evidence().lock().ref()
                    + "`"));
    boolean done = result.unlocked() && result.free();
    if (!done) {
      details.add("Look at the locks again before you decide.");
    }
    return new Outcome(
        done ? Tone.SUCCESS : Tone.WARNING, Texts.sentence(result.sentence()) + ".", details);
  }
}
