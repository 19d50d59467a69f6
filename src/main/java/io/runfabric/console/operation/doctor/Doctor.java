package io.runfabric.console.operation.doctor;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.kinds.Checkups;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.Problem;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks a project over: its configuration, every place that keeps its state, and the state. What
/// keeps one look from being taken never hides another; what was not looked at is said.
///
/// @param mayWrite whether a document may be written and removed again at each place
public record Doctor(ProjectRequest request, BackendOptions options, boolean mayWrite) {

  /// The place looked at first.
  public static final String CONFIGURATION = "configuration";

  private static final String STATE = "state";

  /// Looks, and hands each finding over as soon as it is made.
  ///
  /// @throws java.util.concurrent.CancellationException once cancelled
  public Diagnosis examine(Consumer<Finding> sink, Cancellation cancellation) {
    return examine(_ -> {}, sink, cancellation);
  }

  /// As [#examine(Consumer, Cancellation)].
  ///
  /// @param looking is told each place before it is looked at
  public Diagnosis examine(
      Consumer<String> looking, Consumer<Finding> sink, Cancellation cancellation) {
    List<Finding> findings = new ArrayList<>();
    Consumer<Finding> both =
        finding -> {
          findings.add(finding);
          sink.accept(finding);
        };
    looking.accept(CONFIGURATION);
    Optional<Project> project = configuration(both);
    project.ifPresent(loaded -> {
      for (Checkup checkup : Checkups.of(loaded)) {
        cancellation.check();
        looking.accept(checkup.place());
        checkup.run(new Sitting(checkup.place(), mayWrite, options.clock(), cancellation, both));
      }
      cancellation.check();
      looking.accept(STATE);
      new StateLook(request, options, alreadyWrong(findings))
          .run(new Sitting(STATE, mayWrite, options.clock(), cancellation, both));
    });
    return new Diagnosis(project, List.copyOf(findings));
  }

  private static boolean alreadyWrong(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.CRITICAL);
  }

  private Optional<Project> configuration(Consumer<Finding> sink) {
    try {
      LoadedProject loaded = ProjectLoader.load(request);
      Project project = loaded.project();
      loaded.warnings().forEach(warning -> sink.accept(problem(warning)));
      sink.accept(
          new Finding(
              Area.CONFIGURATION,
              Severity.OK,
              CONFIGURATION,
              project.file().getFileName() + "",
              "loads: service "
                  + project.service()
                  + ", stage "
                  + project.stage()
                  + ", backend "
                  + project.backend().kind()
                  + " ("
                  + project.backendOrigin()
                  + ")",
              ""));
      return Optional.of(project);
    } catch (InvalidProjectException e) {
      e.problems().forEach(problem -> sink.accept(problem(problem)));
      sink.accept(
          new Finding(
              Area.CONNECTION,
              Severity.NOT_CHECKED,
              "backend",
              "everything else",
              "where the state is kept is not known while the configuration does not load",
              "mend the configuration, then run doctor again"));
      return Optional.empty();
    }
  }

  private static Finding problem(Problem problem) {
    return new Finding(
        Area.CONFIGURATION,
        problem.severity() == Problem.Severity.ERROR ? Severity.CRITICAL : Severity.WARNING,
        CONFIGURATION,
        problem.key().isEmpty() ? problem.place() : problem.key(),
        problem.place() + ": " + problem.message(),
        problem.fix());
  }
}
