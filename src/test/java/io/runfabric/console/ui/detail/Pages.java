package io.runfabric.console.ui.detail;

import java.util.List;

/// Detail pages as lines of text, for assertions.
final class Pages {

  private Pages() {}

  static DetailPage titled(String title, List<DetailPage> pages) {
    return pages.stream()
        .filter(page -> page.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no page " + title + " in " + titles(pages)));
  }

  static List<String> titles(List<DetailPage> pages) {
    return pages.stream().map(DetailPage::title).toList();
  }

  /// One text per line: `# heading | aside`, `name = value (LOOK)`, `! TONE note`, `- step | status
  /// (TONE)`, with `.` at the end of the last step, `1. instruction [Action]`, `$ command`,
  /// indented where it belongs to the instruction.
  static List<String> lines(DetailPage page) {
    return page.lines().stream().map(Pages::words).toList();
  }

  private static String words(DetailLine line) {
    return switch (line) {
      case DetailLine.Heading(String text, String aside) ->
          "# " + text + (aside.isEmpty() ? "" : " | " + aside);
      case DetailLine.Field(String name, String value, Look look) ->
          name + " = " + value + " (" + look + ")";
      case DetailLine.SideBySide(var left, var expected, var right, var actual) ->
          left + ": " + expected + " | " + right + ": " + actual;
      case DetailLine.Note(var tone, String text) -> "! " + tone + " " + text;
      case DetailLine.Step(String name, String status, var tone, boolean last) ->
          "- " + name + " | " + status + " (" + tone + ")" + (last ? "." : "");
      case DetailLine.Instruction(int number, String what, var action) ->
          number
              + ". "
              + what
              + action.map(known -> " [" + known.getClass().getSimpleName() + "]").orElse("");
      case DetailLine.CommandText(String command, boolean beneath) ->
          (beneath ? "  $ " : "$ ") + command;
    };
  }
}
