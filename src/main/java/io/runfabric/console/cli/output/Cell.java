package io.runfabric.console.cli.output;

/// A table cell.
public record Cell(String text, Style style) {

  public static Cell of(String text) {
    return new Cell(text, Style.PLAIN);
  }

  public static Cell faint(String text) {
    return new Cell(text, Style.FAINT);
  }
}
