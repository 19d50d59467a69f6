package io.runfabric.console.cli.output;

import io.runfabric.console.model.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command line as it may be kept: quoted for a shell, with nothing secret in it.
public final class ShellLine {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,\\[\\]-]+");

  private ShellLine() {}

  /// The program with these arguments.
  public static String of(List<String> arguments) {
    return "runfabric-console "
        + masked(arguments).stream().map(ShellLine::quoted).collect(Collectors.joining(" "));
  }

  private static List<String> masked(List<String> arguments) {
    List<String> shown = new ArrayList<>();
    boolean value = false;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      boolean option = argument.startsWith("--");
      if (value && !option) {
        shown.add(Redactor.MASK);
      } else if (option && equals > 0 && sensitive(argument.substring(0, equals))) {
        shown.add(argument.substring(0, equals + 1) + Redactor.MASK);
      } else {
        shown.add(Redactor.masking().text(argument));
      }
      value = option && equals < 0 && sensitive(argument);
    }
    return shown;
  }

  // `--show-secrets` is a switch that only sounds like one.
  private static boolean sensitive(String option) {
    return Redactor.sensitive(option) && !option.equals("--show-secrets");
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
