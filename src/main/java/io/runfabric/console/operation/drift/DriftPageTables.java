package io.runfabric.console.operation.drift;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.report.Html;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The findings as a table, and tables of what is ignored, what is gone and what was not checked.
record DriftPageTables(Html html, Redactor redactor) {

  private static final int LONGEST = 2_000;

  void write(DriftReport report) {
    findings(report);
    ignored(report.ignored());
    resolved(report.resolved());
    notChecked(report.notChecked());
  }

  private void findings(DriftReport report) {
    begin("Findings", report.findings().size());
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

  private void row(DriftFinding finding, DriftReport report) {
    html.open(
        "tr", "data-severity", finding.gravity().word(), "data-category", finding.against().word());
    html.open("td");
    pill(finding.gravity());
    html.close();
    where(finding.entry(), finding.path(), finding.against().word() + " · " + finding.rule());
    html.open("td").leaf("div", shown(finding.sentence()), "class", "said");
    if (!finding.evidence().isEmpty()) {
      html.leaf("div", "Seen: " + shown(finding.evidence()), "class", "small");
    }
    if (!finding.step().isEmpty()) {
      html.open("div").leaf("code", shown(finding.step()), "class", "step").close();
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
      html.leaf("code", shown(value), "class", "value " + kind);
    }
    html.close();
  }

  private void where(String entry, String path, String rule) {
    html.open("td").leaf("div", shown(entry), "class", "entry");
    if (!path.isEmpty()) {
      html.open("div").leaf("code", shown(path), "class", "path").close();
    }
    html.leaf("div", rule, "class", "small").close();
  }

  private void ignored(List<IgnoredFinding> ignored) {
    if (ignored.isEmpty()) {
      return;
    }
    table("Ignored", ignored.size(), "Severity", "Where", "What", "Why", "Until");
    for (IgnoredFinding one : ignored) {
      DriftFinding finding = one.finding();
      html.open("tr").open("td");
      pill(finding.gravity());
      html.close();
      where(finding.entry(), finding.path(), finding.against().word() + " · " + finding.rule());
      html.leaf("td", shown(finding.sentence()), "class", "said");
      html.leaf("td", shown(one.reason()), "class", "said");
      html.leaf("td", one.until().toString(), "class", "nowrap").end();
    }
    endTable();
  }

  private void resolved(List<DriftBaseline.Past> resolved) {
    if (resolved.isEmpty()) {
      return;
    }
    table("Resolved since the baseline", resolved.size(), "Where", "What it was");
    for (DriftBaseline.Past past : resolved) {
      html.open("tr");
      where(past.entry(), past.path(), shown(past.category() + " · " + past.rule()));
      html.leaf("td", shown(past.sentence()), "class", "said").end();
    }
    endTable();
  }

  // The same reason is often that of many.
  private void notChecked(List<NotChecked> notChecked) {
    if (notChecked.isEmpty()) {
      return;
    }
    Map<List<String>, List<String>> byReason = new LinkedHashMap<>();
    for (NotChecked one : notChecked) {
      byReason
          .computeIfAbsent(List.of(one.against().word(), one.reason()), _ -> new ArrayList<>())
          .add(one.what());
    }
    table("Not checked", notChecked.size(), "Compared with", "What", "Why");
    byReason.forEach((reason, what) -> {
      html.open("tr").leaf("td", reason.getFirst());
      html.open("td", "class", "path");
      what.forEach(one -> html.leaf("div", shown(one)));
      html.close().leaf("td", shown(reason.getLast()), "class", "said").end();
    });
    endTable();
  }

  private void begin(String title, int count) {
    String id = title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-title";
    html.open("section", "aria-labelledby", id);
    html.open("h2", "id", id).text(title + " ");
    html.leaf("span", Integer.toString(count), "class", "number").end();
  }

  private void table(String title, int count, String... columns) {
    begin(title, count);
    html.open("div", "class", "card scroll").open("table").open("thead").open("tr");
    for (String column : columns) {
      html.leaf("th", column, "scope", "col");
    }
    html.end().end().open("tbody");
  }

  private void endTable() {
    html.end().end().end().end();
  }

  private void column(String title, String width) {
    html.open("th", "scope", "col", "class", width);
    html.leaf("button", title, "type", "button", "disabled", "").close();
  }

  private void pill(Gravity gravity) {
    html.leaf("span", DriftCharts.title(gravity), "class", "pill " + gravity.word());
  }

  private String shown(String text) {
    return shortened(redactor.text(text));
  }

  /// A value that is too long to be read is cut, which is said.
  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end)
        + "… (shortened: "
        + String.format(Locale.ROOT, "%,d", text.length())
        + " characters)";
  }
}
