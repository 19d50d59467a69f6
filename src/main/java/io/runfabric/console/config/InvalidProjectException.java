package io.runfabric.console.config;

import java.util.List;

/// A project that cannot be opened. Holds every problem found, errors and warnings.
public final class InvalidProjectException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidProjectException(List<Problem> problems) {
    super(problems.isEmpty() ? "invalid project" : problems.getFirst().sentence());
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
