package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.report.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DriftChartsTest {

  @Test
  void severitiesAreCountedTheGravestFirst() {
    Document page = page(SampleReport.full());

    assertThat(legend(page, 0)).containsExactly("1 Critical", "0 To look at", "1 Good to know");
    assertThat(page.select(".legend i").eachAttr("class"))
        .containsExactly("critical", "warning", "info");
  }

  @Test
  void whatDoesNotCountIsCountedToo() {
    assertThat(legend(page(SampleReport.full()), 1))
        .containsExactly("1 ignored", "3 not checked", "1 known from the baseline", "2 resolved");
    assertThat(legend(page(SampleReport.withoutBaseline()), 1))
        .containsExactly("1 ignored", "3 not checked");
  }

  @Test
  void eachThingComparedWithSaysWhatCameOfIt() {
    Document page = page(SampleReport.full());

    assertThat(page.select(".categories .name").eachText())
        .containsExactly("integrity", "config", "provider", "endpoints");
    assertThat(page.select(".categories .count").eachText())
        .containsExactly("nothing found", "1 found, 2 not checked", "not asked", "1 found");
  }

  @Test
  void whatCouldNotAllBeCheckedIsNotPassedOffAsNothing() {
    assertThat(
            page(report(List.of(), List.of(new NotChecked(Against.CONFIG, "a", "b"))))
                .select(".categories .count")
                .eachText())
        .containsExactly("nothing found, 1 not checked", "nothing found");
  }

  @Test
  void theBarsOfCategoriesAreDrawnAgainstTheLongest() {
    DriftFinding critical = SampleReport.finding(Gravity.CRITICAL, "receipt a", "x");
    DriftFinding warning = SampleReport.finding(Gravity.WARNING, "receipt b", "x");

    Document page = page(report(List.of(critical, warning, warning, SampleReport.BARE), List.of()));

    assertThat(page.select("svg").eachAttr("aria-label"))
        .containsExactly(
            "1 Critical, 2 To look at, 1 Good to know",
            "1 Critical, 2 To look at, 0 Good to know",
            "0 Critical, 0 To look at, 1 Good to know");
    assertThat(rectangles(page, 0))
        .containsExactly("critical 0+250", "warning 250+500", "info 750+250");
    assertThat(rectangles(page, 1)).containsExactly("critical 0+333", "warning 333+667");
    assertThat(rectangles(page, 2)).containsExactly("info 0+333");
  }

  @Test
  void whereNothingIsFoundTheBarsAreEmpty() {
    Document page = page(SampleReport.clean());

    assertThat(page.select("svg.bar")).hasSize(2);
    assertThat(page.select("rect")).isEmpty();
  }

  private static List<String> legend(Document page, int index) {
    return page.select("ul.legend").get(index).select("li").stream()
        .map(line -> line.select("b").text() + " " + line.expectFirst("span").ownText())
        .toList();
  }

  private static List<String> rectangles(Document page, int bar) {
    return page.select("svg.bar").get(bar).select("rect").stream()
        .map((Element one) -> one.className() + " " + one.attr("x") + "+" + one.attr("width"))
        .toList();
  }

  private static DriftReport report(List<DriftFinding> findings, List<NotChecked> notChecked) {
    return new DriftReport(
        List.of(Against.CONFIG, Against.ENDPOINTS),
        List.of(),
        findings,
        List.of(),
        Map.of(),
        notChecked,
        Map.of(),
        List.of(),
        Optional.empty());
  }

  private static Document page(DriftReport report) {
    Html html = new Html();
    new DriftCharts(html).write(report);
    return Jsoup.parse(html.document());
  }
}
