package io.runfabric.console.operation.drift.report;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.report.Html;
import java.util.Locale;

/// What the tables of the page are made of.
record DriftPageParts(Html html, Redactor redactor) {

  private static final int LONGEST = 2_000;

  /// Begins a section with its title and how much is in it.
  void begin(String title, int count) {
    String id = title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-title";
    html.open("section", "aria-labelledby", id);
    html.open("h2", "id", id).text(title + " ");
    html.leaf("span", Integer.toString(count), "class", "number").end();
  }

  /// Begins a section with a table.
  void table(String title, int count, String... columns) {
    begin(title, count);
    html.open("div", "class", "card scroll").open("table").open("thead").open("tr");
    for (String column : columns) {
      html.leaf("th", column, "scope", "col");
    }
    html.end().end().open("tbody");
  }

  /// Ends a section with a table.
  void endTable() {
    html.end().end().end().end();
  }

  /// A cell that says where something is.
  void where(String entry, String path, String rule) {
    html.open("td").leaf("div", shown(entry), "class", "entry");
    if (!path.isEmpty()) {
      html.open("div").leaf("code", shown(path), "class", "path").close();
    }
    html.leaf("div", rule, "class", "small").close();
  }

  /// A cell with a gravity.
  void severity(Gravity gravity) {
    html.open("td");
    html.leaf("span", DriftCharts.title(gravity), "class", "pill " + gravity.word()).close();
  }

  /// A value as it may be shown.
  String shown(String text) {
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
