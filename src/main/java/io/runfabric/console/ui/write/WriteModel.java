package io.runfabric.console.ui.write;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Write.Deed;
import io.runfabric.console.ui.write.WriteState.Asking;
import io.runfabric.console.ui.write.WriteState.Ended;
import io.runfabric.console.ui.write.WriteState.Failed;
import io.runfabric.console.ui.write.WriteState.Looking;
import io.runfabric.console.ui.write.WriteState.Working;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A write on its way from the first look to its end, without nodes. It has sessions of its own:
/// the project's is closed whenever the project is loaded anew. Everything happens on the FX
/// thread.
public final class WriteModel<P, R> {

  private final Write<P, R> write;
  private final ProjectModel project;
  private final ProjectModel.Source source;
  private final Writes writes;
  private final ReadOnlyObjectWrapper<WriteState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Looking());
  private Optional<P> plan = Optional.empty();
  private Optional<RunningTask> looking = Optional.empty();

  public WriteModel(Write<P, R> write, ProjectModel project, Writes writes) {
    this.write = write;
    this.project = project;
    this.source = project.sourceProperty().get();
    this.writes = writes;
  }

  public ReadOnlyObjectProperty<WriteState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Finds out, also anew, what would be done.
  public void look() {
    state.set(new Looking());
    RunningTask task =
        tasks()
            .start(
                Job.<P>passing(
                        write.title(),
                        (_, cancellation) -> {
                          try (ProjectSession session = open(write.resolvedFor(Answers.NONE))) {
                            return write.look(session, cancellation);
                          }
                        },
                        this::ask)
                    .orElse(failure -> state.set(new Failed(failure, /* begun= */ false))));
    looking = Optional.of(task);
    whenStopped(task, "Nothing was changed.", /* begun= */ false);
  }

  /// Does it, with what the user filled in. Refused while nothing may be changed.
  public void agree(Answers answers) {
    if (!(state.get() instanceof Asking(Question question)) || plan.isEmpty()) {
      return;
    }
    if (tasks().readOnlyProperty().get()) {
      state.set(new Failed(refusal(), /* begun= */ false));
      return;
    }
    P agreed = plan.get();
    state.set(new Working(question));
    RunningTask task =
        tasks()
            .start(
                Job.writing(
                        write.title(),
                        (_, cancellation) -> done(agreed, answers, cancellation),
                        (R result) -> end(new Ended(write.tell(result))))
                    .orElse(failure -> end(new Failed(failure, /* begun= */ true)))
                    .unwanted(result -> end(new Ended(write.tell(result)))));
    project.endsWithProject(task);
    whenStopped(task, "Some of it may be done: look again.", /* begun= */ true);
  }

  /// The terminal command that does the same; empty before it is known what would be done.
  public Optional<String> command(Answers answers) {
    return plan.map(known -> project.commandLine(source, write.deed(known, answers).words()));
  }

  /// Stops looking. What is being done goes on.
  public void leave() {
    looking.ifPresent(RunningTask::cancel);
  }

  private R done(P agreed, Answers answers, Cancellation cancellation) throws Exception {
    Deed deed = write.deed(agreed, answers);
    try (ProjectSession session = open(write.resolvedFor(answers))) {
      Doing doing =
          Doing.on(session.project(), deed.operation(), project.commandLine(source, deed.words()))
              .at(deed.service(), deed.stage());
      return writes.record(
          doing, trace -> write.apply(session, agreed, answers, trace, cancellation));
    }
  }

  private ProjectSession open(Optional<String> stage) throws Exception {
    return ProjectSession.open(
        stage.isEmpty() ? source.request() : source.request().withStage(stage), source.options());
  }

  private void ask(P found) {
    plan = Optional.of(found);
    state.set(new Asking(write.ask(found)));
  }

  private void end(WriteState how) {
    state.set(how);
    project.reload();
  }

  // A task that was stopped calls nobody, unless its work came to an end all the same.
  private void whenStopped(RunningTask task, String sentence, boolean begun) {
    task.whenEnded(() -> {
      if (task.cancelled()) {
        Outcome stopped = new Outcome(Tone.WARNING, "It was stopped.", List.of(sentence));
        if (begun) {
          end(new Ended(stopped));
        } else {
          state.set(new Ended(stopped));
        }
      }
    });
  }

  private Failure refusal() {
    return new Failure(
        write.title(),
        "The window is read-only.",
        "Switch that off before you change anything.",
        List.of(),
        List.of(),
        Optional.empty());
  }

  private Tasks tasks() {
    return writes.tasks();
  }
}
