package io.runfabric.console.ui.moving;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.workspace.Rekey;
import io.runfabric.console.operation.workspace.RekeyMove;
import io.runfabric.console.operation.workspace.RekeyPlan;
import io.runfabric.console.operation.workspace.RekeyPlan.Choice;
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
import io.runfabric.console.ui.wizard.PlanRow;
import io.runfabric.console.ui.wizard.Preview;
import io.runfabric.console.ui.wizard.Report;
import io.runfabric.console.ui.wizard.Wizard;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Exhibit.Fact;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Write.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Moves the project's rows to another workspace id.
///
/// @param first what is filled in at first
record Rekeying(ViewContext context, ProjectModel.Source source, Errand.Rekey first)
    implements Wizard<Rekeying.Plan, Rekeying.Done> {

  static final String FROM = "from";
  static final String TO = "to";
  static final String STAGES = "stages";
  static final String ALL_SERVICES = "all-services";

  Rekeying(ViewContext context, Errand.Rekey first) {
    this(context, context.project().sourceProperty().get(), first);
  }

  record Plan(Project project, RekeyPlan rekey) {}

  /// @param kept locks that could not be given back, in words
  record Done(Rekey.Done done, List<String> kept) {}

  @Override
  public String title() {
    return "Re-key a workspace";
  }

  // The rows of a project that moved lie under an id that is not the one it reads.
  @Override
  public Answers initial() {
    List<WorkspaceRows> known = List.copyOf(context.project().workspaces());
    String elsewhere =
        known.stream()
            .filter(rows -> !rows.chosen() && rows.entries() > 0)
            .map(WorkspaceRows::id)
            .findFirst()
            .orElse("");
    String here =
        known.stream()
            .filter(WorkspaceRows::chosen)
            .map(WorkspaceRows::id)
            .findFirst()
            .orElse(context.project().file().resolveSibling("").toString());
    return new Answers(
        Map.of(
            FROM, first.from().isEmpty() ? elsewhere : first.from(),
            TO, first.to().isEmpty() ? here : first.to()));
  }

  @Override
  public List<FieldProblem> problems(Page page, Answers answers) {
    if (page != Page.CHOOSE) {
      return List.of();
    }
    if (answers.to(FROM).isEmpty()) {
      return List.of(new FieldProblem(FROM, "Name the id that the rows are under now."));
    }
    if (answers.to(TO).isEmpty()) {
      return List.of(new FieldProblem(TO, "Name the id that the rows are to be under."));
    }
    return answers.to(FROM).equals(answers.to(TO))
        ? List.of(new FieldProblem(TO, "Both ids are the same."))
        : List.of();
  }

  @Override
  public String task(Answers answers) {
    return "Re-keying " + context.project().folderName();
  }

  @Override
  public Plan plan(Answers answers, Progress progress, Cancellation cancellation) throws Exception {
    Project project = ProjectLoader.load(source.request()).project();
    return new Plan(
        project,
        RekeyPlan.of(
            project,
            source.options(),
            answers.to(FROM),
            answers.to(TO),
            new Choice(Set.copyOf(answers.words(STAGES)), answers.yes(ALL_SERVICES)),
            cancellation));
  }

  @Override
  public Preview preview(Answers answers, Plan plan) {
    RekeyPlan rekey = plan.rekey();
    List<Notice> notices = new ArrayList<>();
    if (!rekey.held().isEmpty()) {
      notices.add(
          new Notice(
              Tone.WARNING,
              "Held now, so that it would be refused: "
                  + ChangeRows.named(rekey.held().stream().map(Lock::stage).toList())
                  + "."));
    }
    if (!rekey.left().isEmpty()) {
      notices.add(
          new Notice(
              Tone.NEUTRAL,
              "Rows of other services stay: "
                  + ChangeRows.named(rekey.left().stream().map(Entry::service).distinct().toList())
                  + "."));
    }
    if (rekey.there() > 0) {
      notices.add(
          new Notice(
              Tone.NEUTRAL,
              Texts.count(rekey.there(), "row is", "rows are") + " under the new id already."));
    }
    notices.add(
        new Notice(
            Tone.NEUTRAL,
            "A copy of the rows is written to the project's folder of backups before."));
    return new Preview(
        Texts.count(rekey.moves().size(), "row moves", "rows move")
            + " from `"
            + rekey.from()
            + "` to `"
            + rekey.to()
            + "`.",
        notices,
        List.of(),
        rekey.moves().stream().map(Rekeying::row).toList(),
        Guard.ofAny(rekey.stages()),
        obstacle(rekey),
        "Move the rows",
        Tone.ACCENT);
  }

  private static PlanRow row(RekeyMove move) {
    return new PlanRow(
        move.stage(),
        switch (move.fate()) {
          case MOVE -> "not under the new id";
          case REMOVE_OLD -> "the same is under the new id";
          case BLOCKED -> move.reason();
        },
        move.fate() == RekeyMove.Fate.BLOCKED,
        switch (move.fate()) {
          case MOVE -> "move";
          case REMOVE_OLD -> "remove the old";
          case BLOCKED -> "blocked";
        },
        move.fate() == RekeyMove.Fate.BLOCKED ? Tone.DANGER : Tone.ACCENT,
        move.fate() != RekeyMove.Fate.BLOCKED,
        List.of());
  }

  private static String obstacle(RekeyPlan rekey) {
    if (!rekey.blocked().isEmpty()) {
      RekeyMove first = rekey.blocked().getFirst();
      return "Stage `"
          + first.stage()
          + "` cannot be moved: "
          + first.reason()
          + ". Settle it first, or go back and name the other stages.";
    }
    return rekey.moves().isEmpty() ? "There is nothing under that id to be moved." : "";
  }

  @Override
  public List<String> command(Answers answers) {
    List<String> words =
        new ArrayList<>(
            List.of("workspace", "rekey", "--from", answers.to(FROM), "--to", answers.to(TO)));
    if (!answers.words(STAGES).isEmpty()) {
      words.addAll(List.of("--only", String.join(",", answers.words(STAGES))));
    }
    if (answers.yes(ALL_SERVICES)) {
      words.add("--all-services");
    }
    return words;
  }

  @Override
  public Optional<Deed> deed(Answers answers, Plan plan) {
    return Optional.of(new Deed("workspace rekey", command(answers), plan.project().service(), ""));
  }

  @Override
  public Done apply(
      Answers answers, Plan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws BackendException {
    List<String> kept = new ArrayList<>();
    int[] count = new int[1];
    progress.phase("moving");
    Rekey.Done done =
        new Rekey(plan.project(), source.options(), plan.rekey())
            .run(
                move -> {
                  trace.changed(move.stage());
                  progress.entry(move.stage());
                  progress.at(++count[0], plan.rekey().moves().size());
                },
                cancellation,
                failure -> kept.add(failure.sentence()));
    trace.snapshot(done.snapshot().toString());
    return new Done(done, kept);
  }

  @Override
  public Report report(Answers answers, Plan plan, Done result) {
    List<Fact> facts =
        List.of(
            Fact.of("Moved", Texts.count(result.done().moved().size(), "row", "rows")),
            Fact.of("Stages", ChangeRows.named(result.done().moved())),
            Fact.exact("From", answers.to(FROM)),
            Fact.exact("To", answers.to(TO)),
            Fact.exact("Copy", result.done().snapshot().toString()));
    return new Report(
        Tone.SUCCESS,
        "The rows are under the new id, read back and compared.",
        facts,
        result.kept().stream()
            .map(why -> new Notice(Tone.WARNING, "A lock could not be given back: " + why + "."))
            .toList(),
        List.of(
            new Report.Next(
                "Move them back…",
                Icons.UNDO,
                true,
                () -> context.start(new Errand.Rekey(answers.to(TO), answers.to(FROM)))),
            new Report.Next(
                "Show receipts", Icons.RECEIPTS, true, () -> context.open(Place.RECEIPTS))));
  }
}
