package io.runfabric.console.operation.recover;

import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.recover.Situation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What journals tell of deploys that did not end well.
record JournalSituations(Observations seen, Steps steps) {

  /// From here on the engine sets the journal aside instead of rolling back once more (FORMATS §3).
  private static final long ENGINE_GIVES_UP_AT = 3;

  private static final int MOST_RESOURCES_NAMED = 10;

  List<Situation> found() {
    List<Situation> found = new ArrayList<>();
    Map<String, List<Journal>> byStage = new LinkedHashMap<>();
    for (Journal journal : seen.journals()) {
      switch (journal.health()) {
        case Health.Unreadable(String reason) -> found.add(unreadable(journal, reason));
        case Health.Ok() -> {
          byStage
              .computeIfAbsent(journal.service() + "/" + journal.stage(), _ -> new ArrayList<>())
              .add(journal);
          if (journal.interrupted()) {
            found.add(interrupted(journal));
          }
          if (journal.unfinished() && journal.attemptCount() >= ENGINE_GIVES_UP_AT) {
            found.add(exhausted(journal));
          }
          if (journal.checksum() == Journal.ChecksumState.DIFFERS) {
            found.add(checksum(journal));
          }
        }
      }
    }
    byStage.values().stream()
        .filter(of -> of.stream().map(Journal::version).distinct().count() > 1)
        .forEach(of -> found.add(conflict(of)));
    return found;
  }

  private Situation interrupted(Journal journal) {
    String stage = journal.stage();
    List<Step> todo = new ArrayList<>();
    todo.add(steps.look(stage));
    todo.add(steps.byHand("Make sure that no deploy of this stage still runs, here or in CI."));
    todo.add(steps.backUp(stage));
    todo.add(
        steps.engine(
            "See what the engine would do; nothing is changed.",
            stage,
            "recover",
            "--mode",
            "inspect"));
    staleLocks(stage)
        .forEach(
            lock -> todo.add(steps.unlock("Remove the lock that the deploy left behind.", lock)));
    todo.add(steps.engine("Either finish the deploy:", stage, "recover", "--mode", "resume"));
    if (journal.attemptCount() >= ENGINE_GIVES_UP_AT) {
      todo.add(
          steps.byHand(
              "Or undo it in the cloud by hand: after "
                  + journal.attemptCount()
                  + " attempts the engine no longer rolls back."));
    } else {
      todo.add(
          steps.engine(
              "Or undo it, which removes what it created:",
              stage,
              "recover",
              "--mode",
              "rollback"));
    }
    todo.add(
        steps.archive(
            "Only when neither works: set the journal aside. The engine then forgets what the"
                + " deploy created; the list is above and in the archive.",
            journal,
            place(journal)));
    todo.add(steps.engine("See what is still missing.", stage, "plan"));
    return situation(
        Kind.INTERRUPTED_DEPLOY,
        Urgency.CRITICAL,
        journal,
        "A "
            + (journal.operation().isEmpty() ? "deploy" : journal.operation())
            + " stopped half-way. What it created is in the cloud, and the receipt does not know"
            + " of it. The next deploy may fail or create things twice.",
        evidence(journal),
        todo);
  }

  private Situation exhausted(Journal journal) {
    String stage = journal.stage();
    return situation(
        Kind.ATTEMPTS_EXHAUSTED,
        Urgency.WARNING,
        journal,
        "Recovery was tried "
            + journal.attemptCount()
            + " times. `runfabric recover --mode rollback` no longer rolls back: it only sets the"
            + " journal aside, and what the deploy created stays in the cloud.",
        evidence(journal),
        List.of(
            steps.look(stage),
            steps.backUp(stage),
            steps.engine("Try to finish the deploy:", stage, "recover", "--mode", "resume"),
            steps.byHand("Else remove in the cloud, by hand, what the evidence lists."),
            steps.archive("Then set the journal aside.", journal, place(journal)),
            steps.engine("See what is still missing.", stage, "plan")));
  }

