package io.runfabric.console.ui.moving;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.migrate.MigrationRequest;
import io.runfabric.console.operation.migrate.Route;
import io.runfabric.console.ui.wizard.FieldProblem;
import io.runfabric.console.ui.wizard.Page;
import io.runfabric.console.ui.write.Answers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is filled in to migrate, understood.
record MigrateAnswers(Answers answers) {

  static final String WAY = "way";
  static final String TO_KIND = "kind";
  static final String TO_CONFIG = "config";
  static final String TO_WORKSPACE = "workspace";
  static final String KIND = "to-kind";
  static final String CONFIG = "to-config";
  static final String WORKSPACE = "to-workspace";
  static final String STAGE = "stage";
  static final String JOURNALS = "journals";
  static final String CONFLICT = "conflict";
  static final String PARTIAL = "partial";
  static final String KEEP_GOING = "keep-going";
  static final String CUTOVER = "cutover";

  static final Answers INITIAL =
      new Answers(Map.of(WAY, TO_KIND, CONFLICT, "fail", JOURNALS, Answers.YES));

  private boolean toKind() {
    return answers.to(WAY).equals(TO_KIND);
  }

  private boolean toConfig() {
    return answers.to(WAY).equals(TO_CONFIG);
  }

  private boolean toWorkspace() {
    return answers.to(WAY).equals(TO_WORKSPACE);
  }

  Route route(ProjectRequest project, BackendOptions options) {
    return new Route(
        project.withBackend(Optional.empty()),
        project.backend(),
        toKind() ? Optional.of(answers.to(KIND)) : Optional.empty(),
        toConfig() ? Optional.of(target(project)) : Optional.empty(),
        options.workspace(),
        toWorkspace() ? Optional.of(answers.to(WORKSPACE)) : Optional.empty());
  }

  /// The configuration that leads to the target, as doctor is to look at it.
  ProjectRequest target(ProjectRequest project) {
    if (toKind()) {
      return project.withBackend(Optional.of(answers.to(KIND)));
    }
    return toConfig()
        ? project.withFile(Path.of(answers.to(CONFIG))).withBackend(Optional.empty())
        : project;
  }

  BackendOptions target(BackendOptions options) {
    return toWorkspace() ? options.withWorkspace(Optional.of(answers.to(WORKSPACE))) : options;
  }

  MigrationRequest request() {
    return new MigrationRequest(
        answers.to(STAGE).isEmpty()
            ? StateFilter.PROJECT
            : new StateFilter(
                Optional.empty(), Optional.of(answers.to(STAGE)), Optional.empty(), false),
        answers.yes(JOURNALS),
        conflict(),
        answers.yes(PARTIAL),
        answers.yes(KEEP_GOING),
        cutover());
  }

  // Another file is already what leads to its backend.
  private boolean cutover() {
    return toKind() && answers.yes(CUTOVER);
  }

  private OnConflict conflict() {
    return OnConflict.valueOf(answers.to(CONFLICT).toUpperCase(Locale.ROOT));
  }

  List<FieldProblem> problems(Page page) {
    if (page != Page.CHOOSE) {
      return List.of();
    }
    if (toKind() && answers.to(KIND).isEmpty()) {
      return List.of(new FieldProblem(KIND, "Choose the kind of backend to migrate to."));
    }
    if (toConfig() && answers.to(CONFIG).isEmpty()) {
      return List.of(new FieldProblem(CONFIG, "Name the other runfabric.yml."));
    }
    return toWorkspace() && answers.to(WORKSPACE).isEmpty()
        ? List.of(new FieldProblem(WORKSPACE, "Name the workspace id to migrate to."))
        : List.of();
  }

  List<String> command() {
    List<String> words = new ArrayList<>(List.of("state", "migrate"));
    if (toKind()) {
      words.addAll(List.of("--to", answers.to(KIND)));
    } else if (toConfig()) {
      words.addAll(List.of("--to-config", answers.to(CONFIG)));
    } else {
      words.addAll(List.of("--to-workspace", answers.to(WORKSPACE)));
    }
    if (!answers.to(STAGE).isEmpty()) {
      words.addAll(List.of("--stage", answers.to(STAGE)));
    }
    if (answers.yes(JOURNALS)) {
      words.add("--include-journals");
    }
    if (conflict() != OnConflict.FAIL) {
      words.addAll(List.of("--on-conflict", answers.to(CONFLICT)));
    }
    if (answers.yes(PARTIAL)) {
      words.add("--allow-partial");
    }
    if (answers.yes(KEEP_GOING)) {
      words.add("--keep-going");
    }
    if (cutover()) {
      words.add("--cutover");
    }
    return words;
  }
}
