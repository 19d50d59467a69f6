package io.runfabric.console.cli.command;

import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.user.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The tree of commands.
public final class Commands {

  private Commands() {}

  @Command(
      name = "runfabric-console",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "See and administer the state that RunFabric deployments leave behind.",
      synopsisSubcommandLabel = "[COMMAND | FILE]",
      footer = {
        "%nWithout a command, or with a runfabric.yml, the window opens.",
        "%nExit codes: 0 done, 1 failed, 2 usage or configuration, 3 differences found,",
        "4 backend unreachable or denied, 5 conflict, 6 lease lost, 130 interrupted."
      })
  private static final class Root {}

  @Command(name = "state", description = "The stored state itself.")
  private static final class State {}

  @Command(name = "drift", description = "What comparisons found, and what is lived with.")
  private static final class Drift {}

  @Command(name = "backup", description = "Backups that were made.")
  private static final class Backups {}

  @Command(name = "lock", description = "Who holds what.")
  private static final class Locks {}

  @Command(name = "journal", description = "How far deploys came.")
  private static final class Journals {}

  @Command(name = "activity", description = "What was changed from here.")
  private static final class Activities {}

  @Command(name = "workspace", description = "The ids that rows of a shared database are under.")
  private static final class Workspaces {}

  @Command(name = "config", description = "The project's configuration.")
  private static final class Config {}

  /// The version the build wrote into the jar.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Program.name()};
    }
  }

  public static CommandLine tree(Terminal terminal, WindowFace window) {
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand(new CommandLine(new OverviewCommand(terminal)));
    root.addSubcommand(
        group(
            new State(),
            new StateList(terminal),
            new StatePull(terminal),
            new StateHistory(terminal),
            new StateDiff(terminal),
            new StateBackup(terminal),
            new StateRestore(terminal),
            new StateRemove(terminal),
            new StateMigrate(terminal),
            new BackendMigrate(terminal),
            new StateReconcile(terminal),
            new ForceUnlock(terminal),
            new LockSteal(terminal)));
    root.addSubcommand(
        group(
            new Drift(),
            new DriftHistory(terminal),
            new DriftIgnore(terminal),
            new DriftUnignore(terminal)));
    root.addSubcommand(
        group(
            new Backups(),
            new BackupList(terminal),
            new BackupVerify(terminal),
            new BackupShow(terminal)));
    root.addSubcommand(new CommandLine(new Inspect(terminal)));
    root.addSubcommand(new CommandLine(new Releases(terminal)));
    root.addSubcommand(
        group(
            new Locks(),
            new LockList(terminal),
            new LockHold(terminal),
            new LockRelease(terminal)));
    root.addSubcommand(group(new Journals(), new JournalList(terminal)));
    root.addSubcommand(group(new Activities(), new ActivityList(terminal)));
    root.addSubcommand(new CommandLine(new DoctorCommand(terminal)));
    root.addSubcommand(new CommandLine(new RecoverCommand(terminal)));
    root.addSubcommand(new CommandLine(new RecoverDryRun(terminal)));
    root.addSubcommand(
        group(new Workspaces(), new WorkspaceList(terminal), new WorkspaceRekey(terminal)));
    root.addSubcommand(group(new Config(), new ConfigShow(terminal)));
    root.addSubcommand(new CommandLine(new Open(terminal, window)));
    root.addSubcommand(new CommandLine(new Demo(terminal, window)));
    root.addSubcommand(new CommandLine(new Render(terminal, window)));
    root.addSubcommand(new CommandLine(new Completion(terminal)));
    root.addSubcommand(new CommandLine(new Manual(terminal)));
    root.addSubcommand(new CommandLine(new CommandLine.HelpCommand()));
    withHelpEverywhere(root);
    return root;
  }

  private static CommandLine group(Object group, Object... commands) {
    CommandLine line = new CommandLine(group);
    for (Object command : commands) {
      line.addSubcommand(new CommandLine(command));
    }
    return line;
  }

  private static void withHelpEverywhere(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(Commands::withHelpEverywhere);
  }
}
