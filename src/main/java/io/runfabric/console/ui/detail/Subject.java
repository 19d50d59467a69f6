package io.runfabric.console.ui.detail;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.DocumentView;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.ActivityFormat;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The row a detail is about.
public sealed interface Subject {

  DocumentRef ref();

  /// The stage, which is what an operator calls a row.
  String title();

  /// What kind of row it is and whose.
  String subtitle();

  /// What matters about it at first sight.
  List<Tag> tags();

  /// A word in a coloured pill.
  record Tag(String word, Tone tone) {}

  /// A row with a document in the backend.
  sealed interface Stored extends Subject {

    Revision revision();

    /// The document behind the row; empty when it is gone.
    Optional<DocumentView> read(ProjectSession session, Redactor redactor) throws BackendException;

    /// The pages beside the document itself.
    List<DetailPage> pages(DocumentView view);
  }

  /// A receipt or a state record.
  record OfEntry(Entry entry) implements Stored {

    @Override
    public DocumentRef ref() {
      return entry.ref();
    }

    @Override
    public Revision revision() {
      return entry.revision();
    }

    @Override
    public String title() {
      return entry.stage();
    }

    @Override
    public String subtitle() {
      String kind = entry.kind() == EntryKind.RECEIPT ? "Receipt" : "State record";
      return joined(kind, entry.service(), entry.provider());
    }

    @Override
    public List<Tag> tags() {
      List<Tag> tags = new ArrayList<>();
      if (entry.health() instanceof Health.Unreadable) {
        tags.add(new Tag("unreadable", Tone.DANGER));
      }
      switch (entry.facts().lifecycle()) {
        case "failed" -> tags.add(new Tag("failed", Tone.DANGER));
        case "in_progress" -> tags.add(new Tag("in progress", Tone.ACCENT));
        default -> {}
      }
      return tags;
    }

    @Override
    public Optional<DocumentView> read(ProjectSession session, Redactor redactor)
        throws BackendException {
      return entry.kind() == EntryKind.RECEIPT
          ? DocumentView.receipt(session, ref(), redactor)
          : DocumentView.record(session, ref(), redactor);
    }

    @Override
    public List<DetailPage> pages(DocumentView view) {
      return EntryPages.of(entry, view);
    }
  }

  /// A lock.
  ///
  /// @param situations what the runbook says of it
  record OfLock(Lock lock, List<Situation> situations) implements Stored {

    @Override
    public DocumentRef ref() {
      return lock.ref();
    }

    @Override
    public Revision revision() {
      return lock.revision();
    }

    @Override
    public String title() {
      return lock.stage();
    }

    @Override
    public String subtitle() {
      return joined("Lock", lock.service(), lock.provider());
    }

    @Override
    public List<Tag> tags() {
      return List.of(
          switch (lock.state()) {
            case HELD -> new Tag("held", Tone.ACCENT);
            case STALE -> new Tag("stale", Tone.WARNING);
            case UNREADABLE -> new Tag("unreadable", Tone.DANGER);
          });
    }

    @Override
    public Optional<DocumentView> read(ProjectSession session, Redactor redactor)
        throws BackendException {
      return DocumentView.plain(session, ref(), redactor);
    }

    @Override
    public List<DetailPage> pages(DocumentView view) {
      return Stream.of(List.of(LockPage.of(lock, view)), TodoPage.of(situations))
          .flatMap(List::stream)
          .toList();
    }
  }

  /// A journal.
  ///
  /// @param situations what the runbook says of it
  record OfJournal(Journal journal, List<Situation> situations) implements Stored {

    @Override
    public DocumentRef ref() {
      return journal.ref();
    }

    @Override
    public Revision revision() {
      return journal.revision();
    }

    @Override
    public String title() {
      return journal.stage();
    }

    @Override
    public String subtitle() {
      return joined("Journal", journal.service(), journal.operation());
    }

