package io.runfabric.console.cli.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page: every command with its options, in the `man` macros. What most commands take is
/// described once.
public final class ManualPage {

  private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();
  private static final Map<String, String> VARIABLES = new LinkedHashMap<>();
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    EXIT_CODES.put("0", "Done.");
    EXIT_CODES.put("1", "Failed.");
    EXIT_CODES.put("2", "The command line or the configuration is not valid.");
    EXIT_CODES.put("3", "Differences were found: drift, or a dry run with changes.");
    EXIT_CODES.put("4", "The backend cannot be reached, or denies something.");
    EXIT_CODES.put("5", "A conflict: a lock is held, or something changed or is newer.");
    EXIT_CODES.put("6", "The lock was lost during the operation.");
    EXIT_CODES.put("130", "Interrupted.");
    VARIABLES.put("RUNFABRIC_STAGE", "The stage, where --stage does not name it.");
    VARIABLES.put(
        "RUNFABRIC_BACKEND", "The kind of backend, where the configuration does not name it.");
    VARIABLES.put(
        "RUNFABRIC_CONSOLE_STATE", "The folder of the user's own files, such as the activity log.");
    VARIABLES.put(
        "RUNFABRIC_CONSOLE_READS", "How many documents are read at once from a cloud, 1 to 256.");
    VARIABLES.put(
        "RUNFABRIC_CONSOLE_TIMEOUT",
        "How many seconds a backend elsewhere may say nothing, 1 to 600.");
    VARIABLES.put("RUNFABRIC_CONSOLE_JAVA_HOME", "The JDK to run on, and no other.");
    VARIABLES.put(
        "RUNFABRIC_CONSOLE_JAVA_SEARCH", "Folders to search for a JDK instead of the usual ones.");
    VARIABLES.put("RUNFABRIC_CONSOLE_JAVA_OPTS", "More options for the JVM.");
    VARIABLES.put("NO_COLOR", "If set, nothing is coloured unless --color asks for it.");
    FILES.put("runfabric.yml", "The project's configuration.");
    FILES.put(".env", "Beside it: variables that the environment does not set.");
    FILES.put(".runfabric/", "Beside it: what the engine keeps locally.");
    FILES.put(".runfabric/backup/", "Backups, also those taken before something was changed.");
    FILES.put(".runfabric/drift-ignore.yml", "Findings of drift that are lived with.");
  }

  private final Roff roff = new Roff();
  private final Described root;
  private final List<OptionSpec> common;

  public ManualPage(CommandLine root) {
    this.root = Described.root(root.getCommandSpec());
    this.common = common(this.root.leaves());
  }

  public String text() {
    roff.line(".TH RUNFABRIC\\-CONSOLE 1 \"\" \"RunFabric Console\" \"RunFabric Console\"");
    roff.line(".nh").line(".ad l");
    roff.section("NAME").line("runfabric\\-console \\- administer RunFabric deployment state");
    roff.section("SYNOPSIS");
    roff.line(Roff.bold("runfabric-console") + " " + Roff.slanted("COMMAND") + " [options]");
    roff.line(".br");
    roff.line(Roff.bold("runfabric-console") + " [" + Roff.slanted("FILE") + "]");
    roff.section("DESCRIPTION");
    root.description().forEach(roff::paragraph);
    roff.paragraph("Without a command, or with a runfabric.yml or a folder, the window opens.");
    roff.paragraph("Commands only read, but for those that say otherwise.");
    roff.section("COMMANDS");
    root.leaves().forEach(this::command);
    roff.section("COMMON OPTIONS");
    common.forEach(this::option);
    table("EXIT STATUS", EXIT_CODES);
    table("ENVIRONMENT", VARIABLES);
    table("FILES", FILES);
    return roff.toString();
  }

  private void command(Described command) {
    roff.subsection(String.join(" ", command.words()));
    StringBuilder synopsis = new StringBuilder(Roff.bold("runfabric-console"));
    synopsis.append(' ').append(Roff.bold(String.join(" ", command.words()))).append(" [options]");
    for (PositionalParamSpec parameter : command.spec().positionalParameters()) {
      String label = Roff.slanted(parameter.paramLabel());
      String one = parameter.arity().min() > 0 ? label : "[" + label + "]";
      synopsis.append(' ').append(one).append(Described.isRepeated(parameter) ? "..." : "");
    }
    roff.line(synopsis.toString());
    command.description().forEach(roff::paragraph);
    for (PositionalParamSpec parameter : command.spec().positionalParameters()) {
      roff.tagged(Roff.slanted(parameter.paramLabel()), Described.whole(parameter));
    }
    command.options().stream().filter(option -> !isCommon(option)).forEach(this::option);
    String shared =
        command.options().stream()
            .filter(this::isCommon)
            .map(OptionSpec::longestName)
            .collect(Collectors.joining(", "));
    if (!shared.isEmpty()) {
      roff.paragraph("Common options: " + shared + ".");
    }
    if (!command.footer().isEmpty()) {
      roff.verbatim(command.footer());
    }
  }

  private void option(OptionSpec option) {
    String names =
        List.of(option.names()).stream().map(Roff::bold).collect(Collectors.joining(", "));
    String value = Described.takesValue(option) ? " " + Roff.slanted(option.paramLabel()) : "";
    roff.tagged(names + value, Described.whole(option));
  }

  private void table(String title, Map<String, String> entries) {
    roff.section(title);
    entries.forEach((name, meaning) -> roff.tagged(Roff.bold(name), meaning));
  }

  private boolean isCommon(OptionSpec option) {
    return common.stream().anyMatch(shared -> same(shared, option));
  }

  private static List<OptionSpec> common(List<Described> leaves) {
    List<OptionSpec> common = new ArrayList<>();
    for (OptionSpec option : leaves.stream().flatMap(leaf -> leaf.options().stream()).toList()) {
      long takers =
          leaves.stream()
              .filter(leaf -> leaf.options().stream().anyMatch(other -> same(option, other)))
              .count();
      if (takers > leaves.size() / 2 && common.stream().noneMatch(known -> same(known, option))) {
        common.add(option);
      }
    }
    return common;
  }

  private static boolean same(OptionSpec one, OptionSpec other) {
    return List.of(one.names()).equals(List.of(other.names()))
        && Described.whole(one).equals(Described.whole(other));
  }
}
