package io.runfabric.console.config;

import java.nio.file.Path;

/// One thing wrong in a project's configuration, with its place and its mend.
///
/// @param line from 1; 0 when the problem is with the file as a whole
/// @param column from 1; 0 when the problem is with the file as a whole
/// @param key dotted path of the key, such as `backend.s3Bucket`; empty for the whole file
/// @param found what is there, redacted
/// @param message what is wrong, one sentence
/// @param fix what to write instead, one sentence
public record Problem(
    Severity severity,
    Path file,
    int line,
    int column,
    String key,
    String found,
    String message,
    String fix) {

  public enum Severity {
    ERROR,
    WARNING;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// `file:line:column`, as editors understand it; the file alone for a whole-file problem.
  public String place() {
    return line == 0 ? file.toString() : file + ":" + line + ":" + column;
  }

  /// One line: place, key, message, fix.
  public String sentence() {
    String about = key.isEmpty() ? "" : key + ": ";
    return place() + ": " + about + message + (fix.isEmpty() ? "" : " — " + fix);
  }
}
