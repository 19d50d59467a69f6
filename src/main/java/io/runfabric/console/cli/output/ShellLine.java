package io.runfabric.console.cli.output;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ShellWords;
import java.util.ArrayList;
import java.util.List;

/// A command line as it may be kept: quoted for a shell, with nothing secret in it.
public final class ShellLine {

  private ShellLine() {}

  /// The program with these arguments.
  public static String of(List<String> arguments) {
    return "runfabric-console " + ShellWords.line(masked(arguments));
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
}
