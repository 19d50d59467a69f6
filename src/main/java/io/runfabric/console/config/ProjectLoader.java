package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Loads and resolves a `runfabric.yml`. Reads the file and the `.env` beside it, nothing else.
///
/// A reference that does not resolve (an unset variable, a secret kept in a vault) is an error
/// where the active stage and backend need the value: `service`, `provider.name`, the keys of the
/// active kind, the declared `state:` store, and the region when that backend has one. In keys of
/// another kind it is a warning, in another stage's overrides it is passed over. The kind is chosen
/// by the request, else `backend.kind` (the stage's before the top level's), else
/// `extensions.statePlugin`, else `RUNFABRIC_BACKEND`, else it is `local`.
public final class ProjectLoader {

  private ProjectLoader() {}

  /// @throws InvalidProjectException with every problem found, when at least one is an error
  public static LoadedProject load(ProjectRequest request) throws InvalidProjectException {
    return load(request, ProjectLoader::read);
  }

  /// As [#load(ProjectRequest)], as if the file held this text.
  ///
  /// @throws InvalidProjectException with every problem found, when at least one is an error
  public static LoadedProject load(ProjectRequest request, String text)
      throws InvalidProjectException {
    return load(request, (_, problems) -> YamlDocument.read(text, problems));
  }

  private interface Reading {
    Optional<YamlMapping> root(Path file, Problems problems);
  }

  private static LoadedProject load(ProjectRequest request, Reading reading)
      throws InvalidProjectException {
    ProjectFile location = ProjectFile.of(request);
    Problems problems = new Problems(location.file());
    Environment environment =
        new Environment(request.environment(), DotEnv.beside(location.file(), problems));
    Optional<YamlMapping> root = reading.root(location.file(), problems);
    ActiveStage stage = ActiveStage.of(request, environment, problems);
    Optional<LoadedProject> project =
        root.map(top -> resolve(request, location, top, stage, environment, problems));
    problems.stopAtErrors();
    return project.orElseThrow(() -> new InvalidProjectException(problems.sorted()));
  }

  private static Optional<YamlMapping> read(Path file, Problems problems) {
    try {
      return YamlDocument.read(TextFile.read(file), problems);
    } catch (UnreadableTextException e) {
      problems.error(e.place(), "", "", e.problem(), e.fix());
      return Optional.empty();
    }
  }

  private static LoadedProject resolve(
      ProjectRequest request,
      ProjectFile location,
      YamlMapping root,
      ActiveStage stage,
      Environment environment,
      Problems problems) {
    Blocks blocks = new Blocks(root, problems);
    stage.warnOfMisspelling(blocks.stages(), problems);
    KnownKeys.warnOfMisspeltBlocks(root, problems);
    Texts texts =
        new Texts(new Interpolation(stage.name(), environment, secrets(root, problems)), problems);
    Surroundings around =
        new Surroundings(
            location.file().resolveSibling("").normalize(),
            environment,
            texts,
            problems,
            new ArrayList<>());
    Block top = Block.top(root);

    Value service = ServiceName.read(top, root.keys(), around);
    around.list("service", service);
    around.list("stage", stage.value());
    Block backend = blocks.of("backend", stage.name());
    KindChoice kind = kind(request, backend, blocks, around);
    StateBlock state = new StateBlock(blocks.topLevel("state"), request.records(), around);
    boolean regional =
        kind.kind() == BackendKind.S3 || kind.kind() == BackendKind.DYNAMODB || state.needsRegion();
    ProviderBlock provider =
        ProviderBlock.resolve(
            blocks.of("provider", stage.name()),
            top,
            regional ? Weight.NEEDED : Weight.IDLE,
            around);
    BackendSettings settings = BackendBlock.resolve(backend, kind, provider.region(), around);
    RecordSettings records = state.resolve(provider.region());
    List<FunctionSettings> functions = FunctionSettings.of(root);
    Project project =
        new Project(
            location.file(),
            location.typedFolder(),
            service.text(),
            stage.name(),
            provider.provider(),
            provider.names(),
            blocks.stages(),
            settings,
            kind.source(),
            records,
            functions.stream().map(FunctionSettings::name).distinct().toList(),
            environment.merged(),
            environment.ofDotEnv(),
            new OtherStages(blocks, around).otherBackends(stage.name(), kind.kind()));
    return new LoadedProject(
        project,
        problems.sorted(),
        functions,
        WorkflowGraph.of(root),
        List.copyOf(around.settings()));
  }

  private static KindChoice kind(
      ProjectRequest request, Block backend, Blocks blocks, Surroundings around) {
    Optional<KindChoice> flagged =
        request.backend().map(word -> KindChoice.flagged(word, around.problems()));
    KindChoice configured =
        KindChoice.configured(
            backend,
            blocks.topLevel("extensions"),
            around,
            around.texts(),
            flagged.isPresent() ? Weight.IDLE : Weight.NEEDED);
    return flagged.orElse(configured);
  }

  private static Map<String, String> secrets(YamlMapping root, Problems problems) {
    Map<String, String> secrets = new HashMap<>();
    root.entry("secrets")
        .flatMap(entry -> Blocks.layer("secrets", entry, false, problems))
        .ifPresent(layer ->
            layer
                .mapping()
                .entries()
                .forEach(entry ->
                    entry.value().text().ifPresent(text -> secrets.put(entry.key(), text))));
    return secrets;
  }
}
