package io.runfabric.console.operation.drift.report;

import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.report.Html;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/// The findings as stacked bars: of all by severity, and the same for each thing that was compared
/// with. Each bar says in words what it shows.
record DriftCharts(Html html) {

  private static final List<Gravity> GRAVEST_FIRST = Arrays.asList(Gravity.values()).reversed();

  void write(DriftReport report) {
    html.open("div", "class", "charts");
    severity(report);
    categories(report);
    html.end();
  }

  private void severity(DriftReport report) {
    html.open("section", "class", "chart card severity", "aria-labelledby", "by-severity");
    html.leaf("h3", "Findings by severity", "id", "by-severity");
    bar(report::count, Math.max(1, report.findings().size()));
    html.open("ul", "class", "legend");
    for (Gravity gravity : GRAVEST_FIRST) {
      html.open("li").leaf("b", Long.toString(report.count(gravity)));
      html.open("span").leaf("i", "", "class", gravity.word()).text(title(gravity)).close().close();
    }
    html.end();
    html.open("ul", "class", "legend others");
    other("ignored", report.ignored().size());
    other("not checked", report.notChecked().size());
    if (report.baseline().isPresent()) {
      other("known from the baseline", report.known().size());
      other("resolved", report.resolved().size());
    }
    html.end();
    html.end();
  }

  private void other(String name, int count) {
    html.open("li").open("span").leaf("b", Integer.toString(count)).text(name).close().close();
  }

  private void categories(DriftReport report) {
    html.open("section", "class", "chart card category", "aria-labelledby", "by-category");
    html.leaf("h3", "Findings by what was compared", "id", "by-category");
    long most = report.against().stream().mapToLong(one -> of(report, one).size()).max().orElse(0);
    html.open("div", "class", "categories");
    for (Against against : report.against()) {
      List<DriftFinding> findings = of(report, against);
      html.leaf("div", against.word(), "class", "name");
      html.open("div");
      bar(
          gravity -> findings.stream().filter(one -> one.gravity() == gravity).count(),
          Math.max(1, most));
      html.close();
      html.leaf("div", counted(report, against, findings.size()), "class", "count");
    }
    html.end();
    html.end();
  }

  private static List<DriftFinding> of(DriftReport report, Against against) {
    return report.findings().stream().filter(one -> one.against() == against).toList();
  }

  private static String counted(DriftReport report, Against against, int found) {
    if (!report.asked(against)) {
      return "not asked";
    }
    long open = report.notChecked().stream().filter(one -> one.against() == against).count();
    return (found == 0 ? "nothing found" : found + " found")
        + (open == 0 ? "" : ", " + open + " not checked");
  }

  // Widths are per mille of the most there is.
  private void bar(ToLongFunction<Gravity> count, long most) {
    List<String> words = new ArrayList<>();
    for (Gravity gravity : GRAVEST_FIRST) {
      words.add(count.applyAsLong(gravity) + " " + title(gravity));
    }
    html.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 1000 10",
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        String.join(", ", words));
    long before = 0;
    for (Gravity gravity : GRAVEST_FIRST) {
      long many = count.applyAsLong(gravity);
      if (many > 0) {
        html.open(
                "rect",
                "class",
                gravity.word(),
                "x",
                Long.toString(before * 1000 / most),
                "y",
                "0",
                "width",
                Long.toString((before + many) * 1000 / most - before * 1000 / most),
                "height",
                "10")
            .close();
        before += many;
      }
    }
    html.close();
  }

  /// A gravity as the page names it.
  static String title(Gravity gravity) {
    return switch (gravity) {
      case INFO -> "Good to know";
      case WARNING -> "To look at";
      case CRITICAL -> "Critical";
    };
  }
}
