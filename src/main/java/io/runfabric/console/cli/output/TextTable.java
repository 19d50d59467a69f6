package io.runfabric.console.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// An aligned table. Widths come from the first rows, later rows are printed as they arrive, so a
/// listing of any length needs no more memory than those. Nothing is cut off; what is longer than a
/// column is ever made moves the rest of its own row only.
public final class TextTable implements AutoCloseable {

  private static final int ROWS_THAT_SET_WIDTHS = 500;
  private static final int WIDEST = 100;
  private static final String GAP = "  ";

  private final PrintStream out;
  private final boolean coloured;
  private final List<String> titles;
  private final int[] widths;
  private final List<List<Cell>> waiting = new ArrayList<>();
  private boolean started;

  public TextTable(PrintStream out, boolean coloured, String... titles) {
    this.out = out;
    this.coloured = coloured;
    this.titles = List.of(titles);
    this.widths = this.titles.stream().mapToInt(TextTable::width).toArray();
  }

  /// Adds a row with a cell for each title.
  public void row(Cell... cells) {
    List<Cell> row = new ArrayList<>(cells.length);
    for (Cell cell : cells) {
      row.add(new Cell(Plain.text(cell.text()), cell.style()));
    }
    if (started) {
      print(row);
      return;
    }
    waiting.add(row);
    for (int i = 0; i < row.size(); i++) {
      widths[i] = Math.max(widths[i], Math.min(WIDEST, width(row.get(i).text())));
    }
    if (waiting.size() == ROWS_THAT_SET_WIDTHS) {
      start();
    }
  }

  /// Prints what is left. A table without rows prints nothing.
  @Override
  public void close() {
    if (!started && !waiting.isEmpty()) {
      start();
    }
  }

  private void start() {
    started = true;
    print(titles.stream().map(title -> new Cell(title, Style.FAINT)).toList());
    waiting.forEach(this::print);
    waiting.clear();
  }

  private void print(List<Cell> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      line.append(cell.style().paint(cell.text(), coloured));
      if (i < row.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths[i] - width(cell.text())))).append(GAP);
      }
    }
    out.println(line.toString().stripTrailing());
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
