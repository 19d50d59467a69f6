package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.report.Html;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DriftPageTablesTest {

  @Test
  void whatIsIgnoredIsListedWithItsSeverity() {
    assertThat(table("ignored"))
        .containsExactly(
            "Ignored 1",
            "Severity | Where | What | Why | Until",
            "To look at | receipt qa functions[api] config · signature | the memory was changed"
                + " | as agreed | 2026-12-31");
    assertThat(page(SampleReport.full()).select("span.pill").attr("class"))
        .isEqualTo("pill warning");
  }

  @Test
  void whatIsResolvedIsListedWithWhatItWas() {
    assertThat(table("resolved-since-the-baseline"))
        .containsExactly(
            "Resolved since the baseline 2",
            "Where | What it was",
            "receipt old functions[old] config · missing-function | it was missing",
            "receipt older provider · orphan | it was alone");
  }

  @Test
  void whatWasAskedIsListedWithWhatAnswered() {
    assertThat(table("endpoints"))
        .containsExactly(
            "Endpoints 2",
            "Where | URL | Status | Latency | Certificate",
            "receipt dev outputs.url 8.8.8.8 | https://api.example.com/ | 302 | 17 ms"
                + " | until 2026-03-14",
            "receipt qa outputs.hook | http://hook.example.com/ | no answer |  | ");
  }

  @Test
  void whatWasNotCheckedIsListedOnceForEachReason() {
    assertThat(table("not-checked"))
        .containsExactly(
            "Not checked 3",
            "Compared with | What | Why",
            "provider | everything | nobody may ask",
            "config | signature of a in receipt dev signature of b in receipt dev | there is none");
  }

  @Test
  void aTableThatWouldBeEmptyIsNotThere() {
    assertThat(page(SampleReport.clean()).select("section, table")).isEmpty();
  }

  @Test
  void tablesStandBesideEachOtherNotWithin() {
    assertThat(page(SampleReport.full()).select("body > section > div.card > table > tbody"))
        .hasSize(4);
  }

  // The title, the titles of the columns and the rows.
  private static List<String> table(String id) {
    Element section =
        page(SampleReport.full()).expectFirst("section[aria-labelledby=" + id + "-title]");
    List<String> lines = new ArrayList<>(section.select("h2").eachText());
    for (Element row : section.select("tr")) {
      lines.add(String.join(" | ", row.select("th, td").stream().map(Element::text).toList()));
    }
    return lines;
  }

  private static Document page(DriftReport report) {
    Html html = new Html();
    new DriftPageTables(html, new DriftPageParts(html, Redactor.masking())).write(report);
    return Jsoup.parse(html.document());
  }
}
