package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Stages;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How to answer.
public final class OutputOptions {

  /// When to colour.
  enum Colour {
    auto,
    always,
    never
  }

  @Option(names = "--json", description = "Print one JSON document on standard output.")
  private boolean json;

  @Option(
      names = "--show-secrets",
      description = "Show values that are hidden otherwise. Mind who sees the screen.")
  private boolean showSecrets;

  @Option(names = "--verbose", description = "Print stack traces of failures.")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never (default: ${DEFAULT-VALUE}); auto honours NO_COLOR.")
  private Colour colour = Colour.auto;

  @Option(
      names = {"-y", "--yes"},
      description = "Answer every question with yes.")
  private boolean yes;

  @Option(
      names = "--non-interactive",
      description = "Never ask; what would be asked is refused unless --yes is given.")
  private boolean nonInteractive;

  public boolean json() {
    return json;
  }

  public boolean verbose() {
    return verbose;
  }

  /// Whether the user agrees: said beforehand with `--yes`, or asked.
  ///
  /// @throws CommandException when nobody can be asked
  boolean agreed(Terminal terminal, String question) throws CommandException {
    if (yes) {
      return true;
    }
    if (nonInteractive || json) {
      throw unasked();
    }
    String answer =
        terminal
            .questions()
            .ask(Plain.text(question) + " [y/N] ")
            .orElseThrow(OutputOptions::unasked);
    return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
  }

  /// As [#agreed(Terminal, String)] for a change of a stage: one that is guarded as production is
  /// agreed to by typing its name.
  ///
  /// @throws CommandException when nobody can be asked
  boolean agreed(Terminal terminal, String question, String stage) throws CommandException {
    return Stages.production(stage) ? typed(terminal, question, stage) : agreed(terminal, question);
  }

  /// As [#agreed(Terminal, String)] for a plan: where it changes stages that are guarded as
  /// production, the first one's name is to be typed.
  ///
  /// @throws CommandException when nobody can be asked
  boolean agreed(Terminal terminal, String question, ChangePlan plan) throws CommandException {
    Optional<String> guarded =
        plan.effective().stream().map(PlannedChange::stage).filter(Stages::production).findFirst();
    return guarded.isPresent()
        ? typed(terminal, question, guarded.get())
        : agreed(terminal, question);
  }

  /// Whether the user agrees to something grave: said beforehand with `--yes`, or asked and
  /// answered with a word that nobody types by habit.
  ///
  /// @throws CommandException when nobody can be asked
  boolean typed(Terminal terminal, String question, String word) throws CommandException {
    if (yes) {
      return true;
    }
    if (nonInteractive || json) {
      throw unasked();
    }
    String asked = Plain.text(question + " Type " + word + " to agree: ");
    return terminal.questions().ask(asked).orElseThrow(OutputOptions::unasked).strip().equals(word);
  }

  boolean yes() {
    return yes;
  }

  /// The options that say how to answer, as they were given.
  List<String> answering() {
    List<String> words = new ArrayList<>();
    if (json) {
      words.add("--json");
    }
    if (yes) {
      words.add("--yes");
    }
    if (nonInteractive) {
      words.add("--non-interactive");
    }
    return words;
  }

  private static CommandException unasked() {
    return new CommandException(
        ErrorReport.of(
            "CONFIRMATION_NEEDED",
            "this command asks before it changes anything, and there is nobody to ask",
            "say --yes to agree beforehand",
            ExitCode.USAGE));
  }

  Redactor redactor() {
    return showSecrets ? Redactor.revealing() : Redactor.masking();
  }

  public boolean coloured(Terminal terminal) {
    return switch (colour) {
      case always -> true;
      case never -> false;
      case auto -> terminal.coloured();
    };
  }
}
