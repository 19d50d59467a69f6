package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.DiffOutput;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.diff.Difference;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.Side;
import io.runfabric.console.operation.history.Sides;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `state diff`: one entry beside what it was, or is elsewhere.
@Command(
    name = "diff",
    description = {
      "Show what differs between two documents of one entry, secrets hidden.",
      "A side is now, stage:NAME, version:ID or backup:FILE (state history names both),"
          + " project:FILE (another runfabric.yml) or backend:KIND. The right side is now unless it"
          + " is named."
    },
    footer = {
      "%nExit codes: 0 compared; with --exit-code 3 when they differ.",
      "%nExamples:",
      "  runfabric-console state diff --stage prod stage:staging",
      "  runfabric-console state diff --stage prod backup:shop-local-20260301T100000Z.json",
      "  runfabric-console state diff --stage prod version:3f2a now --text",
      "  runfabric-console state diff --stage prod project:../eu/runfabric.yml --exit-code"
    })
final class StateDiff extends HeadlessCommand {

  @Parameters(
      arity = "1..2",
      paramLabel = "SIDE",
      description = "The left side, and the right one (default: now).")
  private List<String> typed = List.of();

  @Option(names = "--text", description = "Compare line by line instead of by path.")
  private boolean text;

  @Option(names = "--exit-code", description = "Exit with 3 when they differ.")
  private boolean exitCode;

  @Mixin private EntryOptions entry = new EntryOptions();
  @Mixin private DecryptionOptions decryption = new DecryptionOptions();

  StateDiff(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Side left = side(typed.getFirst());
    Side right = typed.size() > 1 ? side(typed.get(1)) : Side.NOW;
    try (ProjectSession session =
        ProjectSession.open(project().request(terminal()), project().backendOptions(terminal()))) {
      session.warnings().forEach(this::warn);
      EntryPlace place = entry.find(session, terminal().cancellation());
      Sides sides =
          new Sides(
              session,
              project().request(terminal()),
              project().backendOptions(terminal()),
              decryption.keys(terminal()));
      Optional<byte[]> before = sides.read(place, left, terminal().cancellation());
      Optional<byte[]> after = sides.read(place, right, terminal().cancellation());
      if (before.isEmpty() && after.isEmpty()) {
        throw new CommandException(
            ErrorReport.of(
                "NOT_FOUND",
                "there is no " + place.name() + " on either side",
                "see runfabric-console state list, or say another --stage",
                ExitCode.FAILED));
      }
      Difference difference = Difference.between(before, after, output().redactor());
      DiffOutput shown =
          new DiffOutput(place, left, right, before.isPresent(), after.isPresent(), difference);
      if (output().json()) {
        print(shown::json);
      } else {
        shown.print(terminal().out(), coloured(), text);
      }
      return exitCode && !difference.same() ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }
  }

  private static Side side(String word) throws CommandException {
    try {
      Optional<Side> side = Side.parse(word);
      if (side.isPresent()) {
        return side.get();
      }
    } catch (InvalidPathException _) {
      // As unusable as any other word.
    }
    throw CommandException.usage("'" + word + "' is no side to compare", "say " + Side.FORMS);
  }
}
