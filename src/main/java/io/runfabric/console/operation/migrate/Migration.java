package io.runfabric.console.operation.migrate;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.ChangeRun;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.cutover.Cutover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Moves a project's state from one backend to another. Killed at any point, the same migration
/// finishes what is left: what arrived is identical then, and let be.
///
/// @param project the source's configuration as it is, to be pointed at the target
/// @param copies takes a backup of the target before something in it is replaced
public record Migration(
    Ends ends, ProjectRequest project, MigrationRequest request, SafetyCopy copies) {

  /// What its locks say.
  public static final String OPERATION = "migrate";

  /// How it went.
  ///
  /// @param before the backup of the target, taken before anything in it was replaced
  /// @param keptConfiguration where the configuration is as it was; absent when it was let be
  /// @param phases how long each phase took
  public record Result(
      Outcome outcome,
      Optional<Path> before,
      Optional<Path> keptConfiguration,
      List<PhaseTimes.Phase> phases) {}

  /// What it would do. Only reads, and takes no lock.
  public MigrationPlan plan(Progress progress, Cancellation cancellation) throws BackendException {
    SourceEntries entries = new SourceEntries(ends, request);
    ChangePlan changes =
        ChangePlan.of(
            entries,
            ends.target().backend(),
            new ChangePlan.Rules(
                OPERATION, request.onConflict(), ChangePlan.Rules.KEEP, ends.moved()),
            progress,
            cancellation);
    return new MigrationPlan(
        changes,
        entries.leftBehind(),
        entries.stays(),
        entries.otherServices(),
        new TargetLook(ends.target(), changes).warnings(),
        standings(changes, cancellation),
        request.cutover() ? Optional.of(pointing(changes).plan()) : Optional.empty());
  }

  private List<StageStanding> standings(ChangePlan changes, Cancellation cancellation) {
    List<StageStanding> both =
        new ArrayList<>(StageStanding.of(ends.target(), changes.effective(), cancellation));
    both.addAll(StageStanding.of(ends.source(), changes.effective(), cancellation));
    return StageStanding.worst(both);
  }

  private Pointing pointing(ChangePlan changes) {
    Set<String> stages = new LinkedHashSet<>();
    changes.changes().forEach(change -> stages.add(change.stage()));
    return new Pointing(
        project.withBackend(Optional.empty()), ends, stages, request.filter().stage());
  }

  /// Does what the plan says.
  ///
  /// @param trace is told what was changed, and where the backup taken before lies
  /// @throws BackendException when nothing was changed
  public Result apply(MigrationPlan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws BackendException {
    if (!plan.leftBehind().isEmpty() && !request.allowPartial()) {
      throw leftBehind(plan.leftBehind());
    }
    PhaseTimes times = new PhaseTimes(progress);
    Under under = new Under(plan, trace, times, cancellation);
    Outcome outcome =
        new ChangeRun(
                ends.target().backend(),
                new SourceEntries(ends, request),
                under,
                request.keepGoing())
            .apply(plan.changes(), times, cancellation);
    for (PlannedChange change : outcome.done()) {
      trace.changed(change.ref().key());
    }
    outcome.failure().ifPresent(failure -> trace.failed(failure.code().name()));
    return new Result(outcome, under.before, under.keptConfiguration, times.phases());
  }

  private static BackendException leftBehind(List<MigrationPlan.LeftBehind> documents) {
    MigrationPlan.LeftBehind first = documents.getFirst();
    return new BackendException(
        Code.UNREADABLE_DOCUMENT,
        first.ref().key()
            + " does not load ("
            + first.reason()
            + ")"
            + (documents.size() > 1 ? ", nor do " + (documents.size() - 1) + " more" : "")
            + ", and would be left behind",
        "mend or remove it, or say --allow-partial to leave it at the source");
  }

  /// The words of a command line, so that they mean the same once this migration is done: a cutover
  /// changes what the configuration says, and from where is to be known even then.
  public List<String> lasting(List<String> words) {
    boolean named =
        words.stream().anyMatch(word -> word.equals("--from") || word.startsWith("--from="));
    return named || !request.cutover()
        ? words
        : Stream.concat(words.stream(), Stream.of("--from", ends.from().word())).toList();
  }

  /// One digest over all documents that arrive, each by its name and its digest: equal for equal
  /// state, wherever it is kept.
  public static Revision digest(MigrationPlan plan) {
    return Revision.ofText(
        plan.changes().changes().stream()
            .filter(PlannedChange::arrives)
            .map(change -> change.name() + " " + change.digest().orElseThrow())
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  /// What belongs to a migration beside its writes.
  private final class Under implements ChangeRun.Around {

    private final MigrationPlan plan;
    private final Trace trace;
    private final Progress progress;
    private final Cancellation cancellation;
    private Optional<Path> before = Optional.empty();
    private Optional<Path> keptConfiguration = Optional.empty();

    Under(MigrationPlan plan, Trace trace, Progress progress, Cancellation cancellation) {
      this.plan = plan;
      this.trace = trace;
      this.progress = progress;
      this.cancellation = cancellation;
    }

    @Override
    public Optional<StateBackend> alsoLocked() {
      return Optional.of(ends.source().backend());
    }

    // Also what is there already: nobody is to deploy to the source until it is no longer used.
    @Override
    public List<PlannedChange> concerned(ChangePlan changes) {
      return plan.nothing() ? List.of() : changes.changes();
    }

    @Override
    public void check(Cancellation checking) throws BackendException {
      Map<DocumentRef, Revision> planned = new HashMap<>();
      for (PlannedChange change : plan.changes().changes()) {
        change.digest().ifPresent(digest -> planned.put(change.ref(), digest));
      }
      List<BackendException> failures = new ArrayList<>();
      new SourceEntries(ends, request)
          .each(
              (wanted, _) -> {
                try {
                  DocumentRef place = wanted.place(ends.target().backend());
                  if (!wanted.digest().equals(planned.remove(place))) {
                    failures.add(changed(wanted.name()));
                  }
                } catch (BackendException e) {
                  failures.add(e);
                }
              },
              checking);
      if (failures.isEmpty() && !planned.isEmpty()) {
        failures.add(changed(planned.keySet().iterator().next().key()));
      }
      if (!failures.isEmpty()) {
        throw failures.getFirst();
      }
    }

    private BackendException changed(String what) {
      return new BackendException(
          Code.CONFLICT,
          what + " was changed at the source since the plan was made; nothing was done",
          "run the command again to see what is there now");
    }

    @Override
    public void keep(List<PlannedChange> replaced) throws BackendException {
      Path file = copies.of(ends.target(), progress, cancellation);
      trace.snapshot(file.toString());
      before = Optional.of(file);
    }

    @Override
    public void complete() throws BackendException {
      Optional<Cutover> cutover = plan.cutover().filter(change -> !change.nothingToDo());
      if (cutover.isPresent()) {
        progress.phase("cutover");
        keptConfiguration = Optional.of(cutover.get().apply());
        trace.changed(cutover.get().file().toString());
      }
    }
  }
}
