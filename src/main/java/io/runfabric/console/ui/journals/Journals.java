package io.runfabric.console.ui.journals;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.ui.detail.ByteSize;
import io.runfabric.console.ui.detail.JournalPages;
import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.listing.Listing;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.project.StageRunbook;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.util.ArrayList;
import java.util.List;

/// The page of journals.
public final class Journals {

  private Journals() {}

  public static Listing<Journal> listing() {
    return new Listing<>(
        columns(),
        Journals::key,
        project -> Rows.of(project, project.journals()),
        Journals::subject,
        (journal, project) -> project.commandWords(command(journal)),
        new RowCount("journal", "journals"),
        "Filter, such as status:interrupted",
        new Listing.Absence(
            Icons.JOURNALS,
            "No journals",
            "The backend keeps no journal of this project. A deploy writes one while it runs."));
  }

  static List<Column<Journal>> columns() {
    return List.of(
        Column.of("stage", "Stage", CellKind.STAGE, 136, Journal::stage),
        Column.<Journal>of("status", "Status", CellKind.BADGE, 120, Journals::status)
            .withTone(Journals::tone)
            .withNote(Journals::note)
            .withRank(Journals::urgency),
        Column.of("operation", "Operation", CellKind.TEXT, 104, Journal::operation),
        Column.<Journal>of("progress", "Progress", CellKind.TEXT, 144, Journals::progress)
            .withRank(journal -> journal.checkpoints().stream().filter(JournalPages::done).count()),
        Column.time("updated", "Updated", 104, Journal::updatedAt),
        Column.time("started", "Started", 104, Journal::startedAt),
        Column.number("attempts", "Attempts", 88, Journal::attemptCount, Journals::figure),
        Column.<Journal>of("checksum", "Checksum", CellKind.TEXT, 96, j -> j.checksum().word())
            .withNote(Journals::checksumNote),
        Column.<Journal>of("note", "Note", CellKind.TEXT, 280, Journals::note),
        Column.<Journal>number("version", "Version", 80, Journal::version, Journals::figure)
            .hidden(),
        Column.<Journal>of("service", "Service", CellKind.TEXT, 136, Journal::service).hidden(),
        Column.<Journal>of("key", "Key", CellKind.MONO, 280, journal -> journal.ref().key())
            .hidden(),
        Column.<Journal>number("size", "Size", 88, Journal::sizeBytes, ByteSize::words).hidden());
  }

  private static String figure(long value) {
    return Long.toString(value);
  }

  static String status(Journal journal) {
    if (journal.health() instanceof Health.Unreadable) {
      return "unreadable";
    }
    return journal.interrupted() ? "interrupted" : journal.status().replace('_', ' ');
  }

  static Tone tone(Journal journal) {
    if (journal.health() instanceof Health.Unreadable || journal.interrupted()) {
      return Tone.DANGER;
    }
    return journal.unfinished() ? Tone.ACCENT : Tone.NEUTRAL;
  }

  private static long urgency(Journal journal) {
    return switch (tone(journal)) {
      case DANGER -> 0;
      case WARNING, ACCENT -> 1;
      case SUCCESS, NEUTRAL -> 2;
    };
  }

  private static String progress(Journal journal) {
    int steps = journal.checkpoints().size();
    if (steps == 0) {
      return "";
    }
    long reached = journal.checkpoints().stream().filter(JournalPages::done).count();
    return reached + " of " + steps + (steps == 1 ? " checkpoint" : " checkpoints");
  }

  private static String note(Journal journal) {
    if (journal.health() instanceof Health.Unreadable(String reason)) {
      return reason;
    }
    return journal.interrupted()
        ? "was " + journal.status().replace('_', ' ') + " when it stopped; no deploy holds the lock"
        : "";
  }

  private static String checksumNote(Journal journal) {
    return journal.checksum() == Journal.ChecksumState.DIFFERS
        ? "A note, never proof of damage: the engine keeps older checksums."
        : "";
  }

  private static Subject subject(Journal journal, ProjectModel project) {
    return new Subject.OfJournal(
        journal,
        StageRunbook.of(project, journal.stage()).stream()
            .filter(situation ->
                situation.subject().equals(journal.ref().key())
                    || situation.kind() == Situation.Kind.JOURNAL_CONFLICT)
            .toList());
  }

  private static DocumentRef key(Journal journal) {
    return journal.ref();
  }

  private static List<String> command(Journal journal) {
    List<String> words = new ArrayList<>(List.of("journal", "list"));
    if (!journal.stage().isEmpty()) {
      words.addAll(List.of("--stage", journal.stage()));
    }
    return words;
  }
}
