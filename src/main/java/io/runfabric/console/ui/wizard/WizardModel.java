package io.runfabric.console.ui.wizard;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import io.runfabric.console.ui.wizard.WizardState.Asking;
import io.runfabric.console.ui.wizard.WizardState.Confirming;
import io.runfabric.console.ui.wizard.WizardState.Ended;
import io.runfabric.console.ui.wizard.WizardState.Failed;
import io.runfabric.console.ui.wizard.WizardState.Planned;
import io.runfabric.console.ui.wizard.WizardState.Planning;
import io.runfabric.console.ui.wizard.WizardState.Running;
import io.runfabric.console.ui.wizard.WizardState.Unplanned;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Exhibit.Fact;
import io.runfabric.console.ui.write.Write.Deed;
import io.runfabric.console.ui.write.Writes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableObjectValue;

/// A wizard on its way, without nodes. Going back keeps what was filled in. Everything happens on
/// the FX thread.
public final class WizardModel<P, R> {

  private final Wizard<P, R> wizard;
  private final ProjectModel project;
  private final ProjectModel.Source source;
  private final Writes writes;
  private final ObjectProperty<Answers> answers;
  private final ReadOnlyObjectWrapper<WizardState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Asking(Page.CHOOSE));
  private final ObjectBinding<List<FieldProblem>> problems;
  private final EntryProgress entries;
  private final Set<String> secrets = new HashSet<>();
  private Optional<P> plan = Optional.empty();

  public WizardModel(Wizard<P, R> wizard, ProjectModel project, Writes writes) {
    this.wizard = wizard;
    this.project = project;
    this.source = project.sourceProperty().get();
    this.writes = writes;
    this.answers = new SimpleObjectProperty<>(this, "answers", wizard.initial());
    this.entries = new EntryProgress(writes.tasks());
    List<Observable> watched = new ArrayList<>(wizard.watched());
    watched.addAll(List.of(answers, state));
    this.problems =
        Bindings.createObjectBinding(
            () -> wizard.problems(state.get().page(), answers.get()),
            watched.toArray(Observable[]::new));
  }

  public String title() {
    return wizard.title();
  }

  public ReadOnlyObjectProperty<WizardState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// What is filled in.
  public ObjectProperty<Answers> answersProperty() {
    return answers;
  }

  /// This field holds a secret.
  void secret(String field) {
    secrets.add(field);
  }

  /// Forgets what was filled in that is secret, and empties its fields.
  public void forgetSecrets() {
    answers.set(answers.get().without(secrets));
  }

  /// Why the page cannot be left forwards; empty when it can.
  public ObservableObjectValue<List<FieldProblem>> problemsProperty() {
    return problems;
  }

  /// What has become of each entry.
  public EntryProgress entries() {
    return entries;
  }

  /// The terminal command that does the same.
  public String command() {
    return project.commandLine(source, wizard.command(answers.get()));
  }

  /// Goes on to the next page: from the last form to the plan, which is made anew.
  public void next() {
    switch (state.get()) {
      case Asking(Page page) when !problems.get().isEmpty() -> {}
      case Asking(Page page) when page == Page.CHOOSE -> state.set(new Asking(Page.OPTIONS));
      case Asking _, Unplanned _ -> plan();
      case Planned(Preview preview) when preview.possible() -> state.set(new Confirming(preview));
      case Planned _, Planning _, Confirming _, Running _, Ended _, Failed _ -> {}
    }
  }

  /// Goes back to the page before. A plan that is being made is given up.
  public void back() {
    switch (state.get()) {
      case Asking _ -> state.set(new Asking(Page.CHOOSE));
      case Planning(RunningTask task) -> {
        state.set(new Asking(Page.OPTIONS));
        task.cancel();
      }
      case Planned _, Unplanned _ -> state.set(new Asking(Page.OPTIONS));
      case Confirming(Preview preview) -> state.set(new Planned(preview));
      case Failed _ -> state.set(new Asking(Page.OPTIONS));
      case Running _, Ended _ -> {}
    }
  }

  /// The user agreed: does it. Refused by the tasks while nothing may be changed.
  public void agree() {
    if (!(state.get() instanceof Confirming(Preview preview)) || plan.isEmpty()) {
      return;
    }
    P agreed = plan.get();
    Answers given = answers.get();
    entries.forget();
    Consumer<R> then = result -> end(new Ended(wizard.report(given, agreed, result)));
    RunningTask task =
        writes
            .tasks()
            .start(
                Job.writing(
                        wizard.task(given),
                        (progress, cancellation) -> done(given, agreed, progress, cancellation),
                        then)
                    .orElse(failure -> end(new Failed(failure)))
                    .unwanted(then));
    project.endsWithProject(task);
    state.set(new Running(preview, task));
    whenStopped(task);
  }

  private R done(Answers given, P agreed, Progress progress, Cancellation cancellation)
      throws Exception {
    Progress both = entries.listening(progress);
    Optional<Deed> deed = wizard.deed(given, agreed);
    if (deed.isEmpty()) {
      return wizard.apply(given, agreed, new Trace(), both, cancellation);
    }
    Project about = ProjectLoader.load(source.request()).project();
    Doing doing =
        Doing.on(about, deed.get().operation(), project.commandLine(source, deed.get().words()))
            .at(deed.get().service(), deed.get().stage());
    return writes.record(doing, trace -> wizard.apply(given, agreed, trace, both, cancellation));
  }

  /// Asks what runs to stop; it ends once what it writes is whole.
  public void stop() {
    switch (state.get()) {
      case Planning(RunningTask task) -> task.cancel();
      case Running(Preview _, RunningTask task) -> task.cancel();
      case Asking _, Planned _, Unplanned _, Confirming _, Ended _, Failed _ -> {}
    }
  }

  /// Whether closing would leave something half-way.
  public boolean running() {
    return state.get() instanceof Running;
  }

  private void plan() {
    Answers given = answers.get();
    RunningTask task =
        writes
            .tasks()
            .start(
                Job.<P>passing(
                        "Planning: " + wizard.task(given),
                        (progress, cancellation) -> wizard.plan(given, progress, cancellation),
                        found -> {
                          plan = Optional.of(found);
                          state.set(new Planned(wizard.preview(given, found)));
                        })
                    .orElse(failure -> state.set(new Unplanned(failure))));
    if (task.runningProperty().get()) {
      state.set(new Planning(task));
      task.whenEnded(() -> {
        if (task.cancelled() && state.get() instanceof Planning) {
          state.set(new Asking(Page.OPTIONS));
        }
      });
    }
  }

  private void end(WizardState how) {
    state.set(how);
    project.reload();
  }

  // A task that was stopped calls nobody, unless its work came to an end all the same.
  private void whenStopped(RunningTask task) {
    task.whenEnded(() -> {
      if (task.cancelled()) {
        writes.tasks().onScreen(() -> stopped(task));
      }
    });
  }

  private void stopped(RunningTask task) {
    if (!(state.get() instanceof Running)) {
      return;
    }
    if (task.stateProperty().get() instanceof TaskState.Failed(Failure failure, String _)) {
      end(new Failed(failure));
      return;
    }
    int done = entries.count();
    end(
        new Ended(
            new Report(
                Tone.WARNING,
                done == 0
                    ? "It was stopped before anything was changed."
                    : "It was stopped. What was done until then stays; doing the same again"
                        + " finishes it.",
                done == 0 ? List.of() : List.of(Fact.of("Done", Texts.number(done))),
                List.of(),
                List.of())));
  }
}
