package io.runfabric.console.ui.locks;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.hold.HoldMemory;
import io.runfabric.console.operation.hold.Release;
import io.runfabric.console.operation.unlock.Evidence;
import io.runfabric.console.operation.unlock.Holders;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Write;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives back a maintenance lock that this user took, in this window or elsewhere on this machine.
record Releasing(HoldMemory memory, Lock lock)
    implements Write<Releasing.Found, Releasing.Released> {

  /// @param own whether this user took it
  record Found(Evidence evidence, boolean own) {}

  /// @param count how many locks were given back
  /// @param holding the locks found afterwards
  record Released(int count, List<Lock> holding) {}

  @Override
  public String title() {
    return "Releasing " + lock.stage();
  }

  @Override
  public Optional<String> resolvedFor(Answers answers) {
    return Optional.of(lock.stage());
  }

  @Override
  public Found look(ProjectSession session, Cancellation cancellation) throws IOException {
    return new Found(Evidence.of(lock, session.now()), memory.remembers(session.project(), lock));
  }

  @Override
  public Question ask(Found found) {
    if (!found.own()) {
      return Question.nothing(
          "This hold is not yours",
          "It was taken by "
              + Holders.words(List.of(lock))
              + ", on another machine or as another user. Ask them to release it; if nobody can,"
              + " unlock the stage instead.");
    }
    return new Question(
        "Release " + lock.stage() + "?",
        "The stage can be deployed again then.",
        List.of(LockExhibits.plain(found.evidence())),
        Guard.of(lock.stage()),
        "Release",
        Tone.ACCENT);
  }

  @Override
  public Deed deed(Found found, Answers answers) {
    return new Deed(
        "lock release",
        List.of("lock", "release", "--stage", lock.stage()),
        lock.service(),
        lock.stage());
  }

  @Override
  public Released apply(
      ProjectSession session, Found found, Answers answers, Trace trace, Cancellation cancellation)
      throws BackendException, IOException {
    int count =
        Release.run(session, lock.service(), lock.stage(), Set.of(), memory, trace, cancellation);
    StateFilter ofStage =
        new StateFilter(
            Optional.of(lock.service()), Optional.of(lock.stage()), Optional.empty(), false);
    return new Released(count, session.locks(ofStage, cancellation));
  }

  @Override
  public Outcome tell(Released released) {
    String stage = lock.service() + "/" + lock.stage();
    String given = released.count() > 0 ? " is given back" : " was given back before";
    return released.holding().isEmpty()
        ? new Outcome(Tone.SUCCESS, stage + given + " and free.", List.of())
        : new Outcome(
            Tone.WARNING,
            stage + given + ", and held by " + Holders.words(released.holding()) + ".",
            List.of());
  }
}
