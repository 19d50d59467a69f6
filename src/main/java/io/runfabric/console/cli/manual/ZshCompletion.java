package io.runfabric.console.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completion for zsh: a function for its `compdef` that walks down the commands typed, and hands
/// the last one's options to `_arguments`.
final class ZshCompletion {

  private final StringBuilder script = new StringBuilder();
  private final CommandSpec root;

  ZshCompletion(CommandSpec root) {
    this.root = root;
  }

  String script() {
    script.append(
        """
        #compdef runfabric-console

        # Completion of runfabric-console for zsh.
        _runfabric-console() {
          local -a commands
        """);
    group(Described.root(root), 2, "  ");
    script.append(
        """
        }

        # As a file of fpath this runs when something is completed; sourced, it only says who completes.
        if [[ ${funcstack[1]} == _runfabric-console ]]; then
          _runfabric-console "$@"
        else
          (( ${+functions[compdef]} )) || { autoload -U compinit && compinit }
          compdef _runfabric-console runfabric-console
        fi
        """);
    return script.toString();
  }

  /// @param at the place of the command line's word that names one of its commands
  private void group(Described group, int at, String indent) {
    line(indent, "if (( CURRENT == " + at + " )); then");
    line(indent, "  commands=(");
    for (Described command : group.commands()) {
      line(indent, "    " + quoted(command.name() + ":" + command.summary()));
    }
    line(indent, "  )");
    line(indent, "  _describe -t commands command commands");
    if (group.words().isEmpty()) {
      line(indent, "  _files -g '*.(yml|yaml)'");
    }
    line(indent, "  return");
    line(indent, "fi");
    line(indent, "case ${words[" + at + "]} in");
    for (Described command : group.commands()) {
      line(indent, "  (" + command.name() + ")");
      if (command.commands().isEmpty()) {
        arguments(command, indent + "    ");
      } else {
        group(command, at + 1, indent + "    ");
      }
      line(indent, "    ;;");
    }
    line(indent, "esac");
  }

  private void arguments(Described command, String indent) {
    int before = command.words().size();
    line(indent, "shift " + before + " words");
    line(indent, "(( CURRENT -= " + before + " ))");
    String rest =
        Stream.concat(
                command.options().stream().map(ZshCompletion::option),
                command.spec().positionalParameters().stream().map(ZshCompletion::parameter))
            .collect(Collectors.joining(" \\\n" + indent + "  "));
    line(indent, "_arguments \\\n" + indent + "  " + rest);
  }

  private static String option(OptionSpec option) {
    boolean value = Described.takesValue(option);
    boolean repeated = Described.isRepeated(option);
    List<String> names = List.of(option.names());
    String spelled =
        names.stream()
            .map(name -> value && name.startsWith("--") ? name + "=" : name)
            .collect(Collectors.joining(","));
    String rest = "[" + bracketed(Described.summary(option)) + "]" + (value ? value(option) : "");
    if (names.size() == 1) {
      return quoted((repeated ? "*" : "") + spelled + rest);
    }
    String others = repeated ? "*" : "(" + String.join(" ", names) + ")";
    return quoted(others) + "{" + spelled + "}" + quoted(rest);
  }

  private static String parameter(PositionalParamSpec parameter) {
    return quoted((Described.isRepeated(parameter) ? "*" : "") + value(parameter));
  }

  private static String value(ArgSpec arg) {
    List<String> values = Described.values(arg);
    String action = Described.isFile(arg) ? "_files" : " ";
    return ":"
        + arg.paramLabel().replace(":", "\\:")
        + ":"
        + (values.isEmpty() ? action : "(" + String.join(" ", values) + ")");
  }

  private void line(String indent, String text) {
    script.append(indent).append(text).append('\n');
  }

  private static String bracketed(String text) {
    return text.replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
