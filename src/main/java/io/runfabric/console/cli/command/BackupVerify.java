package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.BackupJson;
import io.runfabric.console.cli.output.BackupText;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `backup verify`: whether a backup is whole and as it was written.
@Command(
    name = "verify",
    description = "Check all of a backup: its form, its checksums, every name in it.",
    footer = {
      "%nExamples:",
      "  runfabric-console backup verify .runfabric/backup/shop-s3-20260301T120000Z.json",
      "  runfabric-console backup verify shop.json.age --identity key.txt"
    })
final class BackupVerify extends HeadlessCommand {

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Mixin private DecryptionOptions decryption = new DecryptionOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  BackupVerify(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    SnapshotFacts facts;
    try (ProgressOutput shown = progress.open(terminal())) {
      facts = decryption.open(file, terminal(), shown).facts();
    }
    if (output().json()) {
      print(json -> {
        json.writeStringField("path", terminal().workingDirectory().resolve(file).toString());
        BackupJson.facts(json, facts);
      });
    } else {
      new BackupText(terminal().out(), coloured()).verified(facts);
    }
    return ExitCode.DONE;
  }
}
