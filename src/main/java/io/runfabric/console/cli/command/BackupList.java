package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.BackupJson;
import io.runfabric.console.cli.output.BackupText;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.operation.backup.BackupFolder;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `backup list`: the backups in the project's own folder.
@Command(
    name = "list",
    description = {
      "List the backups in .runfabric/backup, newest first, each checked.",
      "Encrypted ones are not looked into: backup verify does that."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console backup list",
      "  runfabric-console backup list --json | jq -r '.result.backups[0].path'"
    })
final class BackupList extends HeadlessCommand {

  @Mixin private ProgressOptions progress = new ProgressOptions();

  BackupList(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    BackupFolder folder =
        BackupFolder.of(ProjectLoader.load(project().request(terminal())).project());
    List<BackupFolder.Found> found;
    try (ProgressOutput shown = progress.open(terminal())) {
      found = folder.list(shown, terminal().cancellation());
    }
    if (output().json()) {
      print(json -> BackupJson.list(json, folder, found));
    } else {
      new BackupText(terminal().out(), coloured()).list(folder, found);
    }
    return ExitCode.DONE;
  }
}
