package io.runfabric.console.operation.drift.report;

import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.report.Html;
import java.util.Arrays;

/// The findings as a table, with what filters it. The script shows the filter; without it all is
/// there.
record DriftPageFindings(Html html, DriftPageParts parts) {

  void write(DriftReport report) {
    parts.begin("Findings", report.findings().size());
    if (report.findings().isEmpty()) {
      nothing(report);
    } else {
      filters(report);
      html.open("div", "class", "card");
      html.open("div", "class", "scroll");
      html.open("table", "id", "findings", "class", "findings", "aria-label", "Findings");
      html.open("thead").open("tr");
      column("Severity", "w-severity");
      column("Where", "w-where");
      column("What", "w-what");
      html.leaf("th", "Expected", "scope", "col", "class", "w-value");
      html.leaf("th", "Actual", "scope", "col", "class", "w-value");
      html.end().end();
      html.open("tbody");
      report.findings().forEach(finding -> row(finding, report));
      html.end().end().end();
      html.leaf("p", "No finding fits the filter.", "id", "nothing", "hidden", "");
      html.end();
    }
    html.end();
  }

  private void nothing(DriftReport report) {
    boolean all = report.notChecked().isEmpty();
    html.open("div", "class", "empty card " + (all ? "good" : "open"));
    DriftPage.icon(html, all ? DriftPage.CHECK : DriftPage.NOTICE);
    html.leaf("strong", report.known().isEmpty() ? "Nothing found" : "Nothing new found");
    html.leaf("p", agreement(report), "class", "muted");
    html.end();
  }

  private static String agreement(DriftReport report) {
    if (!report.notChecked().isEmpty()) {
      return "What could not be checked is listed below.";
    }
    return report.ignored().isEmpty() && report.known().isEmpty()
        ? "What is stored agrees with everything it was compared with."
        : "What there is, is ignored or known from the baseline.";
  }

  private void filters(DriftReport report) {
    html.open("form", "id", "filters", "class", "filters", "role", "search", "hidden", "");
    html.leaf("label", "Search the findings", "for", "search", "class", "unseen");
    html.empty(
        "input", "id", "search", "type", "search", "placeholder", "Search", "autocomplete", "off");
    html.open("fieldset").leaf("legend", "Severity", "class", "unseen");
    for (Gravity gravity : Arrays.asList(Gravity.values()).reversed()) {
      html.open("label");
      html.empty("input", "type", "checkbox", "value", gravity.word(), "checked", "");
      html.open("span").leaf("i", "", "class", gravity.word()).text(DriftCharts.title(gravity));
      html.close().close();
    }
    html.end();
    html.leaf("label", "Compared with", "for", "category", "class", "unseen");
    html.open("select", "id", "category").leaf("option", "Everything compared", "value", "");
    report
        .against()
        .forEach(against -> html.leaf("option", against.word(), "value", against.word()));
    html.end();
    html.open("output", "id", "shown", "for", "search category", "aria-live", "polite").end();
    html.end();
  }

  private void column(String title, String width) {
    html.open("th", "scope", "col", "class", width);
    html.leaf("button", title, "type", "button", "disabled", "").close();
  }

  private void row(DriftFinding finding, DriftReport report) {
    html.open(
        "tr", "data-severity", finding.gravity().word(), "data-category", finding.against().word());
    parts.severity(finding.gravity());
    parts.where(finding.entry(), finding.path(), finding.against().word() + " · " + finding.rule());
    html.open("td").leaf("div", parts.shown(finding.sentence()), "class", "said");
    if (!finding.evidence().isEmpty()) {
      html.leaf("div", "Seen: " + parts.shown(finding.evidence()), "class", "small");
    }
    if (!finding.step().isEmpty()) {
      html.open("div").leaf("code", parts.shown(finding.step()), "class", "step").close();
    }
    if (report.expired().containsKey(finding.id())) {
      html.leaf(
          "div",
          "It was to be ignored until " + report.expired().get(finding.id()) + ".",
          "class",
          "small");
    }
    html.open("div", "class", "small").text("id ").leaf("code", finding.id()).close().close();
    value(finding.expected(), "expected");
    value(finding.actual(), "actual");
    html.end();
  }

  private void value(String value, String kind) {
    html.open("td");
    if (value.isEmpty()) {
      html.leaf("span", "–", "class", "none");
    } else {
      html.leaf("code", parts.shown(value), "class", "value " + kind);
    }
    html.close();
  }
}
