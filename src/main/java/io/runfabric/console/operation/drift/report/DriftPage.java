package io.runfabric.console.operation.drift.report;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.report.DriftSummary.Verdict;
import io.runfabric.console.operation.report.Html;
import io.runfabric.console.operation.user.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/// A report as one page for people, which needs nothing beside itself and may load nothing: its
/// policy allows its own style and script only, by their hashes. It reads well without the script,
/// which filters and sorts.
record DriftPage(Redactor redactor) {

  static final String CHECK = "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8 12.2l2.8 2.8L16 9.5";
  static final String WARNING = "M12 8v5M12 16.5v.01M12 3l9.5 17h-19z";
  static final String NOTICE = "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 11v5M12 8v.01";

  String of(DriftReport report, DriftFile.About about, Gravity failOn) throws IOException {
    DriftSummary summary = DriftSummary.of(report, failOn);
    Html html = new Html();
    html.open("html", "lang", "en");
    head(html, about);
    html.open("body");
    header(html, report, about);
    html.open("main");
    verdict(html, summary);
    new DriftCharts(html).write(report);
    DriftPageParts parts = new DriftPageParts(html, redactor);
    new DriftPageFindings(html, parts).write(report);
    new DriftPageTables(html, parts).write(report);
    html.end();
    html.open("footer");
    html.leaf("span", "Made by " + Program.name() + ". Times are UTC.");
    html.leaf(
        "span",
        redactor.equals(Redactor.revealing())
            ? "Secret values are shown: keep this page to yourself."
            : "Secret values are masked.");
    html.end();
    html.code("script", resource("drift.js"));
    return html.document();
  }

  private static void head(Html html, DriftFile.About about) throws IOException {
    String style = resource("drift.css");
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; script-src '"
            + hash(resource("drift.js"))
            + "'; base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.leaf("title", "Drift in " + about.service() + ", " + about.time());
    html.code("style", style);
    html.end();
  }

  private static void header(Html html, DriftReport report, DriftFile.About about) {
    html.open("header");
    html.leaf("p", "Drift report", "class", "overline");
    html.leaf("h1", about.service());
    html.open("dl", "class", "facts");
    fact(html, "Looked at", about.time().replace('T', ' ').replace("Z", " UTC"));
    fact(html, "State", about.backend() + ", " + about.location());
    fact(html, "Configuration", about.configuration());
    fact(
        html,
        "Compared with",
        report.against().stream().map(Against::word).collect(Collectors.joining(", ")));
    html.end();
    html.end();
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").leaf("dt", name).leaf("dd", DriftPageParts.shortened(value)).end();
  }

  private static void verdict(Html html, DriftSummary summary) {
    Verdict verdict = summary.verdict();
    html.open("div", "class", "verdict card " + tone(verdict));
    icon(
        html,
        switch (verdict) {
          case DRIFT -> WARNING;
          case NO_DRIFT -> CHECK;
          case NO_DRIFT_AS_FAR_AS_CHECKED -> NOTICE;
        });
    html.open("div");
    html.leaf("strong", verdict.sentence());
    html.leaf("p", summary.sentence());
    html.end();
    html.end();
  }

  private static String tone(Verdict verdict) {
    return switch (verdict) {
      case DRIFT -> "bad";
      case NO_DRIFT -> "good";
      case NO_DRIFT_AS_FAR_AS_CHECKED -> "open";
    };
  }

  /// A drawing of lines that says nothing the text beside it does not.
  static void icon(Html html, String path) {
    html.open("svg", "viewBox", "0 0 24 24", "aria-hidden", "true");
    html.open("path", "d", path).close().close();
  }

  private static String hash(String code) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  // A browser hashes what it reads, where every line ends in one character.
  private static String resource(String name) throws IOException {
    try (InputStream in =
        DriftPage.class.getResourceAsStream("/io/runfabric/console/report/" + name)) {
      if (in == null) {
        throw new IOException("the program lacks its part " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
