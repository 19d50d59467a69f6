package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.project.Following;
import java.time.Duration;

/// What the status bar says about how changes are noticed.
///
/// @param text goes on after how old the rows are
/// @param hint more of it; may be empty
record FollowingWords(String text, String hint) {

  static FollowingWords of(Following how) {
    return switch (how) {
      case Following.Nothing() -> new FollowingWords("refresh to see changes", "");
      case Following.Files() -> new FollowingWords("following changes", "");
      case Following.Asking(Duration pause) ->
          new FollowingWords(
              "following changes",
              "While you look at it, the backend is asked about every "
                  + words(pause)
                  + ", sooner after something happened");
      case Following.Lost(String reason, Duration pause) ->
          new FollowingWords(
              "not following",
              "Whether something changed is not known: "
                  + reason
                  + ". Asks again in about "
                  + words(pause));
    };
  }

  private static String words(Duration pause) {
    return pause.compareTo(Duration.ofMinutes(1)) < 0
        ? pause.toSeconds() + " s"
        : pause.toMinutes() + " min";
  }
}
