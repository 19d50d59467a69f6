package io.runfabric.console.ui.project;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.ProjectSession;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Asks a backend whether the state changed since it was read, and loads the project anew when it
/// did: for what lies where no file tells. Asks nothing unless somebody keeps calling [#ask], one
/// thing at a time, and not while the project is read or written. Everything happens on the FX
/// thread but the request.
final class BackendUpdates {

  private final ProjectModel project;
  private final AskingPace pace;
  private final Consumer<Following> told;
  private Optional<Cancellation> asking = Optional.empty();

  /// @param told how changes are noticed from now on, as far as the backend goes
  BackendUpdates(ProjectModel project, AskingPace pace, Consumer<Following> told) {
    this.project = project;
    this.pace = pace;
    this.told = told;
    project.stateProperty().addListener((_, _, now) -> loaded(now));
  }

  /// Asks if it is time to.
  void ask(Instant now) {
    if (asking.isEmpty() && settled()) {
      project
          .sessionProperty()
          .get()
          .map(ProjectSession::backend)
          .filter(StateBackend::stamped)
          .filter(_ -> pace.due(now))
          .ifPresent(this::ask);
    }
  }

  /// The user did something.
  void acted(Instant now) {
    pace.acted(now);
  }

  /// The user came back to the window.
  void returned(Instant now) {
    pace.returned(now);
  }

  /// Gives up the request under way.
  void rest() {
    asking.ifPresent(Cancellation::cancel);
    asking = Optional.empty();
  }

  // After a load that failed too: the backend may have been away for a moment only.
  private boolean settled() {
    boolean ended =
        switch (project.stateProperty().get()) {
          case LoadState.Loaded _, LoadState.Failed _ -> true;
          case LoadState.Loading _, LoadState.Cancelled _ -> false;
        };
    return ended && project.writing().isEmpty();
  }

  // A session that is read anew is closed when it was.
  private void loaded(LoadState state) {
    rest();
    switch (state) {
      case LoadState.Loaded _ -> {
        pace.restart();
        tellAnswered();
      }
      case LoadState.Failed _ -> pace.failed();
      case LoadState.Loading _, LoadState.Cancelled _ -> {}
    }
  }

  private void ask(StateBackend backend) {
    Cancellation mine = new Cancellation();
    asking = Optional.of(mine);
    project
        .tasks()
        .aside(() -> {
          Answer answer = answer(backend, mine);
          project.tasks().onScreen(() -> take(mine, answer));
        });
  }

  private sealed interface Answer {
    record Stamp(Revision now) implements Answer {}

    record None(String reason) implements Answer {}
  }

  // Whatever fails is an answer: otherwise nothing would ever be asked again.
  private static Answer answer(StateBackend backend, Cancellation cancellation) {
    try {
      return new Answer.Stamp(backend.stamp(cancellation));
    } catch (BackendException e) {
      return new Answer.None(e.sentence());
    } catch (CancellationException _) {
      return new Answer.None("it was given up");
    } catch (RuntimeException _) {
      return new Answer.None("asking the backend failed in an unforeseen way");
    }
  }

  private void take(Cancellation mine, Answer answer) {
    if (!asking.equals(Optional.of(mine))) {
      return;
    }
    asking = Optional.empty();
    switch (answer) {
      case Answer.None(String reason) -> {
        pace.failed();
        told.accept(new Following.Lost(reason, pace.pause()));
      }
      case Answer.Stamp(Revision now) -> {
        if (project.failure().isEmpty() && project.stamp().equals(Optional.of(now))) {
          pace.unchanged();
          tellAnswered();
        } else if (settled()) {
          project.reload();
        }
      }
    }
  }

  private void tellAnswered() {
    boolean stamped =
        project.sessionProperty().get().filter(open -> open.backend().stamped()).isPresent();
    told.accept(stamped ? new Following.Asking(pace.pause()) : new Following.Files());
  }
}
