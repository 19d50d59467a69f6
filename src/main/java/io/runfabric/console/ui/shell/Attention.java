package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.project.LiveUpdates;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What somebody looks at. The project on screen has its backend asked whether something changed,
/// and no other has: nobody would see the answer.
public final class Attention {

  private final WindowModel window;
  private final BooleanProperty onScreen = new SimpleBooleanProperty(this, "onScreen", false);
  private Optional<LiveUpdates> followed = Optional.empty();

  public Attention(WindowModel window) {
    this.window = window;
  }

  /// Whether the window can be seen at all.
  public BooleanProperty onScreenProperty() {
    return onScreen;
  }

  /// Asks, if it is time to, and gives up what was asked about a project that is not looked at any
  /// more. Call every second or so.
  public void tick(Instant now) {
    Optional<LiveUpdates> looked = looked();
    if (!looked.equals(followed)) {
      followed.ifPresent(LiveUpdates::rest);
      followed = looked;
    }
    followed.ifPresent(updates -> updates.ask(now));
  }

  /// The user did something in the window.
  public void acted() {
    looked().ifPresent(updates -> updates.acted(window.clock().instant()));
  }

  /// The user came to the window from elsewhere.
  public void returned() {
    looked().ifPresent(updates -> updates.returned(window.clock().instant()));
  }

  private Optional<LiveUpdates> looked() {
    return window
        .shownProperty()
        .get()
        .filter(_ -> onScreen.get())
        .flatMap(project -> window.projects().of(project.file()))
        .flatMap(OpenProject::updates);
  }
}
