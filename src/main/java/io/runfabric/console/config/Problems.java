package io.runfabric.console.config;

import io.runfabric.console.config.Problem.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong in one project, so that it is all told at once. Keeps the first 200: a
/// file with more is not read to its end by anybody.
final class Problems {

  private static final int MOST = 200;

  private final Path file;
  private final Set<Problem> found = new LinkedHashSet<>();
  private boolean errors;

  Problems(Path file) {
    this.file = file;
  }

  void error(Place place, String key, String shown, String message, String fix) {
    add(Severity.ERROR, file, place, key, shown, message, fix);
  }

  void warning(Place place, String key, String shown, String message, String fix) {
    add(Severity.WARNING, file, place, key, shown, message, fix);
  }

  /// A warning about the `.env` beside the file.
  void warningIn(Path other, Place place, String shown, String message, String fix) {
    add(Severity.WARNING, other, place, "", shown, message, fix);
  }

  void add(Severity severity, Place place, String key, String shown, String message, String fix) {
    add(severity, file, place, key, shown, message, fix);
  }

  private void add(
      Severity severity,
      Path in,
      Place place,
      String key,
      String shown,
      String message,
      String fix) {
    boolean error = severity == Severity.ERROR;
    if (found.size() < MOST || (error && !errors)) {
      found.add(new Problem(severity, in, place.line(), place.column(), key, shown, message, fix));
    }
    errors |= error;
  }

  /// @throws InvalidProjectException with everything found so far, when it holds an error
  void stopAtErrors() throws InvalidProjectException {
    if (errors) {
      throw new InvalidProjectException(sorted());
    }
  }

  /// The project's file first, then by position.
  List<Problem> sorted() {
    return found.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> !problem.file().equals(file))
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }
}
