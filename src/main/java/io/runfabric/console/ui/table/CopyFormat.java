package io.runfabric.console.ui.table;

/// What rows can be copied as.
public enum CopyFormat {
  /// An object for one row, an array for several; the columns' ids are the fields.
  JSON("JSON"),
  /// A line of titles, then a line per row.
  CSV("CSV"),
  /// The terminal command that shows the same, one line per row.
  COMMAND("command");

  private final String word;

  CopyFormat(String word) {
    this.word = word;
  }

  /// As in "copy as JSON".
  public String word() {
    return word;
  }
}
