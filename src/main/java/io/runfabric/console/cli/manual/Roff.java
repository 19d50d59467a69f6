package io.runfabric.console.cli.manual;

/// Text for a page in the `man` macros, all of it ASCII so that no formatter has to be told how it
/// is written.
final class Roff {

  private final StringBuilder page = new StringBuilder();

  /// Plain text as roff takes it.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\' -> out.append("\\e");
            case '-' -> out.append("\\-");
            case '\'' -> out.append("\\(aq");
            case '`' -> out.append("\\(ga");
            case '"' -> out.append("\\(dq");
            case '^' -> out.append("\\(ha");
            case '~' -> out.append("\\(ti");
            default -> {
              if (c < 128) {
                out.append((char) c);
              } else {
                out.append("\\[u%04X]".formatted(c));
              }
            }
          }
        });
    // A dot at the beginning of a line would be a request.
    return out.toString().startsWith(".") ? "\\&" + out : out.toString();
  }

  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  static String slanted(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  Roff section(String title) {
    return line(".SH " + escaped(title));
  }

  Roff subsection(String title) {
    return line(".SS " + escaped(title));
  }

  Roff paragraph(String text) {
    line(".PP");
    text.lines().forEach(line -> line(escaped(line)));
    return this;
  }

  /// @param tag is roff already
  Roff tagged(String tag, String text) {
    line(".TP").line(tag);
    text.lines().forEach(line -> line(escaped(line)));
    return this;
  }

  /// Lines that stay as they are.
  Roff verbatim(Iterable<String> lines) {
    line(".PP").line(".nf");
    lines.forEach(line -> line(line.isEmpty() ? "\\&" : escaped(line)));
    return line(".fi");
  }

  Roff line(String roff) {
    page.append(roff).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
