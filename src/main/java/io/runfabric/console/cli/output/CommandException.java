package io.runfabric.console.cli.output;

/// A command that cannot do what it was asked, for a reason it found itself.
public final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient ErrorReport report;

  public CommandException(ErrorReport report) {
    super(report.message());
    this.report = report;
  }

  ErrorReport report() {
    return report;
  }
}
