package io.runfabric.console.cli.output;

/// A command that cannot do what it was asked, for a reason it found itself.
public final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient ErrorReport report;

  public CommandException(ErrorReport report) {
    super(report.message());
    this.report = report;
  }

  /// The command line does not say what is needed.
  public static CommandException usage(String message, String hint) {
    return new CommandException(ErrorReport.of("USAGE", message, hint, ExitCode.USAGE));
  }

  ErrorReport report() {
    return report;
  }
}
