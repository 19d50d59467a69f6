package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.report.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DriftPageFindingsTest {

  private static final NotChecked OPEN =
      new NotChecked(Against.PROVIDER, NotChecked.EVERYTHING, "nobody may ask");

  @Test
  void aFindingIsARowWithAllThatIsKnown() {
    Document page = page(SampleReport.full());

    assertThat(page.select("#findings thead th").eachText())
        .containsExactly("Severity", "Where", "What", "Expected", "Actual");
    assertThat(page.select("#findings thead th").eachAttr("class"))
        .containsExactly("w-severity", "w-where", "w-what", "w-value", "w-value");
    assertThat(page.select("#findings thead button[disabled]")).hasSize(3);
    assertThat(cells(page, 0))
        .containsExactly(
            "Critical",
            "receipt dev outputs.region config · region",
            "it is in another region Seen: seen there runfabric plan --stage dev It was to be"
                + " ignored until 2026-02-28. id "
                + SampleReport.WHOLE.id(),
            "eu-west-1",
            "us-east-1");
    assertThat(page.select("tbody tr").eachAttr("data-severity"))
        .containsExactly("critical", "info");
    assertThat(page.select("tbody tr").eachAttr("data-category"))
        .containsExactly("config", "endpoints");
    assertThat(page.select("code.value").eachAttr("class"))
        .containsExactly("value expected", "value actual");
    assertThat(page.select("code.step").text()).isEqualTo("runfabric plan --stage dev");
    assertThat(page.select("#findings-title").text()).isEqualTo("Findings 2");
  }

  @Test
  void ofWhatIsNotKnownNothingIsSaid() {
    Document page = page(SampleReport.full());

    assertThat(cells(page, 1))
        .containsExactly(
            "Good to know",
            "receipt qa endpoints · status",
            "there is nothing id " + SampleReport.BARE.id(),
            "–",
            "–");
    assertThat(page.select("tbody tr").get(1).select("span.none")).hasSize(2);
  }

  @Test
  void theFilterOffersEverySeverityAndWhatWasComparedWith() {
    Element filters = page(SampleReport.full()).expectFirst("form#filters[hidden]");

    assertThat(filters.select("input[type=checkbox][checked]").eachAttr("value"))
        .containsExactly("critical", "warning", "info");
    assertThat(filters.select("fieldset span").eachText())
        .containsExactly("Critical", "To look at", "Good to know");
    assertThat(filters.select("fieldset i").eachAttr("class"))
        .containsExactly("critical", "warning", "info");
    assertThat(filters.select("option").eachText())
        .containsExactly("Everything compared", "integrity", "config", "provider", "endpoints");
    assertThat(filters.select("option").stream().map(option -> option.attr("value")))
        .containsExactly("", "integrity", "config", "provider", "endpoints");
  }

  @Test
  void agreementIsSaidOnlyWhereEverythingAgrees() {
    assertThat(empty(SampleReport.clean()))
        .isEqualTo(
            "empty card good: Nothing found What is stored agrees with everything it was compared"
                + " with.");
  }

  @Test
  void whatCouldNotBeCheckedIsNotTakenForGood() {
    assertThat(empty(SampleReport.report(List.of(), List.of(OPEN), "as agreed")))
        .isEqualTo("empty card open: Nothing found What could not be checked is listed below.");
  }

  @Test
  void whatIsKnownFromTheBaselineIsNotPassedOffAsAgreement() {
    DriftReport clean = SampleReport.clean();
    DriftReport known =
        new DriftReport(
            clean.against(),
            clean.entries(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            SampleReport.full().baseline());

    assertThat(empty(known))
        .isEqualTo(
            "empty card good: Nothing new found What there is, is ignored or known from the"
                + " baseline.");
    assertThat(Optional.ofNullable(page(known).selectFirst("form"))).isEmpty();
  }

  @Test
  void theDrawingIsThatOfWhatItComesTo() {
    assertThat(page(SampleReport.clean()).select("svg path").attr("d")).isEqualTo(DriftPage.CHECK);
    assertThat(
            page(SampleReport.report(List.of(), List.of(OPEN), "x")).select("svg path").attr("d"))
        .isEqualTo(DriftPage.NOTICE);
  }

  private static List<String> cells(Document page, int row) {
    return page.select("#findings tbody tr").get(row).select("td").eachText();
  }

  private static String empty(DriftReport report) {
    Element empty = page(report).expectFirst("div.empty");
    return empty.className() + ": " + empty.text();
  }

  private static Document page(DriftReport report) {
    Html html = new Html();
    new DriftPageFindings(html, new DriftPageParts(html, Redactor.masking())).write(report);
    return Jsoup.parse(html.document());
  }
}
