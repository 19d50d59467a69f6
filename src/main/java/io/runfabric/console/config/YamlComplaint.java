package io.runfabric.console.config;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Why a text is no YAML, in our own words: the parser's may quote the file, secrets included.
record YamlComplaint(Place place, String message, String fix) {

  static YamlComplaint of(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    Mark start = e.getContextMark();
    Mark mark = e.getProblemMark() == null ? start : e.getProblemMark();
    Place place = mark == null ? Place.FILE : Place.of(mark);
    if (problem.contains("TAB")) {
      return new YamlComplaint(
          place, "a tab, which YAML does not allow here", "indent with spaces");
    }
    if (context.contains("single document")) {
      return new YamlComplaint(
          place,
          "a second document begins here (`---`)",
          "keep one document per file: delete the `---` and what does not belong");
    }
    if (problem.contains("end of stream") && start != null) {
      return new YamlComplaint(
          Place.of(start), "the quote that opens here is never closed", "add the closing quote");
    }
    if (problem.contains("mapping values")) {
      return new YamlComplaint(
          place,
          "a `:` where no key may stand",
          "put text that holds `: ` in quotes, or correct the indentation of this line");
    }
    if (problem.contains("undefined alias")) {
      return new YamlComplaint(
          place,
          "an alias (`*name`) without its anchor (`&name`) above",
          "define the anchor first");
    }
    if (problem.contains("expected <block end>")) {
      return new YamlComplaint(
          place,
          "this line does not fit the indentation above it",
          "give keys of one block the same indentation");
    }
    if (problem.contains("could not find expected ':'")) {
      return new YamlComplaint(place, "a key without `:`", "write `key: value`");
    }
    if (problem.contains("cannot start any token")) {
      return new YamlComplaint(
          place, "a character that cannot begin a value", "put the value in quotes");
    }
    if (problem.contains("expected ','")) {
      return new YamlComplaint(
          start == null ? place : Place.of(start),
          "the bracket that opens here is never closed, or a comma is missing inside",
          "close it, and put values such as `${env:NAME,default}` inside brackets in quotes");
    }
    return new YamlComplaint(
        place, "this is not valid YAML", "check quotes, brackets and indentation here");
  }

  /// A limit that was exceeded; such exceptions carry no position.
  static YamlComplaint ofLimit(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Nesting Depth")) {
      return new YamlComplaint(
          Place.FILE, "the file is nested deeper than 64 levels", "flatten it");
    }
    if (message.contains("aliases")) {
      return new YamlComplaint(
          Place.FILE, "the file uses more than 500 aliases of blocks", "write the blocks out");
    }
    return new YamlComplaint(
        Place.FILE, "this is not valid YAML", "check quotes, brackets and indentation");
  }

  void addTo(Problems problems) {
    problems.error(place, "", "", message, fix);
  }
}
