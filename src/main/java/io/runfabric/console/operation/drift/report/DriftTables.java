package io.runfabric.console.operation.drift.report;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftBaseline;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.report.Csv;
import io.runfabric.console.operation.report.Markdown;
import java.util.ArrayList;
import java.util.List;

/// A report as tables: for spreadsheets, and for a comment on a change.
record DriftTables(Redactor redactor) {

  private static final List<String> TITLES =
      List.of(
          "state",
          "severity",
          "category",
          "rule",
          "entry",
          "path",
          "expected",
          "actual",
          "sentence",
          "evidence",
          "step",
          "id");

  /// Every finding, what is ignored, known or resolved, and what was not checked, a line each.
  String csv(DriftReport report) {
    List<List<String>> rows = new ArrayList<>(List.of(TITLES));
    report.findings().forEach(finding -> rows.add(row("found", finding)));
    report.ignored().forEach(one -> rows.add(row("ignored", one.finding())));
    report.known().forEach(finding -> rows.add(row("known", finding)));
    report.resolved().forEach(past -> rows.add(row(past)));
    report
        .notChecked()
        .forEach(one ->
            rows.add(
                List.of(
                    "not checked",
                    "",
                    one.against().word(),
                    "",
                    one.what(),
                    "",
                    "",
                    "",
                    redactor.text(one.reason()),
                    "",
                    "",
                    "")));
    return Csv.of(rows);
  }

  private List<String> row(DriftBaseline.Past past) {
    return List.of(
        "resolved",
        past.severity(),
        past.category(),
        past.rule(),
        past.entry(),
        past.path(),
        "",
        "",
        redactor.text(past.sentence()),
        "",
        "",
        past.id());
  }

  private List<String> row(String state, DriftFinding finding) {
    return List.of(
        state,
        finding.gravity().word(),
        finding.against().word(),
        finding.rule(),
        finding.entry(),
        finding.path(),
        redactor.text(finding.expected()),
        redactor.text(finding.actual()),
        redactor.text(finding.sentence()),
        redactor.text(finding.evidence()),
        finding.step(),
        finding.id());
  }

  /// For people: what it comes to, the findings, and what was not looked at.
  String markdown(DriftReport report, DriftFile.About about, Gravity failOn) {
    StringBuilder text = new StringBuilder();
    DriftSummary summary = DriftSummary.of(report, failOn);
    text.append("# ")
        .append(report.drifted(failOn) ? "Drift in " : "Drift report of ")
        .append(Markdown.field(about.service()))
        .append("\n\n")
        .append(Markdown.field(about.location()))
        .append(", ")
        .append(about.time())
        .append("\n\n")
        .append(summary.verdict().sentence())
        .append(' ')
        .append(summary.sentence())
        .append('\n');
    if (!report.findings().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("severity", "entry", "path", "what", "expected", "actual", "id"));
      report
          .findings()
          .forEach(finding ->
              rows.add(
                  List.of(
                      finding.gravity().word(),
                      finding.entry(),
                      finding.path(),
                      redactor.text(finding.sentence()),
                      redactor.text(finding.expected()),
                      redactor.text(finding.actual()),
                      finding.id())));
      text.append("\n## Findings\n\n").append(Markdown.of(rows));
    }
    if (!report.resolved().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("severity", "entry", "path", "what", "id"));
      report
          .resolved()
          .forEach(past ->
              rows.add(
                  List.of(
                      past.severity(),
                      past.entry(),
                      past.path(),
                      redactor.text(past.sentence()),
                      past.id())));
      text.append("\n## Resolved since the baseline\n\n").append(Markdown.of(rows));
    }
    if (!report.endpoints().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("entry", "url", "status", "latency", "certificate"));
      report.endpoints().forEach(endpoint -> rows.add(row(endpoint)));
      text.append("\n## Endpoints\n\n").append(Markdown.of(rows));
    }
    if (!report.notChecked().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("category", "what", "why"));
      report
          .notChecked()
          .forEach(one ->
              rows.add(List.of(one.against().word(), one.what(), redactor.text(one.reason()))));
      text.append("\n## Not checked\n\n").append(Markdown.of(rows));
    }
    return text.toString();
  }

  private List<String> row(DriftReport.Endpoint endpoint) {
    EndpointWords words = new EndpointWords(endpoint);
    return List.of(
        endpoint.entry(),
        redactor.text(endpoint.url()),
        words.status(),
        words.latency(),
        words.certificate());
  }
}