  private Situation conflict(List<Journal> of) {
    Journal newest = of.getFirst();
    Journal oldest = of.getFirst();
    for (Journal journal : of) {
      newest = journal.version() > newest.version() ? journal : newest;
      oldest = journal.version() < oldest.version() ? journal : oldest;
    }
    return situation(
        Kind.JOURNAL_CONFLICT,
        Urgency.CRITICAL,
        oldest,
        "This stage has several journals, with different versions. An engine that saves over the"
            + " higher version with a lower one fails with a version conflict, and each place"
            + " tells another story of the same deploy.",
        of.stream()
            .map(journal ->
                journal.ref()
                    + ": version "
                    + journal.version()
                    + ", "
                    + journal.status()
                    + ", updated "
                    + journal.updatedAt())
            .toList(),
        List.of(
            steps.look(oldest.stage()),
            steps.backUp(oldest.stage()),
            steps.byHand(
                "Read both. The higher version is the later one: "
                    + newest.ref()
                    + ". If the other tells more, keep that one instead."),
            steps.archive(
                "Set the one with the lower version aside.", oldest, oldest.ref().source()),
            steps.engine(
                "See what the engine makes of it.",
                oldest.stage(),
                "recover",
                "--mode",
                "inspect")));
  }

  private Situation unreadable(Journal journal, String reason) {
    String stage = journal.stage();
    return situation(
        Kind.UNREADABLE_JOURNAL,
        Urgency.CRITICAL,
        journal,
        "The journal does not load. The engine cannot tell how far the last deploy came, and does"
            + " not start another one.",
        List.of(reason),
        List.of(
            steps.look(stage),
            steps.backUpDamaged(stage),
            steps.byHand("If an editor or a merge broke it, mend the file."),
            steps.archive("Else set it aside; its bytes are kept.", journal, place(journal)),
            steps.engine("See what is deployed and what is missing.", stage, "plan")));
  }

  private Situation checksum(Journal journal) {
    return situation(
        Kind.CHECKSUM_DIFFERS,
        Urgency.NOTE,
        journal,
        "The journal's checksum is not the one of its content. The engine itself leaves it so when"
            + " it saves a checkpoint or a status, so this is no proof of damage.",
        List.of(journal.ref() + ": version " + journal.version() + ", " + journal.status()),
        List.of(steps.look(journal.stage())));
  }

  private List<String> evidence(Journal journal) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        journal.ref()
            + " is "
            + journal.status()
            + ", version "
            + journal.version()
            + ", attempts "
            + journal.attemptCount()
            + ", started "
            + journal.startedAt()
            + ", last updated "
            + journal.updatedAt());
    List<Lock> stale = staleLocks(journal.stage());
    if (journal.interrupted()) {
      evidence.add(
          stale.isEmpty()
              ? "no deploy holds the stage's lock"
              : "the lease of "
                  + stale.getFirst().holder()
                  + " ended at "
                  + stale.getFirst().expiresAt());
    }
    if (!journal.checkpoints().isEmpty()) {
      evidence.add(
          "checkpoints: "
              + journal.checkpoints().stream()
                  .map(point -> point.name() + " " + point.status())
                  .collect(Collectors.joining(", ")));
    }
    if (!journal.operations().isEmpty()) {
      int more = journal.operations().size() - MOST_RESOURCES_NAMED;
      evidence.add(
          "recorded: "
              + journal.operations().stream()
                  .limit(MOST_RESOURCES_NAMED)
                  .map(operation -> operation.type() + " " + operation.resource())
                  .collect(Collectors.joining(", "))
              + (more > 0 ? ", and " + more + " more" : ""));
    }
    return evidence;
  }

  private List<Lock> staleLocks(String stage) {
    return seen.locks().stream()
        .filter(lock -> lock.state() == Lock.State.STALE && lock.stage().equals(stage))
        .filter(lock -> lock.source() != Lock.Source.RECORD)
        .toList();
  }

  // A stage with one journal needs no place named.
  private String place(Journal journal) {
    boolean only =
        seen.journals().stream()
                .filter(other -> other.stage().equals(journal.stage()))
                .filter(other -> other.service().equals(journal.service()))
                .count()
            == 1;
    return only ? "" : journal.ref().source();
  }

  private static Situation situation(
      Kind kind,
      Urgency urgency,
      Journal journal,
      String meaning,
      List<String> evidence,
      List<Step> todo) {
    return new Situation(
        kind,
        urgency,
        journal.service(),
        journal.stage(),
        journal.ref().key(),
        meaning,
        List.copyOf(evidence),
        List.copyOf(todo));
  }
}
