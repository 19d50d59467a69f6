package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.detail.DetailState.Failed;
import io.runfabric.console.ui.detail.DetailState.Gone;
import io.runfabric.console.ui.detail.DetailState.Nothing;
import io.runfabric.console.ui.detail.DetailState.Reading;
import io.runfabric.console.ui.detail.DetailState.Several;
import io.runfabric.console.ui.detail.DetailState.Shown;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The detail of what is selected. Documents are read in the background; an answer that comes after
/// the selection moved on is dropped.
public final class DetailModel {

  private final Tasks tasks;
  private final Supplier<Optional<ProjectSession>> session;
  private final Supplier<Redactor> redactor;
  private final Duration settle;
  private final JsonSearch search;
  private final ReadOnlyObjectWrapper<DetailState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Nothing());
  private Optional<Subject> subject = Optional.empty();
  private Redactor lastShownBy = Redactor.masking();
  private Optional<Shown> masked = Optional.empty();
  private Optional<RunningTask> reading = Optional.empty();

  /// @param settle how long a selection must stay before its document is read, so that walking
  ///   through a list does not read every document on the way
  public DetailModel(
      Tasks tasks,
      Supplier<Optional<ProjectSession>> session,
      Supplier<Redactor> redactor,
      Duration settle) {
    this.tasks = tasks;
    this.session = session;
    this.redactor = redactor;
    this.settle = settle;
    this.search = new JsonSearch(tasks);
  }

  /// The search in the document that is shown.
  public JsonSearch search() {
    return search;
  }

  public ReadOnlyObjectProperty<DetailState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Shows what is selected: nothing, one row, or that there are several. The document of a row
  /// that is shown already is read again only when it changed.
  public void select(List<Subject> selected) {
    if (selected.size() != 1) {
      stop();
      subject = Optional.empty();
      state.set(selected.isEmpty() ? new Nothing() : new Several(selected.size()));
      return;
    }
    Subject next = selected.getFirst();
    if (subject.equals(Optional.of(next)) && !(state.get() instanceof Failed)) {
      return;
    }
    masked = Optional.empty();
    read(next, settle);
  }

  /// Reads the document again.
  public void readAgain() {
    subject.ifPresent(again -> read(again, Duration.ZERO));
  }

  /// What may be seen has changed. Secrets are gone at once: what was shown before them is shown
  /// again.
  public void redactorChanged() {
    if (masked.isPresent() && redactor.get().equals(Redactor.masking())) {
      stop();
      lastShownBy = Redactor.masking();
      state.set(masked.get());
    } else {
      if (redactor.get().equals(Redactor.masking()) && state.get() instanceof Shown) {
        state.set(new Nothing());
      }
      readAgain();
    }
  }

  private void read(Subject next, Duration patience) {
    stop();
    switch (next) {
      case Subject.Stored stored -> session.get().ifPresent(open -> read(stored, open, patience));
      case Subject.Known known -> {
        subject = Optional.of(known);
        state.set(new Shown(known, known.detail()));
      }
    }
  }

  private void read(Subject.Stored next, ProjectSession open, Duration patience) {
    subject = Optional.of(next);
    // What is known of the same document stays until the new answer is there, unless it must not be
    // seen any more.
    Redactor shownBy = redactor.get();
    boolean stays =
        state.get() instanceof Shown(Subject shown, Detail _)
            && shown.ref().equals(next.ref())
            && (shownBy.equals(lastShownBy) || lastShownBy.equals(Redactor.masking()));
    if (lastShownBy.equals(Redactor.masking())) {
      masked = stays && state.get() instanceof Shown shown ? Optional.of(shown) : Optional.empty();
    }
    lastShownBy = shownBy;
    if (!stays) {
      state.set(new Reading(next));
    }
    RunningTask task =
        tasks.start(
            Job.<Optional<Detail>>passing(
                    "Reading " + next.ref().key(),
                    (_, cancellation) -> {
                      Thread.sleep(patience);
                      cancellation.check();
                      return next.read(open, shownBy).map(view -> Detail.of(next, view));
                    },
                    found ->
                        state.set(
                            found
                                .<DetailState>map(detail -> new Shown(next, detail))
                                .orElseGet(() -> new Gone(next))))
                .orElse(failure -> state.set(new Failed(next, failure))));
    if (task.runningProperty().get()) {
      reading = Optional.of(task);
    }
  }

  private void stop() {
    reading.ifPresent(RunningTask::cancel);
    reading = Optional.empty();
  }
}
