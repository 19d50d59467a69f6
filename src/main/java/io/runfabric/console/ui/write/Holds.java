package io.runfabric.console.ui.write;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.hold.HeldStage;
import io.runfabric.console.operation.hold.Hold;
import io.runfabric.console.operation.hold.HoldRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The stages this window keeps locked: renewed as long as it is open, whatever project it shows,
/// and given back when told or when it closes.
public final class Holds {

  /// One of them.
  ///
  /// @param session its own, for as long as it lasts
  private record Kept(
      HeldStage stage, Doing ending, ProjectSession session, Cancellation cancellation) {}

  private final Writes writes;
  private final Consumer<String> alarm;
  private final ObservableList<Kept> kept = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper(this, "any", false);
  private boolean givingBack;

  Holds(Writes writes, Consumer<String> alarm) {
    this.writes = writes;
    this.alarm = alarm;
  }

  /// Locks a stage and keeps it. Call in the background.
  ///
  /// @param session kept open as long as the stage is held, and closed if it is not
  /// @param ending what the end of the hold is written down as
  public HeldStage take(ProjectSession session, HoldRequest request, Doing ending, Trace trace)
      throws BackendException, IOException {
    boolean taken = false;
    try {
      HeldStage stage = Hold.take(session, request, writes.memory(), trace);
      keep(new Kept(stage, ending, session, new Cancellation()));
      taken = true;
      return stage;
    } finally {
      if (!taken) {
        session.close();
      }
    }
  }

  /// Whether there are any.
  public ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /// What is held, such as `shop/dev`, oldest first.
  public List<String> names() {
    return kept.stream().map(Holds::name).toList();
  }

  /// What is held of one project.
  ///
  /// @param file the project's
  public List<String> namesIn(Path file) {
    return kept.stream().filter(one -> of(one, file)).map(Holds::name).toList();
  }

  /// Gives those of one project back in the background.
  ///
  /// @param file the project's
  public void giveBack(Path file) {
    kept.stream().filter(one -> of(one, file)).forEach(one -> one.cancellation().cancel());
  }

  private static boolean of(Kept one, Path file) {
    return one.session().project().file().equals(file);
  }

  /// Gives all of them back in the background; [#anyProperty] tells when that is done.
  public void giveBack() {
    givingBack = true;
    kept.forEach(one -> one.cancellation().cancel());
  }

  /// Whether they are being given back.
  public boolean givingBack() {
    return givingBack;
  }

  private void keep(Kept one) {
    writes
        .tasks()
        .onScreen(() -> {
          kept.add(one);
          any.set(true);
          if (givingBack) {
            one.cancellation().cancel();
          }
        });
    writes.tasks().lasting(() -> stay(one));
  }

  private void stay(Kept one) {
    String lost = "";
    try (ProjectSession _ = one.session()) {
      switch (one.stage().keep(one.cancellation())) {
        case RELEASED -> {}
        case STOPPED -> writes.record(one.ending(), trace -> given(one, trace));
      }
    } catch (BackendException | IOException e) {
      lost = e instanceof BackendException failure ? failure.sentence() : "the disk failed";
      String code = e instanceof BackendException failure ? failure.code().name() : "IO";
      writes.record(
          one.ending(),
          trace -> {
            trace.failed(code);
            return false;
          });
    } finally {
      String how = lost;
      writes.tasks().onScreen(() -> ended(one, how));
    }
  }

  private static boolean given(Kept one, Trace trace) {
    one.stage().keys().forEach(trace::changed);
    return true;
  }

  private void ended(Kept one, String lost) {
    kept.remove(one);
    any.set(!kept.isEmpty());
    if (!lost.isEmpty()) {
      alarm.accept("The maintenance lock on " + name(one) + " was lost: " + lost + ".");
    }
  }

  private static String name(Kept one) {
    return one.stage().request().service() + "/" + one.stage().request().stage();
  }
}
