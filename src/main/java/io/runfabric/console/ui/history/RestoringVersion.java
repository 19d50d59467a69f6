package io.runfabric.console.ui.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.Verdict;
import io.runfabric.console.operation.diff.Difference;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.operation.history.Side;
import io.runfabric.console.operation.history.Sides;
import io.runfabric.console.operation.restore.Restore;
import io.runfabric.console.operation.restore.RestorePlan;
import io.runfabric.console.ui.project.ProjectModel;
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
import java.util.List;
import java.util.Optional;

/// Puts one entry back as it was in a version, by a restore of that entry alone.
///
/// @param source how the project is opened
record RestoringVersion(Entry entry, KeptVersion version, ProjectModel.Source source)
    implements Write<RestoringVersion.Seen, Restore.Result> {

  private static final int MOST_DIFFERENCES = 4;

  /// Of a value; all of it is in the comparison.
  private static final int MOST_CHARACTERS = 32;

  /// What was found.
  ///
  /// @param difference between what is stored and the version, secrets hidden
  record Seen(RestorePlan plan, Difference difference) {

    PlannedChange change() {
      return plan.changes().changes().getFirst();
    }
  }

  @Override
  public String title() {
    return "Restoring " + entry.kind().word() + " " + entry.stage();
  }

  @Override
  public Seen look(ProjectSession session, Cancellation cancellation) throws Exception {
    EntryPlace place = EntryPlace.of(entry);
    Sides sides = new Sides(session, source.request(), source.options(), DecryptionKeys.none());
    byte[] content =
        sides.read(place, version.side(), cancellation).orElseThrow(RestoringVersion::changed);
    if (!version.digest().map(CanonicalJson.digest(content)::equals).orElse(true)) {
      throw changed();
    }
    RestorePlan plan = restore(session).plan(place, content, Progress.NONE, cancellation);
    Optional<byte[]> stored = stored(session, place);
    return new Seen(plan, Difference.between(stored, Optional.of(content), Redactor.masking()));
  }

  private static Optional<byte[]> stored(ProjectSession session, EntryPlace place)
      throws BackendException {
    try {
      return session.backend().read(place.ref()).map(StoredDocument::content);
    } catch (BackendException e) {
      // The plan says so, and refuses.
      if (e.code() == Code.UNREADABLE_DOCUMENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Question ask(Seen seen) {
    String name = seen.change().name();
    if (!seen.plan().changes().refused().isEmpty()) {
      return Question.nothing("This version cannot be put back", why(seen.change().verdict()));
    }
    if (seen.plan().nothing()) {
      return Question.nothing(
          "There is nothing to restore", "Exactly this version is stored already.");
    }
    return new Question(
        "Restore the " + name + "?",
        "What is stored now is replaced by this version, after the whole project was backed up;"
            + " nothing else is changed.",
        List.of(exhibit(seen)),
        Guard.of(entry.stage()),
        "Restore this version",
        Tone.DANGER);
  }

  private Exhibit exhibit(Seen seen) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.exact("From", version.foundIn().getFirst()));
    if (!version.shortDigest().isEmpty()) {
      facts.add(Fact.exact("Digest", version.shortDigest()));
    }
    List<JsonDiff.Change> changes = seen.difference().changes();
    String name = "Changes";
    for (JsonDiff.Change change : changes.subList(0, Math.min(MOST_DIFFERENCES, changes.size()))) {
      facts.add(
          Fact.exact(
              name, change.path() + ": " + told(change.before()) + " → " + told(change.after())));
      name = "";
    }
    if (changes.size() > MOST_DIFFERENCES) {
      facts.add(Fact.of("", "and " + (changes.size() - MOST_DIFFERENCES) + " more"));
    }
    Verdict verdict = seen.change().verdict();
    return new Exhibit(
        seen.change().name(),
        word(verdict),
        verdict == Verdict.OLDER ? Tone.WARNING : Tone.NEUTRAL,
        facts,
        Standings.sentence(seen.plan().standings()),
        Tone.WARNING);
  }

  private static String told(Optional<JsonNode> value) {
    String text =
        value.map(node -> node.isTextual() ? node.textValue() : node.toString()).orElse("(absent)");
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case CREATE -> "not stored now";
      case IDENTICAL -> "the same as stored";
      case NEWER -> "newer than stored";
      case OLDER -> "older than stored";
      case DIFFERS, UNREADABLE, FOREIGN, EXTRA -> "differs from what is stored";
    };
  }

  private static String why(Verdict verdict) {
    return switch (verdict) {
      case UNREADABLE ->
          "What is stored there cannot be read, so it cannot be replaced safely. Look at it first.";
      case FOREIGN -> "Another service's document is stored there; it is not this project's.";
      case CREATE, IDENTICAL, NEWER, OLDER, DIFFERS, EXTRA ->
          "Something else is stored there. Look at it first.";
    };
  }

  @Override
  public Deed deed(Seen seen, Answers answers) {
    List<String> words = new ArrayList<>(List.of("state", "restore"));
    switch (version.side()) {
      case Side.Backup(var file) ->
          words.addAll(List.of("--file", file.toString(), "--on-conflict", "overwrite"));
      case Side.Version(var id) -> words.addAll(List.of("--version", id));
      case Side.Now _, Side.Stage _, Side.OtherProject _, Side.OtherBackend _ ->
          throw new IllegalStateException("only what was kept of an entry is put back");
    }
    words.addAll(List.of("--only", "kind=" + entry.kind().word() + ",stage=" + entry.stage()));
    if (seen.change().part().word().equals("record")) {
      words.addAll(List.of("--only", "provider=" + seen.change().provider()));
    }
    return new Deed("state restore", words, seen.change().service(), entry.stage());
  }

  @Override
  public Restore.Result apply(
      ProjectSession session, Seen seen, Answers answers, Trace trace, Cancellation cancellation)
      throws BackendException {
    return restore(session).apply(seen.plan(), trace, Progress.NONE, cancellation);
  }

  @Override
  public Outcome tell(Restore.Result result) {
    List<String> details = new ArrayList<>();
    result.before().ifPresent(file -> details.add("What was there before is in `" + file + "`."));
    Optional<BackendException> failure = result.outcome().failure();
    if (failure.isPresent()) {
      details.add(Texts.sentence(failure.get().sentence()) + ".");
      details.add(Texts.sentence(failure.get().remedy()) + ".");
      result.rescue().ifPresent(file -> details.add("The version is kept in `" + file + "`."));
      return new Outcome(Tone.DANGER, "The version was not put back.", details);
    }
    return result.outcome().complete()
        ? new Outcome(
            Tone.SUCCESS,
            "The " + entry.kind().word() + " of " + entry.stage() + " is as it was.",
            details)
        : new Outcome(Tone.WARNING, "The version was not put back.", details);
  }

  private Restore restore(ProjectSession session) {
    return new Restore(session, SafetyCopy.byThisProgram());
  }

  private static BackendException changed() {
    return new BackendException(
        Code.CONFLICT,
        "this version is no longer what was listed",
        "look through the history again");
  }
}
