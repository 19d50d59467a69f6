package io.runfabric.console.cli.output;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.recover.Runbook;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.operation.recover.Step;
import io.runfabric.console.operation.recover.Urgency;
import java.io.PrintStream;

/// A runbook for people: what is the matter, how one can tell, what to do.
public final class RunbookText {

  private final PrintStream out;
  private final boolean coloured;
  private final Redactor redactor;

  public RunbookText(PrintStream out, boolean coloured, Redactor redactor) {
    this.out = out;
    this.coloured = coloured;
    this.redactor = redactor;
  }

  public void print(Runbook runbook) {
    if (runbook.situations().isEmpty()) {
      out.println(Style.GOOD.paint("Nothing to recover.", coloured));
      return;
    }
    runbook.situations().forEach(this::print);
    long pressing =
        runbook.situations().stream().filter(found -> found.urgency() != Urgency.NOTE).count();
    out.println(
        runbook.needsAction()
            ? Style.WARNING.paint(
                pressing == 1
                    ? "1 thing to recover. Take its steps in their order."
                    : pressing + " things to recover. Take the steps in their order.",
                coloured)
            : Style.GOOD.paint("Nothing to recover; there are notes above.", coloured));
  }

  private void print(Situation situation) {
    Style style =
        switch (situation.urgency()) {
          case NOTE -> Style.NOTICE;
          case WARNING -> Style.WARNING;
          case CRITICAL -> Style.DANGER;
        };
    String stage = situation.stage().isEmpty() ? "" : "  stage " + shown(situation.stage());
    out.println(
        style.paint(situation.urgency().word() + "  " + situation.kind().words() + stage, coloured)
            + "  "
            + Style.FAINT.paint(shown(situation.subject()), coloured));
    out.println("  " + shown(situation.meaning()));
    situation.evidence().forEach(evidence -> out.println("  - " + shown(evidence)));
    int number = 1;
    for (Step step : situation.steps()) {
      out.println("  " + number++ + ". " + shown(step.what()));
      if (!step.command().isEmpty()) {
        out.println("       " + Style.NOTICE.paint(shown(step.command()), coloured));
      }
    }
    out.println();
  }

  private String shown(String text) {
    return Plain.text(redactor.text(text));
  }
}
