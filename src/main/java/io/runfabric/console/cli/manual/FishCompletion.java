package io.runfabric.console.cli.manual;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completion for fish: one line for each command and option, and on which words typed so far it is
/// offered.
final class FishCompletion {

  private static final String FUNCTIONS =
      """
      # Completion of runfabric-console for fish.

      # The words typed so far, up to the first option.
      function __runfabric_console_words
          set -l typed (commandline -opc)
          for word in $typed[2..-1]
              string match -q -- '-*' $word; and break
              echo $word
          end
      end

      # Whether exactly these commands are typed.
      function __runfabric_console_at
          set -l words (__runfabric_console_words)
          test "$words" = "$argv"
      end

      # Whether the words typed begin with these commands.
      function __runfabric_console_in
          set -l words (__runfabric_console_words)
          string match -q -- "$argv *" "$words "
      end

      complete -c runfabric-console -f
      complete -c runfabric-console -n '__runfabric_console_at' -k -a '(__fish_complete_suffix .yml)'
      """;

  private final StringBuilder script = new StringBuilder(FUNCTIONS);
  private final CommandSpec root;

  FishCompletion(CommandSpec root) {
    this.root = root;
  }

  String script() {
    command(Described.root(root));
    return script.toString();
  }

  private void command(Described described) {
    String words = String.join(" ", described.words());
    List<Described> commands = described.commands();
    String when =
        (commands.isEmpty() ? "__runfabric_console_in " : "__runfabric_console_at ") + words;
    for (Described command : commands) {
      line(when, "-a " + quoted(command.name()), command.summary());
    }
    for (OptionSpec option : described.options()) {
      line(when, option(option), Described.summary(option));
    }
    for (PositionalParamSpec parameter : described.spec().positionalParameters()) {
      if (Described.isFile(parameter)) {
        line(when, "-F", Described.summary(parameter));
      } else if (!Described.values(parameter).isEmpty()) {
        line(when, "-a " + quoted(String.join(" ", Described.values(parameter))), "");
      }
    }
    commands.forEach(this::command);
  }

  private static String option(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
      names.append(' ');
    }
    if (Described.takesValue(option)) {
      List<String> values = Described.values(option);
      names.append(Described.isFile(option) ? "-r -F" : "-x");
      if (!values.isEmpty()) {
        names.append(" -a ").append(quoted(String.join(" ", values)));
      }
    }
    return names.toString().strip();
  }

  private void line(String when, String what, String description) {
    script.append("complete -c runfabric-console -n ").append(quoted(when.strip()));
    script.append(' ').append(what);
    if (!description.isEmpty()) {
      script.append(" -d ").append(quoted(description));
    }
    script.append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
