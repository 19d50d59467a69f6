package io.runfabric.console.operation.drift.report;

import io.runfabric.console.operation.drift.DriftBaseline;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.Endpoint;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.report.Html;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables of what does not count: what is ignored, what is gone, and what was not checked.
record DriftPageTables(Html html, DriftPageParts parts) {

  void write(DriftReport report) {
    ignored(report.ignored());
    resolved(report.resolved());
    endpoints(report.endpoints());
    notChecked(report.notChecked());
  }

  private void ignored(List<IgnoredFinding> ignored) {
    if (ignored.isEmpty()) {
      return;
    }
    parts.table("Ignored", ignored.size(), "Severity", "Where", "What", "Why", "Until");
    for (IgnoredFinding one : ignored) {
      DriftFinding finding = one.finding();
      html.open("tr");
      parts.severity(finding.gravity());
      parts.where(
          finding.entry(), finding.path(), finding.against().word() + " · " + finding.rule());
      html.leaf("td", parts.shown(finding.sentence()), "class", "said");
      html.leaf("td", parts.shown(one.reason()), "class", "said");
      html.leaf("td", one.until().toString(), "class", "nowrap").end();
    }
    parts.endTable();
  }

  private void resolved(List<DriftBaseline.Past> resolved) {
    if (resolved.isEmpty()) {
      return;
    }
    parts.table("Resolved since the baseline", resolved.size(), "Where", "What it was");
    for (DriftBaseline.Past past : resolved) {
      html.open("tr");
      parts.where(past.entry(), past.path(), parts.shown(past.category() + " · " + past.rule()));
      html.leaf("td", parts.shown(past.sentence()), "class", "said").end();
    }
    parts.endTable();
  }

  private void endpoints(List<Endpoint> endpoints) {
    if (endpoints.isEmpty()) {
      return;
    }
    parts.table("Endpoints", endpoints.size(), "Where", "URL", "Status", "Latency", "Certificate");
    for (Endpoint endpoint : endpoints) {
      EndpointWords words = new EndpointWords(endpoint);
      html.open("tr");
      parts.where(
          endpoint.entry(), endpoint.path(), endpoint.address().map(parts::shown).orElse(""));
      html.open("td").leaf("code", parts.shown(endpoint.url()), "class", "path").close();
      html.leaf("td", words.status(), "class", "nowrap");
      html.leaf("td", words.latency(), "class", "nowrap");
      html.leaf("td", words.certificate(), "class", "nowrap").end();
    }
    parts.endTable();
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
    parts.table("Not checked", notChecked.size(), "Compared with", "What", "Why");
    byReason.forEach((reason, what) -> {
      html.open("tr").leaf("td", reason.getFirst());
      html.open("td", "class", "path");
      what.forEach(one -> html.leaf("div", parts.shown(one)));
      html.close().leaf("td", parts.shown(reason.getLast()), "class", "said").end();
    });
    parts.endTable();
  }
}
