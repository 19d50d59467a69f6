package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.BackupJson;
import io.runfabric.console.cli.output.BackupText;
import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `backup show`: what is in a backup.
@Command(
    name = "show",
    description = "List what is in a backup, or print the documents of one stage, secrets hidden.",
    footer = {
      "%nExamples:",
      "  runfabric-console backup show shop.json",
      "  runfabric-console backup show shop.json --entry prod",
      "  runfabric-console backup show shop.json --json | jq '.result.documents[].stage'"
    })
final class BackupShow extends HeadlessCommand {

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--entry",
      paramLabel = "STAGE",
      description = "Print the documents of this stage.")
  private @Nullable String entry;

  @Mixin private DecryptionOptions decryption = new DecryptionOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  BackupShow(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Snapshot snapshot;
    try (ProgressOutput shown = progress.open(terminal())) {
      snapshot = decryption.open(file, terminal(), shown);
    }
    AtomicBoolean found = new AtomicBoolean(entry == null);
    if (output().json()) {
      print(json -> {
        BackupJson.facts(json, snapshot.facts());
        try (var documents = new BackupJson.Documents(json, output().redactor(), entry != null)) {
          snapshot.read(each(documents::add, found), terminal().cancellation());
        }
        refuseUnknown(found);
      });
    } else {
      BackupText text = new BackupText(terminal().out(), coloured());
      try (var documents = text.documents(output().redactor(), entry != null)) {
        snapshot.read(each(documents::add, found), terminal().cancellation());
      }
      refuseUnknown(found);
    }
    return ExitCode.DONE;
  }

  private java.util.function.Consumer<SnapshotDocument> each(
      java.util.function.Consumer<SnapshotDocument> taker, AtomicBoolean found) {
    return document -> {
      if (entry == null || document.address().stage().equals(entry)) {
        found.set(true);
        taker.accept(document);
      }
    };
  }

  private static void refuseUnknown(AtomicBoolean found) throws CommandException {
    if (!found.get()) {
      throw new CommandException(
          ErrorReport.of(
              "NOT_FOUND",
              "the backup holds nothing of that stage",
              "leave out --entry to see what it holds",
              ExitCode.FAILED));
    }
  }
}
