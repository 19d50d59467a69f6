package io.runfabric.console.ui.backups;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.Backup;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.backup.BackupPlan;
import io.runfabric.console.operation.backup.BackupRequest;
import io.runfabric.console.operation.backup.BackupResult;
import io.runfabric.console.operation.backup.Retention;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import io.runfabric.console.ui.detail.ByteSize;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.wizard.ChangeRows;
import io.runfabric.console.ui.wizard.FieldProblem;
import io.runfabric.console.ui.wizard.Notice;
import io.runfabric.console.ui.wizard.Page;
import io.runfabric.console.ui.wizard.Preview;
import io.runfabric.console.ui.wizard.Report;
import io.runfabric.console.ui.wizard.Wizard;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.Exhibit.Fact;
import io.runfabric.console.ui.write.Write.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a backup.
///
/// @param source how the project is opened
/// @param stage the stage that is chosen at first; empty for the whole project
public record BackingUp(ViewContext context, ProjectModel.Source source, Optional<String> stage)
    implements Wizard<BackingUp.Plan, BackingUp.Done> {

  /// @param file where it goes
  /// @param taken whether a file of that name is there already
  public record Plan(BackupPlan contents, Path file, boolean taken, String from) {}

  /// @param kept why older backups could not be removed; empty when they could
  public record Done(BackupResult result, List<Path> pruned, String kept) {}

  @Override
  public String title() {
    return "Back up";
  }

  @Override
  public Answers initial() {
    return BackupAnswers.initial(stage);
  }

  @Override
  public List<FieldProblem> problems(Page page, Answers given) {
    return new BackupAnswers(given).problems(page);
  }

  @Override
  public String task(Answers given) {
    return "Backing up " + context.project().folderName();
  }

  @Override
  public Plan plan(Answers given, Progress progress, Cancellation cancellation) throws Exception {
    try (ProjectSession session = source.open()) {
      Path file = file(given, session);
      return new Plan(
          Backup.plan(session, filter(given), progress, cancellation),
          file,
          Files.exists(file, LinkOption.NOFOLLOW_LINKS),
          session.backend().location());
    }
  }

  private static StateFilter filter(Answers given) {
    String stage = new BackupAnswers(given).stage();
    return stage.isEmpty()
        ? StateFilter.PROJECT
        : new StateFilter(Optional.empty(), Optional.of(stage), Optional.empty(), false);
  }

  private static Path file(Answers given, ProjectSession session) {
    BackupAnswers answers = new BackupAnswers(given);
    return answers.file().isEmpty()
        ? BackupFolder.fileFor(session.project(), session.now(), answers.encrypted())
        : session.project().folder().resolve(answers.file()).normalize();
  }

  @Override
  public Preview preview(Answers given, Plan plan) {
    BackupAnswers answers = new BackupAnswers(given);
    BackupPlan contents = plan.contents();
    List<Notice> notices = new ArrayList<>();
    String obstacle = obstacle(answers, plan);
    if (!contents.unreadable().isEmpty() && obstacle.isEmpty()) {
      notices.add(
          new Notice(
              Tone.WARNING,
              "Kept as raw bytes, as it does not load: "
                  + ChangeRows.named(contents.unreadable())
                  + "."));
    }
    contents
        .otherServices()
        .forEach((service, count) ->
            notices.add(
                new Notice(
                    Tone.NEUTRAL,
                    Texts.count(count, "entry", "entries")
                        + " of service `"
                        + service
                        + "` stay out of it.")));
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.exact("From", plan.from()));
    facts.add(Fact.exact("File", plan.file().toString()));
    facts.add(Fact.of("Stages", ChangeRows.named(contents.stages())));
    facts.addAll(counts(contents.counts()));
    facts.add(Fact.of("Documents", ByteSize.words(contents.sizeBytes())));
    facts.add(Fact.of("Encryption", answers.protection()));
    facts.add(Fact.of("Older ones", answers.kept()));
    return new Preview(
        sentence(contents),
        notices,
        List.of(new Exhibit("Backup", "", Tone.NEUTRAL, facts, "", Tone.NEUTRAL)),
        List.of(),
        Optional.empty(),
        obstacle,
        "Back up",
        Tone.ACCENT);
  }

  private static String obstacle(BackupAnswers answers, Plan plan) {
    if (!plan.contents().unreadable().isEmpty() && !answers.partial()) {
      return "Not everything loads, so that the backup would lack it: "
          + ChangeRows.named(plan.contents().unreadable())
          + ". Mend it, or go back and have it kept as raw bytes.";
    }
    return plan.taken() && !answers.replace()
        ? "`" + plan.file() + "` is there already. Go back to name another file, or to replace it."
        : "";
  }

  private static String sentence(BackupPlan contents) {
    long entries = contents.count(SnapshotPart.RECEIPT) + contents.count(SnapshotPart.RECORD);
    long journals = contents.count(SnapshotPart.JOURNAL);
    return Texts.count(entries, "entry", "entries")
        + (journals == 0 ? "" : " and " + Texts.count(journals, "journal", "journals"))
        + (entries + journals == 1 ? " goes" : " go")
        + " into one file, which is read back and checked before it gets its name.";
  }

  private static List<Fact> counts(Map<SnapshotPart, Long> counts) {
    Map<SnapshotPart, String> names = new EnumMap<>(SnapshotPart.class);
    names.put(SnapshotPart.RECEIPT, "Receipts");
    names.put(SnapshotPart.RECORD, "Records");
    names.put(SnapshotPart.LOCK, "Record locks");
    names.put(SnapshotPart.STAGE_LOCK, "Stage locks");
    names.put(SnapshotPart.JOURNAL, "Journals");
    names.put(SnapshotPart.UNREADABLE, "Raw bytes");
    List<Fact> facts = new ArrayList<>();
    names.forEach((part, name) -> {
      long count = counts.getOrDefault(part, 0L);
      if (count > 0) {
        facts.add(Fact.of(name, Texts.number(count)));
      }
    });
    return facts;
  }

  @Override
  public List<String> command(Answers given) {
    return new BackupAnswers(given).command();
  }

  // It changes nothing of the state.
  @Override
  public Optional<Deed> deed(Answers given, Plan plan) {
    return Optional.empty();
  }

  @Override
  public Done apply(
      Answers given, Plan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws Exception {
    BackupAnswers answers = new BackupAnswers(given);
    SafetyCopy copies = SafetyCopy.byThisProgram();
    try (ProjectSession session = source.open()) {
      // The plan may be old by now: a name of its own is found anew.
      Path file = answers.file().isEmpty() ? file(given, session) : plan.file();
      BackupResult result =
          Backup.write(
              session,
              new BackupRequest(
                  filter(given),
                  file,
                  answers.replace(),
                  answers.partial(),
                  answers.encryption(),
                  copies.tool(),
                  copies.user()),
              progress,
              cancellation);
      return pruned(answers.retention(), session, result, cancellation);
    }
  }

  // The backup itself is done by now, so what is wrong here is only told.
  private static Done pruned(
      Retention retention, ProjectSession session, BackupResult result, Cancellation cancellation) {
    try {
      return new Done(
          result,
          retention.prune(session.project(), result.file(), session.now(), cancellation),
          "");
    } catch (IOException _) {
      return new Done(
          result, List.of(), "Older backups in `" + result.file().getParent() + "` stay.");
    }
  }

  @Override
  public Report report(Answers given, Plan plan, Done done) {
    BackupResult result = done.result();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.exact("File", result.file().toString()));
    facts.addAll(counts(result.facts().counts()));
    facts.add(Fact.of("Size", ByteSize.words(result.fileBytes())));
    facts.add(Fact.exact("SHA-256", result.facts().sha256()));
    facts.add(Fact.of("Encrypted", result.facts().encrypted() ? "Yes, with age" : "No"));
    if (!done.pruned().isEmpty()) {
      facts.add(
          Fact.of(
              "Removed",
              ChangeRows.named(
                  done.pruned().stream().map(file -> file.getFileName().toString()).toList())));
    }
    List<Notice> notices = new ArrayList<>();
    if (result.facts().partial()) {
      notices.add(
          new Notice(
              Tone.WARNING, "It is partial: what does not load is in it as raw bytes only."));
    }
    if (!done.kept().isEmpty()) {
      notices.add(new Notice(Tone.WARNING, done.kept()));
    }
    Path folder = result.file().resolveSibling("");
    return new Report(
        Tone.SUCCESS,
        "The backup is written, read back and found good.",
        facts,
        notices,
        List.of(
            new Report.Next("Show backups", Icons.BACKUPS, true, () -> context.open(Place.BACKUPS)),
            new Report.Next(
                "Open folder", Icons.OPEN, false, () -> context.desktop().showFolder(folder))));
  }
}
