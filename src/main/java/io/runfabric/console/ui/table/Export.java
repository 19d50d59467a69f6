package io.runfabric.console.ui.table;

/// What is to be made of a table, and where it goes.
///
/// @param toFile to a file the user names; else to the clipboard
public record Export(ExportFormat format, boolean toFile) {

  /// `CSV file…` or `CSV to the clipboard`.
  public String words() {
    return format.word() + (toFile ? " file…" : " to the clipboard");
  }
}
