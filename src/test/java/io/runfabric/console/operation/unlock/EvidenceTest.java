package io.runfabric.console.operation.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.Lock.State;
import io.runfabric.console.operation.SampleLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

  private static final Instant NOW = Instant.parse("2026-03-01T11:05:00Z");

  /// @param process `untold`, `anywhere`, `running` or `ended`
  private static Evidence evidence(String stage, State state, String process) {
    Optional<Long> pid =
        process.equals("untold") ? Optional.empty() : Optional.of(ProcessHandle.current().pid());
    Optional<Boolean> alive =
        process.equals("running") || process.equals("ended")
            ? Optional.of(process.equals("running"))
            : Optional.empty();
    return Evidence.of(
        SampleLocks.of("shop", stage, state, Source.FILE, "locks/x", pid, alive), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "dev, STALE, running, ABANDONED",
    "prod, STALE, anywhere, ABANDONED",
    "dev, HELD, running, GUARDED",
    "dev, HELD, ended, ABANDONED",
    "dev, HELD, anywhere, MAY_BE_WORKED_UNDER",
    "dev, HELD, untold, MAY_BE_WORKED_UNDER",
    "prod, HELD, ended, GUARDED",
    "prod, HELD, anywhere, GUARDED",
    "dev, UNREADABLE, untold, MAY_BE_WORKED_UNDER",
    "prod, UNREADABLE, untold, GUARDED",
  })
  void theMoreMayBeWorkedUnderALockTheMoreCautionItAsksFor(
      String stage, State state, String process, Caution caution) {
    assertThat(evidence(stage, state, process).caution()).isEqualTo(caution);
    assertThat(caution.needsId()).isEqualTo(caution != Caution.ABANDONED);
  }

  @ParameterizedTest
  @CsvSource({
    "STALE, running, its lease has ended though its holder still runs",
    "STALE, ended, its lease has ended: no holder",
    "HELD, running, its holder runs and may be writing",
    "HELD, ended, its holder has ended without giving it back",
    "HELD, anywhere, 'its holder may still be writing, from this machine or another'",
    "HELD, untold, 'its holder may still be writing, from this machine or another'",
    "UNREADABLE, untold, 'it does not load, so somebody may hold it'",
  })
  void whatRemovingMeansIsSaid(State state, String process, String meaning) {
    assertThat(evidence("dev", state, process).meaning()).startsWith(meaning);
  }

  @Test
  void itsTimesAreToldFromNow() {
    Evidence evidence = evidence("dev", State.HELD, "untold");

    assertThat(evidence.age()).contains(Duration.ofMinutes(5));
    assertThat(evidence.left()).contains(Duration.ofMinutes(10));
    assertThat(evidence.heartbeatAge()).isEmpty();
  }

  @Test
  void thePlanAsksForTheMostCautionOfItsLocks() {
    UnlockScope scope = new UnlockScope("shop", Optional.empty(), false, Set.of());
    Evidence stale = evidence("dev", State.STALE, "untold");
    Evidence held = evidence("dev", State.HELD, "untold");

    assertThat(new UnlockPlan(scope, List.of()).caution()).isEqualTo(Caution.ABANDONED);
    assertThat(new UnlockPlan(scope, List.of()).empty()).isTrue();
    assertThat(new UnlockPlan(scope, List.of(held, stale)).caution())
        .isEqualTo(Caution.MAY_BE_WORKED_UNDER);
    assertThat(new UnlockPlan(scope, List.of(held, stale)).empty()).isFalse();
  }

  @Test
  void holdersAreNamedOnceEach() {
    Lock held = SampleLocks.file("shop", "dev", State.HELD, "locks/x");
    Lock stale = SampleLocks.file("shop", "dev", State.STALE, "locks/x");
    Lock unreadable = SampleLocks.file("shop", "dev", State.UNREADABLE, "locks/x");

    assertThat(Holders.words(List.of(held, held)))
        .isEqualTo("ada (deploy, until 2026-03-01T11:15:00Z)");
    assertThat(Holders.words(List.of(stale, unreadable)))
        .isEqualTo("ada (deploy, ended 2026-03-01T11:15:00Z), an unreadable lock (locks/x)");
  }

  @ParameterizedTest
  @CsvSource({
    "REMOVED, removed, removed",
    "GIVEN_BACK, given-back, given back meanwhile by its holder:",
    "CHANGED, changed, 'changed meanwhile, left alone:'",
    "LEFT, left, left alone:",
  })
  void whatBecameOfALockIsSaid(Removal.Outcome outcome, String word, String words) {
    assertThat(outcome.word()).isEqualTo(word);
    assertThat(outcome.words()).isEqualTo(words);
  }
}
