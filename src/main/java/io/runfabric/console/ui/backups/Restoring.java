package io.runfabric.console.ui.backups;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.change.PlannedChange.Action;
import io.runfabric.console.operation.restore.Restore;
import io.runfabric.console.operation.restore.RestorePlan;
import io.runfabric.console.operation.restore.RestoreScope;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.Errand;
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
import io.runfabric.console.ui.write.Exhibit.Fact;
import io.runfabric.console.ui.write.Write.Deed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;

/// Puts entries of a backup back.
///
/// @param source how the project is opened
/// @param look into the backup that is chosen
/// @param first what is chosen at first
public record Restoring(
    ViewContext context, ProjectModel.Source source, BackupLook look, Errand.Restore first)
    implements Wizard<Restoring.Plan, Restore.Result> {

  static final String FILE = "file";
  static final String PASSPHRASE = "passphrase";
  static final String IDENTITY = "identity";
  static final String STAGES = "stages";
  static final String CONFLICT = "conflict";
  static final String PRUNE = "prune";

  /// @param sha256 of the backup
  public record Plan(RestorePlan restore, String service, String sha256) {}

  @Override
  public String title() {
    return first.undo() ? "Undo a restore" : "Restore a backup";
  }

  @Override
  public Answers initial() {
    OnConflict conflict = first.undo() ? OnConflict.OVERWRITE : OnConflict.FAIL;
    Map<String, String> given = new HashMap<>();
    given.put(FILE, first.file().map(Path::toString).orElse(""));
    given.put(STAGES, first.stage().orElse(""));
    given.put(CONFLICT, conflict.name().toLowerCase(Locale.ROOT));
    given.put(PRUNE, first.undo() ? Answers.YES : "");
    return new Answers(given);
  }

  @Override
  public List<Observable> watched() {
    return List.of(look.stateProperty());
  }

  @Override
  public List<FieldProblem> problems(Page page, Answers answers) {
    if (page == Page.CHOOSE) {
      return switch (look.stateProperty().get()) {
        case BackupLook.Unnamed() -> List.of(new FieldProblem(FILE, "Choose a backup."));
        case BackupLook.Looking() ->
            List.of(new FieldProblem("", "The backup is being read and checked."));
        case BackupLook.Locked() ->
            List.of(new FieldProblem("", "The backup is encrypted: say how to open it."));
        case BackupLook.Bad(String sentence) ->
            List.of(new FieldProblem("", "Choose another backup."));
        case BackupLook.Good _ -> List.of();
      };
    }
    List<FieldProblem> problems = new ArrayList<>();
    if (page == Page.OPTIONS && look.stateProperty().get() instanceof BackupLook.Good good) {
      answers.words(STAGES).stream()
          .filter(stage -> !good.stages().contains(stage))
          .findFirst()
          .ifPresent(stage ->
              problems.add(
                  new FieldProblem(
                      STAGES,
                      "The backup has no stage "
                          + stage
                          + "; it has "
                          + ChangeRows.named(good.stages())
                          + ".")));
      if (answers.yes(PRUNE) && !answers.words(STAGES).isEmpty()) {
        problems.add(
            new FieldProblem(PRUNE, "Entries can be removed only when all stages are put back."));
      }
    }
    return problems;
  }

  @Override
  public String task(Answers answers) {
    return "Restoring " + Path.of(answers.to(FILE)).getFileName();
  }

  private static OnConflict conflict(Answers answers) {
    return OnConflict.valueOf(answers.to(CONFLICT).toUpperCase(Locale.ROOT));
  }

  @Override
  public Plan plan(Answers answers, Progress progress, Cancellation cancellation) throws Exception {
    if (!(look.stateProperty().get() instanceof BackupLook.Good(Snapshot snapshot, var _))) {
      throw new IllegalStateException("no backup is chosen");
    }
    List<String> stages = answers.words(STAGES);
    RestoreScope scope =
        new RestoreScope(stages.isEmpty() ? Map.of() : Map.of("stage", Set.copyOf(stages)));
    try (ProjectSession session = source.open()) {
      return new Plan(
          new Restore(session, SafetyCopy.byThisProgram())
              .plan(snapshot, scope, conflict(answers), answers.yes(PRUNE), progress, cancellation),
          session.project().service(),
          snapshot.facts().sha256());
    }
  }

  @Override
  public Preview preview(Answers answers, Plan plan) {
    RestorePlan restore = plan.restore();
    List<Notice> notices = new ArrayList<>(ChangeRows.locks(restore.standings()));
    restore
        .otherServices()
        .forEach((service, count) ->
            notices.add(
                new Notice(
                    Tone.NEUTRAL,
                    Texts.count(count, "record", "records")
                        + " of service `"
                        + service
                        + "` stay out; open its own project to restore them.")));
    boolean replaces =
        restore.changes().effective().stream().anyMatch(change -> change.stored().isPresent());
    if (replaces) {
      notices.add(
          new Notice(
              Tone.NEUTRAL,
              "What is there now is backed up before anything is written, so that this can be"
                  + " undone."));
    }
    return new Preview(
        ChangeRows.sentence(restore.changes()),
        notices,
        List.of(),
        ChangeRows.of(restore.changes(), "the backup"),
        ChangeRows.guard(restore.changes().effective()),
        obstacle(restore),
        "Restore",
        restore.changes().with(Action.REMOVE).isEmpty() ? Tone.ACCENT : Tone.DANGER);
  }

  private static String obstacle(RestorePlan restore) {
    String conflicts = ChangeRows.obstacle(restore.changes());
    return conflicts.isEmpty() && restore.nothing()
        ? "There is nothing to do: all of it is stored already."
        : conflicts;
  }

  @Override
  public List<String> command(Answers answers) {
    List<String> words = new ArrayList<>(List.of("state", "restore", "--file", answers.to(FILE)));
    if (!answers.to(IDENTITY).isEmpty()) {
      words.addAll(List.of("--identity", answers.to(IDENTITY)));
    }
    answers.words(STAGES).forEach(stage -> words.addAll(List.of("--only", "stage=" + stage)));
    if (conflict(answers) != OnConflict.FAIL) {
      words.addAll(List.of("--on-conflict", answers.to(CONFLICT)));
    }
    if (answers.yes(PRUNE)) {
      words.add("--prune");
    }
    return words;
  }

  @Override
  public Optional<Deed> deed(Answers answers, Plan plan) {
    List<String> stages =
        plan.restore().changes().effective().stream()
            .map(change -> change.stage())
            .distinct()
            .toList();
    return Optional.of(
        new Deed(
            "state restore",
            command(answers),
            plan.service(),
            stages.size() == 1 ? stages.getFirst() : ""));
  }

  @Override
  public Restore.Result apply(
      Answers answers, Plan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws Exception {
    try (ProjectSession session = source.open()) {
      return new Restore(session, SafetyCopy.byThisProgram())
          .apply(plan.restore(), trace, progress, cancellation);
    }
  }

  @Override
  public Report report(Answers answers, Plan plan, Restore.Result result) {
    boolean complete = result.outcome().complete();
    int done = result.outcome().done().size();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Restored", Texts.count(done, "entry", "entries")));
    facts.add(
        Fact.of("As they were", Texts.number(plan.restore().changes().with(Action.LEAVE).size())));
    facts.add(Fact.exact("Backup", answers.to(FILE)));
    facts.add(Fact.exact("SHA-256", plan.sha256()));
    result.before().ifPresent(file -> facts.add(Fact.exact("Before", file.toString())));
    result.rescue().ifPresent(file -> facts.add(Fact.exact("Not written", file.toString())));
    List<Report.Next> next = new ArrayList<>();
    result
        .before()
        .ifPresent(file ->
            next.add(
                new Report.Next(
                    "Undo…", Icons.UNDO, true, () -> context.start(Errand.Restore.undoing(file)))));
    next.add(
        new Report.Next("Show receipts", Icons.RECEIPTS, true, () -> context.open(Place.RECEIPTS)));
    return new Report(
        complete ? Tone.SUCCESS : Tone.DANGER,
        complete
            ? Texts.count(done, "entry is", "entries are") + " restored, read back and compared."
            : "It did not come to its end: "
                + Texts.count(done, "entry is", "entries are")
                + " restored, others are not.",
        facts,
        ChangeRows.unfinished(result.outcome()),
        next);
  }
}
