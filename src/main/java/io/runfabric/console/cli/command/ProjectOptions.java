package io.runfabric.console.cli.command;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which project, resolved how.
final class ProjectOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "runfabric.yml",
      description = "The project's configuration (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("runfabric.yml");

  @Option(
      names = {"-s", "--stage"},
      paramLabel = "STAGE",
      description = "The stage to resolve the configuration for, and to look at.")
  private @Nullable String stage;

  @Option(
      names = {"-b", "--backend"},
      paramLabel = "KIND",
      completionCandidates = BackendWords.class,
      description = "Look at this kind of backend instead of the configured one.")
  private @Nullable String backend;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description = "The workspace id of this project's rows in a shared database.")
  private @Nullable String workspace;

  Optional<String> stage() {
    return Optional.ofNullable(stage);
  }

  Optional<String> workspace() {
    return Optional.ofNullable(workspace);
  }

  /// The options that lead another command to the same place, from any folder.
  List<String> words(Project opened) {
    List<String> words = new ArrayList<>(List.of("-c", opened.file().toString()));
    stage().ifPresent(name -> words.addAll(List.of("--stage", name)));
    Optional.ofNullable(backend).ifPresent(kind -> words.addAll(List.of("--backend", kind)));
    workspace().ifPresent(id -> words.addAll(List.of("--workspace", id)));
    return words;
  }

  ProjectRequest request(Terminal terminal) {
    return new ProjectRequest(
        config,
        terminal.workingDirectory(),
        stage(),
        Optional.ofNullable(backend),
        terminal.environment());
  }

  BackendOptions backendOptions(Terminal terminal) {
    BackendOptions standard = BackendOptions.standard();
    return new BackendOptions(
        Optional.ofNullable(workspace), terminal.clock(), standard.processAlive());
  }

  /// The kinds, for shell completion.
  static final class BackendWords implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return List.copyOf(io.runfabric.console.config.BackendKind.words()).iterator();
    }
  }
}
