package io.runfabric.console.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Only what a command line names is made, and it is as in the whole tree.
class CommandsTest {

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
  private static final Terminal TERMINAL =
      new Terminal(
          NOWHERE,
          NOWHERE,
          Map.of(),
          Path.of("/"),
          Clock.systemUTC(),
          false,
          Terminal.Questions.NONE,
          Cancellation.never());
  private static final WindowFace NO_WINDOW =
      new WindowFace() {
        @Override
        public int open(
            Optional<io.runfabric.console.config.ProjectRequest> request,
            io.runfabric.console.backend.BackendOptions options,
            boolean readOnly) {
          return 0;
        }

        @Override
        public int render(
            Path output,
            io.runfabric.console.config.ProjectRequest request,
            io.runfabric.console.backend.BackendOptions options,
            PrintStream log) {
          return 0;
        }
      };

  private final CommandLine whole = Commands.tree(TERMINAL, NO_WINDOW);

  @Test
  void everyCommandIsListedUnderItsOwnWords() {
    assertThat(words(whole, "")).containsExactlyElementsOf(Commands.PATHS);
    assertThat(Commands.ALIASES).containsExactlyInAnyOrderEntriesOf(aliases(whole));
  }

  @Test
  void aCommandIsMadeAloneAndHelpsAsInTheWholeTree() {
    for (String path : Commands.PATHS) {
      String[] line = path.split(" ");
      CommandLine narrow = Commands.tree(Arrays.asList(line), TERMINAL, NO_WINDOW);

      if (!Commands.KNOWING_ALL.contains(path)) {
        assertThat(words(narrow, "")).containsExactly(path);
      }
      assertThat(usage(narrow, line)).as(path).isEqualTo(usage(whole, line));
    }
  }

  @Test
  void helpAndVersionNeedNoOptionsOfCommands() {
    assertThat(usage(outlined("--help"))).isEqualTo(usage(whole));
    for (String group : whole.getSubcommands().keySet()) {
      assertThat(usage(outlined(group, "--help"), group)).as(group).isEqualTo(usage(whole, group));
    }
    assertThat(outlined("--version").getSubcommands()).isEmpty();
  }

  @Test
  void everyCommandHelps() {
    for (String path : Commands.PATHS) {
      List<String> line = new ArrayList<>(List.of(path.split(" ", -1)));
      line.add("--help");

      CommandLine.ParseResult parsed =
          Commands.tree(line, TERMINAL, NO_WINDOW).parseArgs(line.toArray(String[]::new));
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }

      assertThat(parsed.isUsageHelpRequested()).as(path).isTrue();
    }
  }

  @Test
  void anotherWordForACommandAndWhatIsMisspeltAreUnderstood() {
    assertThat(words(outlined("state", "unlock", "--stage", "dev"), ""))
        .containsExactly("state force-unlock");
    assertThat(words(outlined("state", "lisst"), "")).containsExactlyElementsOf(Commands.PATHS);
    assertThat(words(outlined("state", "--help", "list"), ""))
        .containsExactlyElementsOf(Commands.PATHS);
  }

  private static CommandLine outlined(String... line) {
    return Commands.tree(List.of(line), TERMINAL, NO_WINDOW);
  }

  private static String usage(CommandLine root, String... words) {
    CommandLine at = root;
    for (String word : words) {
      at = Objects.requireNonNull(at.getSubcommands().get(word), word);
    }
    return at.getUsageMessage();
  }

  private static List<String> words(CommandLine line, String before) {
    List<String> paths = new ArrayList<>();
    line.getSubcommands().values().stream()
        .distinct()
        .forEach(command -> {
          String path = (before + " " + command.getCommandName()).strip();
          if (command.getSubcommands().isEmpty()) {
            paths.add(path);
          } else {
            paths.addAll(words(command, path));
          }
        });
    return paths;
  }

  private static Map<String, String> aliases(CommandLine root) {
    Map<String, String> found = new java.util.HashMap<>();
    root.getSubcommands()
        .forEach((group, line) ->
            line.getSubcommands()
                .forEach((name, command) -> {
                  if (!name.equals(command.getCommandName())) {
                    found.put(group + " " + name, group + " " + command.getCommandName());
                  }
                }));
    return found;
  }
}
