package io.runfabric.console.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Problem;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// A failed command in words: for people on standard error, for scripts in the envelope.
///
/// @param lines what people read before the hint, already one sentence each
public record ErrorReport(
    String code,
    String message,
    String hint,
    Optional<JsonNode> details,
    List<String> lines,
    int exitCode) {

  private static final int LONGEST = 1_000;

  /// An error the command itself found.
  public static ErrorReport of(String code, String message, String hint, int exitCode) {
    return new ErrorReport(code, message, hint, Optional.empty(), List.of(message), exitCode);
  }

  /// The report on an exception.
  public static ErrorReport of(Throwable failure) {
    return switch (failure) {
      case CommandException e -> e.report();
      case InvalidProjectException e -> configuration(e.problems());
      case BackendException e -> backend(e);
      case SnapshotException e -> snapshot(e);
      case CancellationException _ -> of("CANCELLED", "cancelled", "", ExitCode.INTERRUPTED);
      case IOException e ->
          of(
              "IO",
              Redactor.masking().text(DiskFailure.sentence(e)),
              DiskFailure.of(e).remedy(),
              ExitCode.FAILED);
      case Throwable e ->
          of(
              "INTERNAL",
              "unexpected: " + e.getClass().getSimpleName() + ": " + redacted(e),
              "run again with --verbose and report what it prints",
              ExitCode.FAILED);
    };
  }

  /// A problem of the configuration as JSON.
  static ObjectNode problem(Problem problem) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("severity", problem.severity().word());
    node.put("file", problem.file().toString());
    node.put("line", problem.line()).put("column", problem.column());
    node.put("key", problem.key()).put("found", problem.found());
    return node.put("message", problem.message()).put("fix", problem.fix());
  }

  private static ErrorReport configuration(List<Problem> problems) {
    ArrayNode details = JsonNodeFactory.instance.arrayNode();
    problems.forEach(problem -> details.add(problem(problem)));
    List<Problem> errors =
        problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    Problem first = errors.isEmpty() ? problems.getFirst() : errors.getFirst();
    String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
    return new ErrorReport(
        "CONFIGURATION",
        first.sentence() + more,
        first.fix(),
        Optional.of(details),
        problems.stream()
            .map(p -> (p.severity() == Problem.Severity.WARNING ? "warning: " : "") + p.sentence())
            .toList(),
        ExitCode.USAGE);
  }

  private static ErrorReport backend(BackendException e) {
    Optional<JsonNode> details = Optional.empty();
    if (!e.choices().isEmpty()) {
      ObjectNode choices = JsonNodeFactory.instance.objectNode();
      ArrayNode list = choices.putArray("choices");
      e.choices().forEach(list::add);
      details = Optional.of(choices);
    }
    return new ErrorReport(
        e.code().name().toUpperCase(Locale.ROOT),
        e.sentence(),
        e.remedy(),
        details,
        List.of(e.sentence()),
        ExitCode.of(e.code()));
  }

  private static ErrorReport snapshot(SnapshotException e) {
    Optional<JsonNode> details = Optional.empty();
    List<String> lines = new ArrayList<>(List.of(e.sentence()));
    if (!e.items().isEmpty()) {
      ObjectNode documents = JsonNodeFactory.instance.objectNode();
      ArrayNode list = documents.putArray("documents");
      e.items().forEach(list::add);
      details = Optional.of(documents);
      lines.addAll(e.items());
    }
    return new ErrorReport(
        e.code().name(), e.sentence(), e.remedy(), details, lines, ExitCode.of(e.code()));
  }

  // What was typed or stored may be of any length; JSON has it all.
  private static String shortened(String line) {
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    int end = line.offsetByCodePoints(0, LONGEST / 2);
    int tail = line.offsetByCodePoints(line.length(), -LONGEST / 2);
    return line.substring(0, end) + " … " + line.substring(tail);
  }

  private static String redacted(Throwable e) {
    String message = e.getMessage();
    return Redactor.masking().text(message == null ? e.getClass().getSimpleName() : message);
  }

  /// Prints the report where it belongs and returns the exit code.
  public int print(Terminal terminal, String command, boolean json, boolean coloured) {
    if (json) {
      JsonEnvelope.error(terminal.out(), command, code, message, hint, details);
      return exitCode;
    }
    for (String line : lines) {
      boolean warning = line.startsWith("warning: ");
      String label = warning ? "" : Style.DANGER.paint("error: ", coloured);
      terminal.err().println(label + Plain.text(shortened(line)));
    }
    // A configuration's sentences carry their fixes themselves.
    if (!hint.isEmpty() && !code.equals("CONFIGURATION")) {
      terminal.err().println(Style.NOTICE.paint("hint: ", coloured) + Plain.text(shortened(hint)));
    }
    return exitCode;
  }
}
