package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.Doctor;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.Writes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;

/// What doctor finds of the open project, without nodes. Looks by itself when the page is first
/// shown, and again when the project is not the one that was looked at any more; by itself it never
/// writes. Everything happens on the FX thread.
final class HealthModel {

  private final ProjectModel project;
  private final Writes writes;
  private final Tasks tasks;
  private final Clock clock;
  private final ObjectProperty<Optional<Examination>> examination =
      new SimpleObjectProperty<>(this, "examination", Optional.empty());
  private final ObjectProperty<Narrowing> narrowing =
      new SimpleObjectProperty<>(this, "narrowing", new Narrowing.All());
  private final ReadOnlyObjectWrapper<Optional<Failure>> repairFailure =
      new ReadOnlyObjectWrapper<>(this, "repairFailure", Optional.empty());
  private final BooleanProperty repairing = new SimpleBooleanProperty(this, "repairing", false);
  private final BooleanBinding locked;
  private final ObjectBinding<Optional<HealthPage>> page =
      Bindings.createObjectBinding(
          () -> examination.get().map(found -> HealthPage.of(found, narrowing.get())),
          examination,
          narrowing);
  private final ChangeListener<Object> onProject = (_, _, _) -> follow();
  private Optional<ProjectModel.Source> lookedAt = Optional.empty();
  private Optional<DoctorRun> run = Optional.empty();
  private boolean shown;

  HealthModel(ProjectModel project, Writes writes, Clock clock) {
    this.project = project;
    this.writes = writes;
    this.tasks = writes.tasks();
    this.clock = clock;
    locked =
        Bindings.createBooleanBinding(
                () -> repairing.get() || ended().filter(Examination.Ended::whole).isEmpty(),
                repairing,
                examination)
            .or(tasks.readOnlyProperty());
  }

  /// What is to be drawn; empty before the first look.
  ObservableObjectValue<Optional<HealthPage>> pageProperty() {
    return page;
  }

  ObjectProperty<Narrowing> narrowingProperty() {
    return narrowing;
  }

  /// Why the last repair failed; empty again once it is looked anew.
  ReadOnlyObjectProperty<Optional<Failure>> repairFailureProperty() {
    return repairFailure.getReadOnlyProperty();
  }

  /// Whether nothing may be written now, so that a trial write is out of the question.
  ObservableBooleanValue readOnlyProperty() {
    return tasks.readOnlyProperty();
  }

  /// Whether repairs have to wait: one is under way, or it is not known yet what is to be mended,
  /// or nothing may be written.
  ObservableBooleanValue lockedProperty() {
    return locked;
  }

  /// Follows the project from now on, and looks at it unless that was done.
  void shown() {
    shown = true;
    project.sourceProperty().addListener(onProject);
    project.stateProperty().addListener(onProject);
    follow();
  }

  /// Does not follow the project any more. A look under way goes on.
  void hidden() {
    shown = false;
    project.sourceProperty().removeListener(onProject);
    project.stateProperty().removeListener(onProject);
  }

  /// Looks anew. A look under way is stopped first.
  ///
  /// @param mayWrite whether a document may be written at each place and removed again
  void check(boolean mayWrite) {
    run.ifPresent(DoctorRun::abandon);
    repairFailure.set(Optional.empty());
    ProjectModel.Source source = project.sourceProperty().get();
    lookedAt = Optional.of(source);
    DoctorRun started =
        DoctorRun.start(
            "Checking " + project.folderName(),
            tasks,
            new Doctor(source.request(), source.options(), mayWrite),
            clock,
            found -> examination.set(Optional.of(found)),
            () -> check(mayWrite));
    run = Optional.of(started);
    project.endsWithProject(started.task());
    examination.set(Optional.of(started.soFar()));
  }

  /// Looks anew without writing.
  void check() {
    check(false);
  }

  /// Stops a look under way; what was found stays.
  void stop() {
    run.ifPresent(DoctorRun::stop);
  }

  /// The stage whose name is to be typed before anything is repaired; empty for those nobody
  /// depends on.
  Optional<Guard> guard() {
    return examination
        .get()
        .flatMap(found -> found.diagnosis().project())
        .map(Project::stage)
        .flatMap(Guard::of);
  }

  /// Has something mended, writes it down in the activity log, then looks anew.
  void repair(Repair repair) {
    repairing.set(true);
    repairFailure.set(Optional.empty());
    boolean mayWrite = examination.get().map(Examination::mayWrite).orElse(false);
    Doing doing = Doing.on(mended(), "doctor", repairCommand());
    Consumer<Boolean> then = _ -> repaired(mayWrite && !tasks.readOnlyProperty().get());
    RunningTask task =
        tasks.start(
            Job.writing(
                    Row.shown(repair.what()),
                    (_, _) ->
                        writes.record(
                            doing,
                            trace -> {
                              repair.run();
                              trace.changed(repair.what());
                              return true;
                            }),
                    then)
                .orElse(failure -> repairFailure.set(Optional.of(failure)))
                .unwanted(then));
    project.endsWithProject(task);
    task.runningProperty().addListener((_, _, running) -> repairing.set(running));
  }

  /// Writes what was found as text.
  ///
  /// @param written is told the text
  void copyJson(Consumer<String> written) {
    ended()
        .map(Examination.Ended::diagnosis)
        .ifPresent(found ->
            tasks.start(
                Job.passing("Copying the findings", (_, _) -> HealthCopies.json(found), written)));
  }

  /// The terminal command that finds the same.
  String command() {
    boolean mayWrite = examination.get().map(Examination::mayWrite).orElse(false);
    return command(mayWrite ? List.of("doctor") : List.of("doctor", "--read-only"));
  }

  /// The terminal command that mends the same.
  String repairCommand() {
    return command(List.of("doctor", "--fix"));
  }

  private String command(List<String> words) {
    List<String> line = new ArrayList<>(words);
    project.request().stage().ifPresent(stage -> line.addAll(List.of("--stage", stage)));
    return project.commandLine(line);
  }

  private Project mended() {
    return examination
        .get()
        .flatMap(found -> found.diagnosis().project())
        .orElseThrow(() -> new IllegalStateException("only a loaded project is mended"));
  }

  private void repaired(boolean mayWrite) {
    lookedAt = Optional.empty();
    project.reload();
    if (shown) {
      check(mayWrite);
    }
  }

  private void follow() {
    if (!lookedAt.equals(Optional.of(project.sourceProperty().get())) || changed()) {
      check();
    }
  }

  // The configuration was mended, or broken, or changed its meaning, since it was looked at.
  private boolean changed() {
    Optional<Diagnosis> known =
        ended().filter(Examination.Ended::whole).map(Examination.Ended::diagnosis);
    return known.isPresent()
        && switch (project.stateProperty().get()) {
          case LoadState.Loaded _ ->
              !known
                  .get()
                  .project()
                  .equals(project.sessionProperty().get().map(ProjectSession::project));
          case LoadState.Failed(Failure failure) -> !failure.problems().isEmpty();
          case LoadState.Loading _, LoadState.Cancelled _ -> false;
        };
  }

  private Optional<Examination.Ended> ended() {
    return examination
        .get()
        .filter(Examination.Ended.class::isInstance)
        .map(Examination.Ended.class::cast);
  }
}
