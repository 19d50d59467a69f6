package io.runfabric.console.ui.drift;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftIgnoreFile;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Outcome;
import io.runfabric.console.ui.write.Question;
import io.runfabric.console.ui.write.Question.Ask;
import io.runfabric.console.ui.write.Write;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Agrees to live with a finding until a day.
///
/// @param today in UTC
/// @param done told what was agreed
record Ignoring(DriftFinding finding, LocalDate today, Consumer<Ignored> done)
    implements Write<Project, Ignored> {

  static final String REASON = "reason";
  static final String UNTIL = "until";

  /// How long, in words, and the days.
  private enum Span {
    WEEK("a week", 7),
    MONTH("30 days", 30),
    QUARTER("90 days", 90),
    YEAR("a year", 365);

    private final String words;
    private final int days;

    Span(String words, int days) {
      this.words = words;
      this.days = days;
    }

    String choice(LocalDate from) {
      return from.plusDays(days) + ", " + words;
    }
  }

  @Override
  public String title() {
    return "Ignoring a finding";
  }

  @Override
  public Project look(ProjectSession session, Cancellation cancellation) {
    return session.project();
  }

  @Override
  public Question ask(Project project) {
    return new Question(
        "Live with this finding?",
        Texts.sentence(Redactor.masking().text(finding.entry() + ": " + finding.sentence()))
            + ". It is still counted, as ignored, here and in every report. The agreement is"
            + " written to `.runfabric/drift-ignore.yml`, for everybody who works on the project.",
        List.of(),
        List.of(
            new Ask(REASON, "Reason", "Why it is all right", "", List.of(), true, ""),
            new Ask(
                UNTIL,
                "Until",
                "",
                "The last day; afterwards it counts again.",
                List.of(
                    Span.WEEK.choice(today),
                    Span.MONTH.choice(today),
                    Span.QUARTER.choice(today),
                    Span.YEAR.choice(today)),
                true,
                Span.MONTH.choice(today))),
        _ -> Optional.empty(),
        "Ignore",
        Tone.ACCENT);
  }

  private Ignored wanted(Answers answers) {
    String until = answers.to(UNTIL);
    return new Ignored(
        finding.id(),
        answers.to(REASON),
        until.isEmpty() ? today : LocalDate.parse(until.substring(0, until.indexOf(','))));
  }

  @Override
  public Deed deed(Project project, Answers answers) {
    Ignored wanted = wanted(answers);
    return new Deed(
        "drift ignore",
        List.of(
            "drift",
            "ignore",
            wanted.id(),
            "--reason",
            wanted.reason(),
            "--until",
            wanted.until().toString()),
        project.service(),
        finding.stage());
  }

  @Override
  public Ignored apply(
      ProjectSession session,
      Project project,
      Answers answers,
      Trace trace,
      Cancellation cancellation)
      throws BackendException, InvalidProjectException {
    Ignored wanted = wanted(answers);
    Optional<String> complaint = DriftIgnoreFile.complaint(wanted, today);
    if (complaint.isPresent()) {
      throw new BackendException(
          BackendException.Code.INVALID, "the " + complaint.get(), "write it anew");
    }
    new DriftIgnoreFile(project).ignore(wanted, trace);
    return wanted;
  }

  @Override
  public Outcome tell(Ignored agreed) {
    done.accept(agreed);
    return new Outcome(
        Tone.SUCCESS,
        "It is ignored until " + agreed.until() + ".",
        List.of("The list is `.runfabric/drift-ignore.yml` in the project's folder."));
  }
}
