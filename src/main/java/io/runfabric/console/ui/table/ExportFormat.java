package io.runfabric.console.ui.table;

/// What a table can be exported as.
public enum ExportFormat {
  /// A line of titles, then a line per row.
  CSV("CSV", "csv"),
  /// An array with an object per row; the columns' ids are the fields.
  JSON("JSON", "json"),
  /// A table for a ticket or a page.
  MARKDOWN("Markdown", "md");

  private final String word;
  private final String extension;

  ExportFormat(String word, String extension) {
    this.word = word;
    this.extension = extension;
  }

  /// As in "export as CSV".
  public String word() {
    return word;
  }

  /// What file names of this format end with, without the dot.
  public String extension() {
    return extension;
  }
}
