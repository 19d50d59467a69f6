package io.runfabric.console.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.command.Commands;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Json;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/// Runs command lines in this JVM and keeps what they print.
final class CommandLineRun {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String program = "runfabric-console";
  private boolean interactive;
  private Instant now = NOW;
  private final Deque<String> answers = new ArrayDeque<>();
  private final Deque<Event> events = new ArrayDeque<>();
  final List<String> asked = new ArrayList<>();

  /// What was answered secretly, as the program holds it.
  final List<char[]> told = new ArrayList<>();

  final List<Optional<ProjectRequest>> opened = new ArrayList<>();
  final List<Boolean> openedReadOnly = new ArrayList<>();

  CommandLineRun(Path folder) {
    this.folder = folder;
    environment.put("RUNFABRIC_CONSOLE_STATE", stateFolder().toString());
  }

  /// Where the commands keep what the user did.
  Path stateFolder() {
    return folder.resolve("state-of-the-user");
  }

  /// From now on it is this moment.
  CommandLineRun at(Instant moment) {
    now = moment;
    return this;
  }

  CommandLineRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Answers the next question.
  CommandLineRun answering(String answer) {
    answers.add(answer);
    return this;
  }

  /// Answers the next question, after something else happened.
  CommandLineRun answering(String answer, Event before) {
    events.add(before);
    return answering(answer);
  }

  /// Something that happens while the user thinks.
  interface Event {
    void happen() throws Exception;
  }

  private void happen() {
    Event event = events.poll();
    try {
      if (event != null) {
        event.happen();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  CommandLineRun calledAs(String name) {
    program = name;
    return this;
  }

  CommandLineRun onTerminal() {
    interactive = true;
    return this;
  }

  record Outcome(int exitCode, String out, String err) {

    JsonNode json() {
      try {
        return Json.MAPPER.readTree(out);
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new AssertionError("standard output is not one JSON document: " + out, e);
      }
    }

    JsonNode result() {
      JsonNode document = json();
      if (!document.path("ok").asBoolean()) {
        throw new AssertionError("not ok: " + out);
      }
      return document.path("result");
    }
  }

  Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Cli.run(program, List.of(arguments), terminal(out, err), new RecordingWindow());
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The commands there are, to look at.
  static CommandLine tree() {
    CommandLineRun nowhere = new CommandLineRun(Path.of(""));
    return Commands.tree(
        nowhere.terminal(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()),
        nowhere.new RecordingWindow());
  }

  private Terminal terminal(OutputStream out, OutputStream err) {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.copyOf(environment),
        folder,
        Clock.fixed(now, ZoneOffset.UTC),
        interactive,
        new Answering(),
        Cancellation.never());
  }

  private final class Answering implements Terminal.Questions {
    @Override
    public Optional<String> ask(String question) {
      asked.add(question);
      happen();
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<char[]> askSecretly(String question) {
      Optional<char[]> answer = ask(question).map(String::toCharArray);
      answer.ifPresent(told::add);
      return answer;
    }
  }

  private final class RecordingWindow implements WindowFace {
    @Override
    public int open(Optional<ProjectRequest> request, BackendOptions options, boolean readOnly) {
      opened.add(request);
      openedReadOnly.add(readOnly);
      return 0;
    }

    @Override
    public int render(
        Path output, ProjectRequest request, BackendOptions options, PrintStream log) {
      opened.add(Optional.of(request));
      return 0;
    }
  }
}
