package io.runfabric.console.cli.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A command and what it says of itself, in plain text.
///
/// @param words the words that call it, without the program's name: `state`, `list`
record Described(List<String> words, CommandSpec spec) {

  static Described root(CommandSpec spec) {
    return new Described(List.of(), spec);
  }

  /// Its own commands, in the order of its help, without hidden ones.
  List<Described> commands() {
    List<Described> commands = new ArrayList<>();
    for (CommandLine line : spec.subcommands().values()) {
      if (!line.getCommandSpec().usageMessage().hidden()) {
        List<String> path = new ArrayList<>(words);
        path.add(line.getCommandName());
        commands.add(new Described(List.copyOf(path), line.getCommandSpec()));
      }
    }
    return commands;
  }

  /// Every command below it that is no mere group of others.
  List<Described> leaves() {
    return commands().stream()
        .flatMap(c -> c.commands().isEmpty() ? List.of(c).stream() : c.leaves().stream())
        .toList();
  }

  String name() {
    return words.getLast();
  }

  List<OptionSpec> options() {
    return spec.options().stream().filter(option -> !option.hidden()).toList();
  }

  List<String> description() {
    List<String> lines = new ArrayList<>();
    for (String line : spec.usageMessage().header()) {
      lines.add(text(line));
    }
    for (String line : spec.usageMessage().description()) {
      lines.add(text(line));
    }
    return lines;
  }

  /// Its examples and notes, line by line.
  List<String> footer() {
    return List.of(spec.usageMessage().footer()).stream()
        .flatMap(line -> text(line).lines())
        .toList();
  }

  /// What it is, as one short phrase.
  String summary() {
    return firstSentence(String.join(" ", description()));
  }

  /// What an option or parameter is, whole.
  static String whole(ArgSpec arg) {
    String candidates =
        arg.completionCandidates() == null ? "" : String.join(", ", arg.completionCandidates());
    String value = arg.defaultValue() == null ? "" : arg.defaultValue();
    return text(
        String.join(" ", arg.description())
            .replace("${DEFAULT-VALUE}", value)
            .replace("${COMPLETION-CANDIDATES}", candidates));
  }

  /// What an option or parameter is, as one short phrase.
  static String summary(ArgSpec arg) {
    return firstSentence(whole(arg));
  }

  /// The words a value may be; none where it may be anything.
  static List<String> values(ArgSpec arg) {
    List<String> values = new ArrayList<>();
    if (arg.completionCandidates() != null) {
      arg.completionCandidates().forEach(values::add);
    }
    return values;
  }

  /// Whether a value names a file or a folder.
  static boolean isFile(ArgSpec arg) {
    return arg.type() == Path.class
        || (arg.auxiliaryTypes().length > 0 && arg.auxiliaryTypes()[0] == Path.class)
        || arg.paramLabel().toUpperCase(Locale.ROOT).contains("FILE");
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  static boolean isRepeated(ArgSpec arg) {
    return arg.isMultiValue();
  }

  // Descriptions are formats, in which %n begins a line and %% is a sign.
  private static String text(String format) {
    return format.replace("%n", "\n").replace("%%", "%").strip();
  }

  private static String firstSentence(String text) {
    String line = text.lines().findFirst().orElse("");
    int end = line.indexOf(". ");
    String sentence = end < 0 ? line : line.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
