package io.runfabric.console.cli.output;

/// Colour by meaning.
public enum Style {
  PLAIN(""),
  HEADING("1"),
  FAINT("2"),
  GOOD("32"),
  NOTICE("36"),
  WARNING("33"),
  DANGER("31;1");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /// The text in this style, or as it is where colours are off.
  public String paint(String text, boolean coloured) {
    return !coloured || code.isEmpty() || text.isEmpty()
        ? text
        : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
