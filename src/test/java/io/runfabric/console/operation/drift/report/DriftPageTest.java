package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.user.Program;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page, as a browser's parser reads it.
class DriftPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</script><img src=x onerror=alert(1)>",
        "</style></title></textarea>--><b>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "javascript:alert(1)",
        "&lt;b&gt; &amp; &#60;",
        "\u202egpj.exe\u2066\u200f",
        "\u0000\u0007\u001b[31m\u0085\ufeff\ufffe",
        "👩‍👩‍👧 Ünïcödé שלום",
        "\ud800 alone"
      })
  void aValueIsTextWhateverItHolds(String value) throws Exception {
    Document plain = page(everything("plain"));
    Document hostile = page(everything(value));

    assertThat(shape(hostile)).isEqualTo(shape(plain));
    assertThat(hostile.expectFirst("td .said, td.said").text()).isNotEmpty();
    assertThat(hostile.outerHtml().codePoints())
        .doesNotContain(0x0, 0x7, 0x1b, 0x85, 0x202e, 0x2066, 0x200f, 0xfeff, 0xfffe, 0xd800);
  }

  @Test
  void aValueIsShownAsItIs() throws Exception {
    String value = "<a href='x'>\"&amp;\"</a> 👩‍👩‍👧";

    assertThat(page(SampleReport.saying(value)).select("code.expected").text()).isEqualTo(value);
  }

  @Test
  void aValueThatIsTooLongIsCutWhichIsSaid() throws Exception {
    Document page = page(SampleReport.saying("😀".repeat(50_000)));

    assertThat(page.select("code.expected").text())
        .hasSizeLessThan(2_100)
        .endsWith("😀… (shortened: 100,000 characters)");
    assertThat(page.outerHtml()).hasSizeLessThan(100_000);
  }

  @Test
  void noSecretIsOnIt() throws Exception {
    assertThat(page(everything("password=hunter2")).outerHtml()).doesNotContain("hunter2");
  }

  @Test
  void itMayLoadNothingAndRunOnlyWhatItHolds() throws Exception {
    Document page = page(everything("plain"));

    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none';"
                    .formatted(
                        sha256(page.expectFirst("style")), sha256(page.expectFirst("script")))
                + " form-action 'none'");
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("[style], [src], [href], link, img, iframe, object, base")).isEmpty();
    assertThat(page.expectFirst("style").data())
        .contains(".verdict")
        .doesNotContain("url(", "@import");
    assertThat(page.expectFirst("script").data()).isNotBlank();
  }

  @Test
  void itIsMadeForEverybody() throws Exception {
    Document page = page(everything("plain"));

    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).isEqualTo("Drift in shop, 2026-03-01T12:00:00Z");
    assertThat(page.select("svg[role=img]:not([aria-label]), svg:not([role]):not([aria-hidden])"))
        .isEmpty();
    for (Element control : page.select("input[type=search], select")) {
      assertThat(page.select("label[for=" + control.id() + "]")).hasSize(1);
    }
    assertThat(page.select("th:not([scope])")).isEmpty();
    for (Element section : page.select("section")) {
      assertThat(page.getElementById(section.attr("aria-labelledby"))).isNotNull();
    }
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void itSaysWhatEveryOtherFormatSays() throws Exception {
    DriftReport report = everything("plain");
    DriftSummary summary = DriftSummary.of(report, Gravity.WARNING);

    assertThat(page(report).select(".verdict").text())
        .isEqualTo(summary.verdict().sentence() + " " + summary.sentence());
    assertThat(
            new DriftTables(Redactor.masking())
                .markdown(report, SampleReport.ABOUT, Gravity.WARNING))
        .contains(summary.verdict().sentence() + " " + summary.sentence());
  }

  @Test
  void itBeginsWithWhatItIsAbout() throws Exception {
    Element header = page(SampleReport.full()).expectFirst("header");

    assertThat(header.select("p.overline, h1").eachText()).containsExactly("Drift report", "shop");
    assertThat(header.select("dl.facts > div").eachText())
        .containsExactly(
            "Looked at 2026-03-01 12:00:00 UTC",
            "State s3, s3://state/shop",
            "Configuration my shop/runfabric.yml",
            "Compared with integrity, config, provider, endpoints");
  }

  @Test
  void itsPartsStandInTheirOrder() throws Exception {
    Document page = page(SampleReport.full());

    assertThat(page.select("main section").eachAttr("aria-labelledby"))
        .containsExactly(
            "by-severity",
            "by-category",
            "findings-title",
            "ignored-title",
            "resolved-since-the-baseline-title",
            "endpoints-title",
            "not-checked-title");
    assertThat(page.select("body > *").stream().map(Element::tagName))
        .containsExactly("header", "main", "footer", "script");
    assertThat(page.select("meta[charset]").attr("charset")).isEqualTo("utf-8");
    assertThat(page.select("meta[name]").eachAttr("name")).containsExactly("viewport", "referrer");
  }

  @Test
  void theVerdictIsToldInToneAndDrawing() throws Exception {
    DriftReport open =
        SampleReport.report(
            List.of(), List.of(new NotChecked(Against.PROVIDER, "everything", "x")), "x");

    assertThat(verdict(SampleReport.full())).isEqualTo("verdict card bad " + DriftPage.WARNING);
    assertThat(verdict(SampleReport.clean())).isEqualTo("verdict card good " + DriftPage.CHECK);
    assertThat(verdict(open)).isEqualTo("verdict card open " + DriftPage.NOTICE);
  }

  @Test
  void itEndsWithWhoMadeItAndWhetherSecretsAreShown() throws Exception {
    assertThat(page(SampleReport.clean()).select("footer span").eachText())
        .containsExactly(
            "Made by " + Program.name() + ". Times are UTC.", "Secret values are masked.");
    assertThat(
            Jsoup.parse(
                    new DriftPage(Redactor.revealing())
                        .of(SampleReport.clean(), SampleReport.ABOUT, Gravity.WARNING))
                .select("footer span")
                .eachText())
        .contains("Secret values are shown: keep this page to yourself.");
  }

  @Test
  void whereNothingIsFoundItSaysSo() throws Exception {
    Document page = page(SampleReport.clean());

    assertThat(page.select(".verdict strong").text()).isEqualTo("No drift.");
    assertThat(page.select(".empty strong").text()).isEqualTo("Nothing found");
    assertThat(page.select("table, form")).isEmpty();
  }

  @Test
  void barsAreAsLongAsTheirNumbers() throws Exception {
    List<DriftFinding> findings =
        IntStream.range(0, 4)
            .mapToObj(i ->
                SampleReport.finding(i == 0 ? Gravity.CRITICAL : Gravity.INFO, "receipt " + i, "x"))
            .toList();

    Element bar = page(SampleReport.report(findings, List.of(), "x")).expectFirst("svg.bar");

    assertThat(bar.attr("aria-label")).isEqualTo("1 Critical, 0 To look at, 3 Good to know");
    assertThat(bar.select("rect").eachAttr("width")).containsExactly("250", "750");
    assertThat(bar.select("rect").eachAttr("x")).containsExactly("0", "250");
  }

  @Test
  void whatIsLivedWithIsNotPassedOffAsAgreement() throws Exception {
    Document page = page(SampleReport.report(List.of(), List.of(), "as agreed"));

    assertThat(page.select(".empty p").text())
        .isEqualTo("What there is, is ignored or known from the baseline.");
    assertThat(page.select("#ignored-title").text()).isEqualTo("Ignored 1");
  }

  private static String verdict(DriftReport report) throws Exception {
    Element verdict = page(report).expectFirst(".verdict");
    return verdict.className() + " " + verdict.expectFirst("svg[aria-hidden=true] path").attr("d");
  }

  private static DriftReport everything(String value) {
    return SampleReport.withBaseline(SampleReport.saying(value), value);
  }

  private static Document page(DriftReport report) throws Exception {
    String page = new DriftPage(Redactor.masking()).of(report, SampleReport.ABOUT, Gravity.WARNING);
    return Jsoup.parse(new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  // Every element with the names of its attributes, in order.
  private static List<String> shape(Document page) {
    return page.getAllElements().stream()
        .map(element -> {
          TreeSet<String> names = new TreeSet<>();
          for (Attribute attribute : element.attributes()) {
            names.add(attribute.getKey());
          }
          return element.parents().size() + " " + element.tagName() + names;
        })
        .toList();
  }

  private static String sha256(Element element) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(element.data().getBytes(StandardCharsets.UTF_8)));
  }
}