    @Override
    public List<Tag> tags() {
      if (journal.health() instanceof Health.Unreadable) {
        return List.of(new Tag("unreadable", Tone.DANGER));
      }
      if (journal.interrupted()) {
        return List.of(new Tag("interrupted", Tone.DANGER));
      }
      return journal.status().isEmpty()
          ? List.of()
          : List.of(new Tag(journal.status().replace('_', ' '), Tone.NEUTRAL));
    }

    @Override
    public Optional<DocumentView> read(ProjectSession session, Redactor redactor)
        throws BackendException {
      return DocumentView.plain(session, ref(), redactor);
    }

    @Override
    public List<DetailPage> pages(DocumentView view) {
      return JournalPages.of(journal, situations);
    }
  }

  /// A row that is known in full; nothing has to be read.
  sealed interface Known extends Subject {

    /// All there is to it.
    Detail detail();
  }

  /// A backup in the project's folder.
  record OfBackup(BackupFolder.Found backup) implements Known {

    @Override
    public DocumentRef ref() {
      return new DocumentRef("backup", backup.file().toString());
    }

    @Override
    public String title() {
      return String.valueOf(backup.file().getFileName());
    }

    @Override
    public String subtitle() {
      return joined("Backup", backup.facts().map(SnapshotFacts::service).orElse(""));
    }

    @Override
    public List<Tag> tags() {
      return List.of(BackupPage.tag(backup));
    }

    @Override
    public Detail detail() {
      return BackupPage.of(backup);
    }
  }

  /// Something that drift found.
  ///
  /// @param agreement why it does not count, and until when; empty when it counts
  record OfFinding(DriftFinding finding, Optional<DriftReport.IgnoredFinding> agreement)
      implements Known {

    public static OfFinding counting(DriftFinding finding) {
      return new OfFinding(finding, Optional.empty());
    }

    public static OfFinding ignored(DriftReport.IgnoredFinding ignored) {
      return new OfFinding(ignored.finding(), Optional.of(ignored));
    }

    @Override
    public DocumentRef ref() {
      return new DocumentRef("drift", finding.id());
    }

    @Override
    public String title() {
      return Redactor.masking().text(finding.entry());
    }

    @Override
    public String subtitle() {
      return joined("Drift", finding.against().word(), finding.path());
    }

    @Override
    public List<Tag> tags() {
      return List.of(
          agreement.isPresent()
              ? new Tag("ignored", Tone.NEUTRAL)
              : DriftPage.tag(finding.gravity()));
    }

    @Override
    public Detail detail() {
      return DriftPage.of(finding, agreement);
    }
  }

  /// Something that was not looked at for drift.
  record OfUnchecked(DriftReport.NotChecked unchecked) implements Known {

    @Override
    public DocumentRef ref() {
      return new DocumentRef("not checked", unchecked.against().word() + " " + unchecked.what());
    }

    @Override
    public String title() {
      return Redactor.masking().text(unchecked.what());
    }

    @Override
    public String subtitle() {
      return joined("Drift", unchecked.against().word());
    }

    @Override
    public List<Tag> tags() {
      return List.of(new Tag("not checked", Tone.NEUTRAL));
    }

    @Override
    public Detail detail() {
      return DriftPage.of(unchecked);
    }
  }

  /// A line of the activity log.
  record OfActivity(Activity activity) implements Known {

    @Override
    public DocumentRef ref() {
      return new DocumentRef(
          "activity", activity.at() + " " + activity.pid() + " " + activity.doing().operation());
    }

    @Override
    public String title() {
      return activity.doing().operation();
    }

    @Override
    public String subtitle() {
      return joined("Activity", activity.doing().service(), activity.doing().stage());
    }

    @Override
    public List<Tag> tags() {
      return List.of(new Tag(activity.result().word(), ActivityPage.tone(activity.result())));
    }

    @Override
    public Detail detail() {
      return new Detail(
          List.of(ActivityPage.of(activity)),
          new JsonText(Json.pretty(ActivityFormat.json(activity))),
          "");
    }
  }

  private static String joined(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" · "));
  }
}
