package io.runfabric.console.cli.output;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.cutover.Cutover;
import io.runfabric.console.operation.migrate.Ends;
import io.runfabric.console.operation.migrate.Migration;
import io.runfabric.console.operation.migrate.MigrationPlan;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A migration for people.
public record MigrationText(
    PrintStream out, boolean coloured, Redactor redactor, Migration migration) {

  /// What would be done.
  ///
  /// @param locks whether to tell who holds what would be locked
  public void plan(MigrationPlan plan, boolean locks) {
    Ends ends = migration.ends();
    out.println("From " + Plain.text(ends.source().backend().location()));
    out.println("to   " + Plain.text(ends.target().backend().location()));
    out.println();
    ChangeText text = new ChangeText(out, coloured, redactor, "the source");
    text.plan(plan.changes());
    plan.leftBehind()
        .forEach(document ->
            out.println(
                Style.DANGER.paint("Does not load: ", coloured)
                    + Plain.text(document.ref().key() + ", " + document.reason())));
    plan.stays().forEach(words -> out.println(Plain.text(words) + "."));
    plan.otherServices()
        .forEach((service, count) ->
            out.println(
                "Stays: "
                    + count
                    + (count == 1 ? " entry" : " entries")
                    + " of service "
                    + Plain.text(service)
                    + "."));
    plan.warnings()
        .forEach(warning ->
            out.println(Style.WARNING.paint("Mind: ", coloured) + Plain.text(warning) + "."));
    if (locks) {
      text.standings(plan.standings());
    }
    plan.cutover()
        .ifPresent(cutover ->
            out.println(
                cutover.nothingToDo()
                    ? cutover.file() + " leads to the target already."
                    : "Afterwards " + cutover.file() + " leads to the target:"));
    plan.cutover().filter(cutover -> !cutover.nothingToDo()).ifPresent(this::lines);
  }

  private void lines(Cutover cutover) {
    for (Cutover.Line line : cutover.lines()) {
      switch (line) {
        case Cutover.Line.Removed(String text) ->
            out.println(Style.DANGER.paint("  - " + Plain.text(text), coloured));
        case Cutover.Line.Added(String text) ->
            out.println(Style.GOOD.paint("  + " + Plain.text(text), coloured));
      }
    }
  }

  /// What was done.
  public void result(MigrationPlan plan, Migration.Result result) {
    Outcome outcome = result.outcome();
    long there = plan.changes().changes().stream().filter(PlannedChange::arrives).count();
    out.println();
    out.println(
        Style.GOOD.paint(
                outcome.done().size()
                    + (outcome.done().size() == 1 ? " document" : " documents")
                    + " migrated",
                coloured)
            + ", "
            + (there - outcome.done().size())
            + " there already. All "
            + there
            + " were read back and compared by digest.");
    out.println("Digest over all: " + Migration.digest(plan));
    out.println(
        "Time: "
            + result.phases().stream()
                .map(phase -> phase.name() + " " + seconds(phase.time()))
                .collect(Collectors.joining(", ")));
    result
        .before()
        .ifPresent(file ->
            out.println(
                "What the target held before is in "
                    + Plain.text(file.toString())
                    + "; state restore --file puts it back."));
    leftBehind(plan);
    if (result.keptConfiguration().isPresent()) {
      Path kept = result.keptConfiguration().get();
      Path file = migration.ends().source().project().file();
      out.println(
          "The configuration leads to the target now. To go back: " + Plain.text(back(kept, file)));
      out.println("The source is as it was; remove it once you are sure.");
    } else {
      out.println("The source is as it was, and the configuration is let be.");
    }
  }

  private void leftBehind(MigrationPlan plan) {
    if (!plan.leftBehind().isEmpty()) {
      out.println(
          Style.WARNING.paint("Left at the source, as it does not load: ", coloured)
              + Plain.text(
                  plan.leftBehind().stream()
                      .map(document -> document.ref().key())
                      .collect(Collectors.joining(", "))));
    }
  }

  /// The command that points the configuration at the source again.
  static String back(Path kept, Path file) {
    return ShellWords.line(List.of("cp", kept.toString(), file.toString()));
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  /// Why not everything was migrated.
  public static ErrorReport incomplete(Migration.Result result) {
    return Incomplete.report(
        result.outcome(), "migrated", ", as does state migrate --resume; the source is as it was");
  }
}
