package io.runfabric.console.ui.moving;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.cutover.Cutover;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.Doctor;
import io.runfabric.console.operation.doctor.Verdict;
import io.runfabric.console.operation.migrate.Ends;
import io.runfabric.console.operation.migrate.Migration;
import io.runfabric.console.operation.migrate.MigrationMemory;
import io.runfabric.console.operation.migrate.MigrationPlan;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Moves the project's state to another backend.
record Migrating(ViewContext context, ProjectModel.Source source)
    implements Wizard<Migrating.Plan, Migration.Result> {

  private static final int MOST_FINDINGS = 3;

  Migrating(ViewContext context) {
    this(context, context.project().sourceProperty().get());
  }

  /// One end, as it was looked over.
  record End(String kind, String location, Diagnosis diagnosis) {}

  /// @param configuration the file that is pointed at the target, if it is
  record Plan(MigrationPlan migration, String service, Path configuration, End from, End to) {}

  @Override
  public String title() {
    return "Migrate to another backend";
  }

  @Override
  public Answers initial() {
    return MigrateAnswers.INITIAL;
  }

  @Override
  public List<FieldProblem> problems(Page page, Answers answers) {
    return new MigrateAnswers(answers).problems(page);
  }

  @Override
  public String task(Answers answers) {
    return "Migrating " + context.project().folderName();
  }

  private Ends ends(Answers answers) throws Exception {
    return Ends.open(
        new MigrateAnswers(answers).route(source.request(), source.options()), source.options());
  }

  private Migration migration(Ends ends, Answers answers) {
    return new Migration(
        ends, source.request(), new MigrateAnswers(answers).request(), SafetyCopy.byThisProgram());
  }

  @Override
  public Plan plan(Answers answers, Progress progress, Cancellation cancellation) throws Exception {
    MigrateAnswers given = new MigrateAnswers(answers);
    progress.phase("checking the source");
    Diagnosis from =
        new Doctor(source.request(), source.options(), /* mayWrite= */ false)
            .examine(_ -> {}, cancellation);
    progress.phase("checking the target");
    Diagnosis to =
        new Doctor(
                given.target(source.request()),
                given.target(source.options()),
                /* mayWrite= */ false)
            .examine(_ -> {}, cancellation);
    try (Ends ends = ends(answers)) {
      return new Plan(
          migration(ends, answers).plan(progress, cancellation),
          ends.source().project().service(),
          ends.source().project().file(),
          end(ends.source(), ends.from().word(), from),
          end(ends.target(), ends.to().word(), to));
    }
  }

  private static End end(ProjectSession session, String kind, Diagnosis diagnosis) {
    return new End(kind, session.backend().location(), diagnosis);
  }

  @Override
  public Preview preview(Answers answers, Plan plan) {
    MigrationPlan migration = plan.migration();
    List<Notice> notices = new ArrayList<>();
    migration
        .warnings()
        .forEach(warning -> notices.add(new Notice(Tone.WARNING, Texts.sentence(warning) + ".")));
    notices.addAll(ChangeRows.locks(migration.standings()));
    if (!migration.leftBehind().isEmpty() && new MigrateAnswers(answers).request().allowPartial()) {
      notices.add(new Notice(Tone.WARNING, "Left behind: " + leftBehind(migration) + "."));
    }
    migration
        .stays()
        .forEach(words -> notices.add(new Notice(Tone.NEUTRAL, Texts.sentence(words) + ".")));
    migration
        .otherServices()
        .forEach((service, count) ->
            notices.add(
                new Notice(
                    Tone.NEUTRAL,
                    Texts.count(count, "entry", "entries")
                        + " of service `"
                        + service
                        + "` stay at the source.")));
    migration.cutover().ifPresent(cutover -> notices.add(cutover(cutover)));
    return new Preview(
        ChangeRows.sentence(migration.changes()),
        notices,
        List.of(exhibit("From", plan.from()), exhibit("To", plan.to())),
        ChangeRows.of(migration.changes(), "the source"),
        ChangeRows.guard(migration.changes().changes()),
        obstacle(answers, migration),
        "Migrate",
        Tone.ACCENT);
  }

  private static Notice cutover(Cutover cutover) {
    if (cutover.nothingToDo()) {
      return new Notice(Tone.NEUTRAL, "`" + cutover.file() + "` leads to the target already.");
    }
    String lines =
        cutover.lines().stream()
            .map(line ->
                switch (line) {
                  case Cutover.Line.Removed(String text) -> "`- " + text.strip() + "`";
                  case Cutover.Line.Added(String text) -> "`+ " + text.strip() + "`";
                })
            .collect(Collectors.joining("\n"));
    return new Notice(
        Tone.ACCENT, "Afterwards `" + cutover.file().getFileName() + "` changes:\n" + lines);
  }

  private static String leftBehind(MigrationPlan migration) {
    return ChangeRows.named(
        migration.leftBehind().stream()
            .map(document -> "`" + document.ref().key() + "` (" + document.reason() + ")")
            .toList());
  }

  private static String obstacle(Answers answers, MigrationPlan migration) {
    String conflicts = ChangeRows.obstacle(migration.changes());
    if (!conflicts.isEmpty()) {
      return conflicts;
    }
    if (!migration.leftBehind().isEmpty()
        && !new MigrateAnswers(answers).request().allowPartial()) {
      return "Not everything loads, and would be left behind: "
          + leftBehind(migration)
          + ". Mend it, or go back and agree to leave it behind.";
    }
    return migration.nothing() ? "There is nothing to do: the target holds all of it." : "";
  }

  private static Exhibit exhibit(String title, End end) {
    Severity worst = end.diagnosis().worst();
    String found =
        end.diagnosis().findings().stream()
            .filter(finding -> finding.severity() == worst)
            .filter(_ -> worst.compareTo(Severity.INFO) > 0)
            .map(Finding::evidence)
            .distinct()
            .limit(MOST_FINDINGS)
            .map(detail -> " " + Texts.sentence(detail) + ".")
            .collect(Collectors.joining());
    Tone tone =
        switch (worst) {
          case OK, INFO -> Tone.SUCCESS;
          case NOT_CHECKED, WARNING -> Tone.WARNING;
          case CRITICAL -> Tone.DANGER;
        };
    return new Exhibit(
        title,
        end.kind(),
        Tone.NEUTRAL,
        List.of(Fact.exact("Location", end.location())),
        Verdict.of(worst).sentence() + found,
        tone);
  }

  @Override
  public List<String> command(Answers answers) {
    return new MigrateAnswers(answers).command();
  }

  @Override
  public Optional<Deed> deed(Answers answers, Plan plan) {
    return Optional.of(
        new Deed("state migrate", command(answers), plan.service(), answers.to("stage")));
  }

  @Override
  public Migration.Result apply(
      Answers answers, Plan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws Exception {
    MigrationMemory memory = new MigrationMemory(context.writes().folder());
    try (Ends ends = ends(answers)) {
      Migration migration = migration(ends, answers);
      List<String> line = context.project().commandWords(command(answers));
      memory.remember(ends.source().project(), migration.lasting(line.subList(1, line.size())));
      Migration.Result result = migration.apply(plan.migration(), trace, progress, cancellation);
      if (result.outcome().complete()) {
        memory.forget(ends.source().project());
      }
      return result;
    }
  }

  @Override
  public Report report(Answers answers, Plan plan, Migration.Result result) {
    boolean complete = result.outcome().complete();
    int done = result.outcome().done().size();
    long there =
        plan.migration().changes().changes().stream().filter(PlannedChange::arrives).count();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Copied", Texts.count(done, "document", "documents")));
    if (complete) {
      facts.add(Fact.of("There before", Texts.number(there - done)));
      facts.add(Fact.exact("Digest", Migration.digest(plan.migration()).toString()));
    }
    facts.add(Fact.exact("From", plan.from().location()));
    facts.add(Fact.exact("To", plan.to().location()));
    facts.add(
        Fact.of(
            "Time",
            result.phases().stream()
                .map(phase ->
                    String.format(
                        Locale.ROOT, "%s %.2f s", phase.name(), phase.time().toMillis() / 1000.0))
                .collect(Collectors.joining(", "))));
    result.before().ifPresent(file -> facts.add(Fact.exact("Before", file.toString())));
    List<Report.Next> next = new ArrayList<>();
    List<Notice> notices = new ArrayList<>(ChangeRows.unfinished(result.outcome()));
    result
        .keptConfiguration()
        .ifPresent(kept -> {
          String back =
              ShellWords.line(List.of("cp", kept.toString(), plan.configuration().toString()));
          notices.add(
              new Notice(
                  Tone.NEUTRAL,
                  "The configuration leads to the target now. To go back: `" + back + "`"));
          next.add(
              new Report.Next("Copy the way back", Icons.UNDO, false, () -> context.copy(back)));
        });
    if (complete) {
      notices.add(
          new Notice(Tone.NEUTRAL, "The source is as it was; remove it once you are sure."));
    }
    next.add(new Report.Next("Check health", Icons.HEALTH, true, () -> context.open(Place.HEALTH)));
    return new Report(
        complete ? Tone.SUCCESS : Tone.DANGER,
        complete
            ? "All of it is at the target, read back and compared by digest."
            : "It did not come to its end: some of it is at the target. The source is as it was.",
        facts,
        notices,
        next);
  }
}
