package io.runfabric.console.ui.journals;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.recover.Archiving;
import io.runfabric.console.operation.unlock.Holders;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.Exhibit.Fact;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets a journal aside, where the engine does.
///
/// @param several whether the stage has journals in several places
record SettingAside(Journal journal, boolean several)
    implements Write<SettingAside.Plan, SettingAside.Done> {

  private static final int MOST_RESOURCES_NAMED = 10;

  /// @param stale the locks whose lease has ended, which are taken over
  record Plan(Archiving archiving, List<Lock> stale) {}

  /// @param archive where the journal is now
  /// @param kept why the lock could not be given back; empty when it was
  record Done(DocumentRef archive, String kept) {}

  @Override
  public String title() {
    return "Setting the journal of " + journal.stage() + " aside";
  }

  @Override
  public Plan look(ProjectSession session, Cancellation cancellation) throws BackendException {
    Optional<StoredDocument> stored = session.read(journal.ref());
    if (stored.filter(now -> now.revision().equals(journal.revision())).isEmpty()) {
      throw new BackendException(
          Code.CONFLICT,
          journal.ref().key() + " was changed or removed since it was listed",
          "close this and look at it again");
    }
    StateFilter ofStage =
        new StateFilter(Optional.empty(), Optional.of(journal.stage()), Optional.empty(), false);
    List<Lock> locks =
        session.locks(ofStage, cancellation).stream()
            .filter(lock -> lock.source() != Lock.Source.RECORD)
            .toList();
    List<Lock> live = locks.stream().filter(Lock::live).toList();
    if (!live.isEmpty()) {
      throw new BackendException(
          Code.LOCKED,
          journal.service() + "/" + journal.stage() + " is held by " + Holders.words(live),
          "release it, or wait until it is given back");
    }
    return new Plan(Archiving.of(journal, session, !locks.isEmpty()), locks);
  }

  @Override
  public Question ask(Plan plan) {
    return new Question(
        "Set this journal aside?",
        "Its bytes go to the journal archive, are read back, and only then the journal is removed.",
        List.of(exhibit(plan)),
        Guard.of(journal.stage()),
        "Set aside",
        Tone.DANGER);
  }

  private Exhibit exhibit(Plan plan) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Operation", journal.operation()));
    facts.add(Fact.of("Recorded", recorded()));
    facts.add(
        Fact.of(
            "Lock",
            plan.stale().isEmpty()
                ? "Free; it is taken while this is done"
                : "Taken over from " + Holders.words(plan.stale())));
    facts.add(Fact.exact("Kept in", journal.ref().toString()));
    return new Exhibit(
        journal.stage(),
        Journals.status(journal),
        Journals.tone(journal),
        facts,
        "The engine then no longer knows what this deploy created. The archive keeps the list.",
        Tone.WARNING);
  }

  private String recorded() {
    List<String> resources =
        journal.operations().stream()
            .limit(MOST_RESOURCES_NAMED)
            .map(operation -> operation.type().replace('_', ' ') + " " + operation.resource())
            .toList();
    int more = journal.operations().size() - resources.size();
    return resources.isEmpty()
        ? "Nothing"
        : String.join(", ", resources) + (more > 0 ? ", and " + more + " more" : "");
  }

  @Override
  public Deed deed(Plan plan, Answers answers) {
    List<String> words =
        new ArrayList<>(List.of("recover", "--archive", "--stage", journal.stage()));
    if (several) {
      words.addAll(List.of("--place", journal.ref().source()));
    }
    return new Deed("recover", words, plan.archiving().service(), journal.stage());
  }

  @Override
  public Done apply(
      ProjectSession session, Plan plan, Answers answers, Trace trace, Cancellation cancellation)
      throws BackendException {
    List<String> kept = new ArrayList<>();
    DocumentRef archive =
        plan.archiving()
            .run(session, _ -> {}, cancellation, failure -> kept.add(failure.sentence()));
    trace.changed(journal.ref().key());
    trace.snapshot(archive.key());
    return new Done(archive, String.join(", ", kept));
  }

  @Override
  public Outcome tell(Done done) {
    List<String> details = new ArrayList<>(List.of("It is kept in `" + done.archive() + "`."));
    if (!done.kept().isEmpty()) {
      details.add(
          "The lock could not be given back: "
              + done.kept()
              + ". It ends by itself within "
              + Texts.count(Archiving.LEASE.toMinutes(), "minute", "minutes")
              + ".");
    }
    return new Outcome(
        done.kept().isEmpty() ? Tone.SUCCESS : Tone.WARNING,
        "The journal of " + journal.stage() + " is set aside.",
        details);
  }
}
