package io.runfabric.console.cli.command;

import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.user.Program;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The tree of commands. Making a command takes picocli's reflection over all of its options, which
/// is most of what starting takes; so only what a command line names is made, wherever that can be
/// told from its first words.
public final class Commands {

  /// The words of every command, in the order in which they are listed. A command with two words is
  /// within a group of that name.
  static final List<String> PATHS =
      List.of(
          "overview",
          "state list",
          "state pull",
          "state history",
          "state diff",
          "state backup",
          "state restore",
          "state remove",
          "state migrate",
          "state backend-migrate",
          "state reconcile",
          "state force-unlock",
          "state lock-steal",
          "drift history",
          "drift ignore",
          "drift unignore",
          "backup list",
          "backup verify",
          "backup show",
          "inspect",
          "releases",
          "lock list",
          "lock hold",
          "lock release",
          "journal list",
          "activity list",
          "doctor",
          "recover",
          "recover-dry-run",
          "workspace list",
          "workspace rekey",
          "config show",
          "open",
          "demo",
          "render",
          "completion",
          "manual",
          "help");

  /// Other words for a command.
  static final Map<String, String> ALIASES = Map.of("state unlock", "state force-unlock");

  private static final Set<String> HELP = Set.of("--help", "-h");
  private static final Set<String> VERSION = Set.of("--version", "-V");

  /// These tell of all others.
  static final Set<String> KNOWING_ALL = Set.of("completion", "manual", "help");

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

  /// Whether a command line that begins with this word names a command.
  public static boolean begins(String word) {
    return PATHS.stream().anyMatch(path -> first(path).equals(word));
  }

  /// The tree as far as this command line needs it: it is parsed, helped with and refused as by the
  /// whole one.
  public static CommandLine tree(List<String> arguments, Terminal terminal, WindowFace window) {
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    String two = arguments.size() < 2 ? "" : first + " " + arguments.get(1);
    Tree tree = new Tree(terminal, window);
    if (arguments.size() == 1 && VERSION.contains(first)) {
      return tree.of(List.of());
    }
    if (arguments.size() == 1 && HELP.contains(first)) {
      return tree.outline("");
    }
    if (arguments.size() == 2 && HELP.contains(arguments.get(1)) && !PATHS.contains(first)) {
      return begins(first) ? tree.outline(first) : tree.of(PATHS);
    }
    for (String path : List.of(first, ALIASES.getOrDefault(two, two))) {
      if (PATHS.contains(path) && !KNOWING_ALL.contains(path)) {
        return tree.of(List.of(path));
      }
    }
    return tree.of(PATHS);
  }

  /// The whole tree.
  public static CommandLine tree(Terminal terminal, WindowFace window) {
    return new Tree(terminal, window).of(PATHS);
  }

  private static String first(String path) {
    int space = path.indexOf(' ');
    return space < 0 ? path : path.substring(0, space);
  }

  /// Puts commands together.
  private record Tree(Terminal terminal, WindowFace window) {

    /// With these commands and their groups.
    CommandLine of(List<String> paths) {
      CommandLine root = new CommandLine(new Root());
      for (String path : paths) {
        place(root, path, new CommandLine(command(path)));
      }
      withHelpEverywhere(root);
      return root;
    }

    /// With every command's name and description, but none of its options: enough to list them.
    ///
    /// @param group whose commands are wanted too; empty for none
    CommandLine outline(String group) {
      CommandLine root = new CommandLine(new Root());
      for (String path : PATHS) {
        boolean nested = !first(path).equals(path);
        if (!nested || first(path).equals(group)) {
          place(root, path, outlined(path));
        } else if (!root.getSubcommands().containsKey(first(path))) {
          root.addSubcommand(new CommandLine(group(first(path))));
        }
      }
      withHelpEverywhere(root);
      return root;
    }

    private CommandLine outlined(String path) {
      Command told = command(path).getClass().getAnnotation(Command.class);
      CommandSpec spec = CommandSpec.create().name(told.name()).aliases(told.aliases());
      spec.usageMessage()
          .header(told.header())
          .description(told.description())
          .hidden(told.hidden());
      return new CommandLine(spec);
    }

    private static void place(CommandLine root, String path, CommandLine command) {
      if (first(path).equals(path)) {
        root.addSubcommand(command);
        return;
      }
      CommandLine group = root.getSubcommands().get(first(path));
      if (group == null) {
        group = new CommandLine(group(first(path)));
        root.addSubcommand(group);
      }
      group.addSubcommand(command);
    }

    private static Object group(String name) {
      return switch (name) {
        case "state" -> new State();
        case "drift" -> new Drift();
        case "backup" -> new Backups();
        case "lock" -> new Locks();
        case "journal" -> new Journals();
        case "activity" -> new Activities();
        case "workspace" -> new Workspaces();
        case "config" -> new Config();
        default -> throw new IllegalStateException("no group " + name);
      };
    }

    private Object command(String path) {
      return switch (path) {
        case "overview" -> new OverviewCommand(terminal);
        case "state list" -> new StateList(terminal);
        case "state pull" -> new StatePull(terminal);
        case "state history" -> new StateHistory(terminal);
        case "state diff" -> new StateDiff(terminal);
        case "state backup" -> new StateBackup(terminal);
        case "state restore" -> new StateRestore(terminal);
        case "state remove" -> new StateRemove(terminal);
        case "state migrate" -> new StateMigrate(terminal);
        case "state backend-migrate" -> new BackendMigrate(terminal);
        case "state reconcile" -> new StateReconcile(terminal);
        case "state force-unlock" -> new ForceUnlock(terminal);
        case "state lock-steal" -> new LockSteal(terminal);
        case "drift history" -> new DriftHistory(terminal);
        case "drift ignore" -> new DriftIgnore(terminal);
        case "drift unignore" -> new DriftUnignore(terminal);
        case "backup list" -> new BackupList(terminal);
        case "backup verify" -> new BackupVerify(terminal);
        case "backup show" -> new BackupShow(terminal);
        case "inspect" -> new Inspect(terminal);
        case "releases" -> new Releases(terminal);
        case "lock list" -> new LockList(terminal);
        case "lock hold" -> new LockHold(terminal);
        case "lock release" -> new LockRelease(terminal);
        case "journal list" -> new JournalList(terminal);
        case "activity list" -> new ActivityList(terminal);
        case "doctor" -> new DoctorCommand(terminal);
        case "recover" -> new RecoverCommand(terminal);
        case "recover-dry-run" -> new RecoverDryRun(terminal);
        case "workspace list" -> new WorkspaceList(terminal);
        case "workspace rekey" -> new WorkspaceRekey(terminal);
        case "config show" -> new ConfigShow(terminal);
        case "open" -> new Open(terminal, window);
        case "demo" -> new Demo(terminal, window);
        case "render" -> new Render(terminal, window);
        case "completion" -> new Completion(terminal);
        case "manual" -> new Manual(terminal);
        case "help" -> new CommandLine.HelpCommand();
        default -> throw new IllegalStateException("no command " + path);
      };
    }
  }

  private static void withHelpEverywhere(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    if (spec.findOption("--version") == null) {
      spec.mixinStandardHelpOptions(true);
    } else if (spec.findOption("--help") == null) {
      // With a version of its own a command would get neither option.
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help message and exit.")
              .build());
    }
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(Commands::withHelpEverywhere);
  }
}
