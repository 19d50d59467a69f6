package io.runfabric.console.cli.output;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.Endpoint;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.report.DriftSummary;
import java.io.PrintStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Drift for people: what differs, how one can tell, what could not be looked at.
public record DriftText(PrintStream out, boolean coloured, Redactor redactor) {

  private static final int MOST_NOT_CHECKED = 12;

  public void print(DriftReport report, Gravity failOn) {
    report.findings().forEach(finding -> print(finding, report));
    notChecked(report);
    report
        .ignored()
        .forEach(one ->
            out.println(
                Style.FAINT.paint(
                    "Ignored until "
                        + one.until()
                        + ": "
                        + shown(one.finding().entry())
                        + ", "
                        + shown(one.finding().sentence())
                        + " ("
                        + shown(one.reason())
                        + ")",
                    coloured)));
    endpoints(report.endpoints());
    out.println(summary(report, failOn));
  }

  private void endpoints(List<Endpoint> asked) {
    List<Long> answered = asked.stream().flatMap(one -> one.latency().stream()).toList();
    if (!asked.isEmpty()) {
      out.println(
          (answered.size() == asked.size() ? "" : answered.size() + " of ")
              + asked.size()
              + (asked.size() == 1 ? " endpoint answered" : " endpoints answered")
              + (answered.isEmpty()
                  ? "."
                  : ", the slowest in " + Collections.max(answered) + " ms."));
    }
  }

  private void print(DriftFinding finding, DriftReport report) {
    Style style =
        switch (finding.gravity()) {
          case INFO -> Style.NOTICE;
          case WARNING -> Style.WARNING;
          case CRITICAL -> Style.DANGER;
        };
    out.println(
        style.paint(finding.gravity().word() + "  " + shown(finding.entry()), coloured)
            + (finding.path().isEmpty() ? "" : "  " + shown(finding.path()))
            + "  "
            + Style.FAINT.paint(finding.against().word() + " " + finding.id(), coloured));
    out.println("  " + shown(finding.sentence()));
    if (!finding.expected().isEmpty()) {
      out.println("  expected  " + Style.GOOD.paint(shown(finding.expected()), coloured));
    }
    if (!finding.actual().isEmpty()) {
      out.println("  actual    " + Style.DANGER.paint(shown(finding.actual()), coloured));
    }
    if (!finding.evidence().isEmpty()) {
      out.println("  seen      " + Style.FAINT.paint(shown(finding.evidence()), coloured));
    }
    if (!finding.step().isEmpty()) {
      out.println("  " + Style.NOTICE.paint(shown(finding.step()), coloured));
    }
    if (report.expired().containsKey(finding.id())) {
      out.println("  It was to be ignored until " + report.expired().get(finding.id()) + ".");
    }
    out.println();
  }

  // The same reason is often that of many.
  private void notChecked(DriftReport report) {
    Map<String, Integer> more = new LinkedHashMap<>();
    int told = 0;
    for (NotChecked one : report.notChecked()) {
      if (told++ < MOST_NOT_CHECKED) {
        out.println(
            Style.WARNING.paint("Not checked: ", coloured)
                + (one.everything() ? one.against().word() : shown(one.what()))
                + ", as "
                + shown(one.reason())
                + ".");
      } else {
        more.merge(one.reason(), 1, Integer::sum);
      }
    }
    more.forEach((reason, count) ->
        out.println(
            Style.WARNING.paint("Not checked: ", coloured)
                + count
                + " more, as "
                + shown(reason)
                + "."));
    if (told > 0) {
      out.println();
    }
  }

  private String summary(DriftReport report, Gravity failOn) {
    DriftSummary summary = DriftSummary.of(report, failOn);
    Style style =
        switch (summary.verdict()) {
          case DRIFT -> Style.WARNING;
          case NO_DRIFT -> Style.GOOD;
          case NO_DRIFT_AS_FAR_AS_CHECKED -> Style.NOTICE;
        };
    return style.paint(summary.verdict().sentence() + " ", coloured) + summary.sentence();
  }

  private String shown(String text) {
    return Plain.text(redactor.text(text));
  }
}
