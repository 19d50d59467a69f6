package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A project folder for a test: write files, set variables, load.
final class Workspace {

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Optional<String> stage = Optional.empty();
  private Optional<String> backend = Optional.empty();

  Workspace(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Workspace file(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Workspace yml(String content) {
    return file("runfabric.yml", content);
  }

  Workspace variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Workspace stage(String name) {
    stage = Optional.of(name);
    return this;
  }

  Workspace backend(String kind) {
    backend = Optional.of(kind);
    return this;
  }

  LoadedProject loaded() {
    try {
      return load("runfabric.yml");
    } catch (InvalidProjectException e) {
      throw new AssertionError(sentences(e.problems()), e);
    }
  }

  Project project() {
    return loaded().project();
  }

  LoadedProject load(String typed) throws InvalidProjectException {
    return ProjectLoader.load(
        new ProjectRequest(Path.of(typed), folder, stage, backend, environment));
  }

  /// The problems that keep the project from opening.
  List<Problem> refused() {
    return refused("runfabric.yml");
  }

  List<Problem> refused(String typed) {
    InvalidProjectException refusal =
        catchThrowableOfType(InvalidProjectException.class, () -> load(typed));
    assertThat(refusal).as("the project is refused").isNotNull();
    assertThat(refusal.problems()).isNotEmpty();
    return refusal.problems();
  }

  /// The only problem there is.
  Problem refusedFor() {
    List<Problem> problems = refused();
    assertThat(problems).as(sentences(problems)).hasSize(1);
    return problems.getFirst();
  }

  Problem warnedOf() {
    List<Problem> warnings = loaded().warnings();
    assertThat(warnings).as(sentences(warnings)).hasSize(1);
    return warnings.getFirst();
  }

  static String sentences(List<Problem> problems) {
    return String.join("\n", problems.stream().map(Problem::sentence).toList());
  }
}
