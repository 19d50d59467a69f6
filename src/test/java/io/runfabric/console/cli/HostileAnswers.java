package io.runfabric.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Unseen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whatever a command was asked, and whatever it found: no terminal acts on its answer, JSON is
/// JSON, errors are sentences, and the commands it names are safe to paste.
final class HostileAnswers {

  private static final Set<Integer> EXIT_CODES = Set.of(0, 1, 2, 3, 4, 5);
  private static final int LONGEST_ERROR = 2_500;

  private final List<String> complaints = new ArrayList<>();
  private final Set<String> commands = new LinkedHashSet<>();

  /// What is wrong with the answers so far.
  List<String> complaints() {
    return complaints;
  }

  void look(List<String> words, Outcome outcome) {
    boolean json = words.getLast().equals("--json");
    String told = outcome.out() + outcome.err();
    check(words, EXIT_CODES.contains(outcome.exitCode()), "exit code " + outcome.exitCode());
    check(words, !told.contains("unexpected: ") && !told.contains("\tat "), told);
    // JSON's escapes are by halves of characters: it lets pairs be.
    boolean acts =
        told.codePoints().anyMatch(c -> c != '\n' && Unseen.is(c) && !(json && c > 0xffff));
    check(words, !acts, "acts: " + told);
    check(words, !told.contains(HostileNames.CANARY), "told what is outside: " + told);
    if (json) {
      walk(outcome.json());
    } else if (outcome.exitCode() != 0) {
      check(words, !told.isBlank(), "not a word");
      told.lines()
          .filter(line -> line.startsWith("error: "))
          .forEach(line -> check(words, line.length() > 12 && line.length() < LONGEST_ERROR, line));
    }
    told.lines().filter(line -> !line.startsWith("{")).forEach(this::command);
  }

  private void check(List<String> words, boolean holds, String otherwise) {
    if (!holds) {
      complaints.add(shown(words.toString()) + " -> " + shown(otherwise));
    }
  }

  private static String shown(String text) {
    String safe = Unseen.shown(text);
    return safe.length() > 400 ? safe.substring(0, 400) + "…" : safe;
  }

  private void walk(JsonNode node) {
    if (node.isTextual()) {
      command(node.textValue());
    }
    node.forEach(this::walk);
  }

  private void command(String line) {
    Stream.of("runfabric-console ", "runfabric ")
        .mapToInt(line::indexOf)
        .filter(at -> at >= 0)
        .min()
        .ifPresent(at -> commands.add(line.substring(at)));
  }

  /// Has a shell read every command that was named, each program being one that keeps its words.
  ///
  /// @param stages that a command may name after `--stage`
  void paste(Path folder, Set<String> stages) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String script =
        """
        keep() { printf '%s\\0' "$@" end >> words; }
        runfabric-console() { keep "$@"; }
        runfabric() { keep "$@"; }
        cd() { :; }
        while IFS= read -r -d '' line; do (eval "$line") > /dev/null 2>&1 < /dev/null; done
        """;
    Process shell = new ProcessBuilder("bash", "-c", script).directory(folder.toFile()).start();
    try (var in = shell.getOutputStream()) {
      for (String command : commands) {
        in.write((command.replace("\0", "") + "\0").getBytes(StandardCharsets.UTF_8));
      }
    }
    shell.waitFor();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> !file.endsWith("words"))
          .forEach(file -> complaints.add("a pasted command made " + file));
    }
    String[] words = Files.readString(folder.resolve("words")).split("\0", -1);
    for (int i = 0; i < words.length - 1; i++) {
      if (words[i].equals("--stage") && !stages.contains(words[i + 1])) {
        complaints.add("another stage was pasted: " + shown(words[i + 1]));
      }
    }
  }

  /// Everything below a folder but what is below another.
  static Set<String> tree(Path folder, Path except) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<String> found = new LinkedHashSet<>();
      files.filter(file -> !file.startsWith(except)).map(Path::toString).forEach(found::add);
      return found;
    }
  }

  /// A document on one line in ASCII, so that it may hold half a character.
  static String ascii(JsonNode document) {
    StringBuilder ascii = new StringBuilder();
    Json.line(document)
        .chars()
        .forEach(c -> ascii.append(c < 0x80 ? "" + (char) c : "\\u%04x".formatted(c)));
    return ascii.toString();
  }
}
