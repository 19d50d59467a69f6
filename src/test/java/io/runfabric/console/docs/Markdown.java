package io.runfabric.console.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A document of the project, as its tests read it.
record Markdown(Path file, String text) {

  static final Path DOCS = Path.of("assets", "docs");

  static Markdown of(Path file) throws IOException {
    return new Markdown(file, Files.readString(file));
  }

  /// The block of code that is marked for tests with these words.
  String block(String mark) {
    return all("(?s)<!-- test: " + mark + " -->\\n```\\w*\\n(.*?)\\n```").getFirst().group(1);
  }

  /// The titles of that level.
  List<String> headings(String level) {
    return all("(?m)^" + level + " (.+)$").stream().map(heading -> heading.group(1)).toList();
  }

  List<MatchResult> all(String expression) {
    return Pattern.compile(expression).matcher(text).results().toList();
  }
}
