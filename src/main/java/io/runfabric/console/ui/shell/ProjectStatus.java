package io.runfabric.console.ui.shell;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How an open project stands, at a glance.
///
/// @param words what the dot means, such as `2 stale locks`; also for who does not see it
public record ProjectStatus(Kind kind, String words) {

  /// What the dot says.
  public enum Kind {
    /// Nothing was read yet.
    NOT_LOADED(Tone.NEUTRAL),
    LOADING(Tone.ACCENT),
    /// Everything was read, and nothing asks for anybody.
    FINE(Tone.SUCCESS),
    ATTENTION(Tone.WARNING),
    FAILED(Tone.DANGER);

    private final Tone tone;

    Kind(Tone tone) {
      this.tone = tone;
    }

    public Tone tone() {
      return tone;
    }
  }

  static final ProjectStatus NOT_LOADED = new ProjectStatus(Kind.NOT_LOADED, "not loaded yet");
  static final ProjectStatus WAITING = new ProjectStatus(Kind.LOADING, "waiting to be loaded");
  static final ProjectStatus LOADING = new ProjectStatus(Kind.LOADING, "loading");
  static final ProjectStatus FINE = new ProjectStatus(Kind.FINE, "fine");

  static ProjectStatus keptElsewhere(BackendKind kind) {
    return new ProjectStatus(Kind.NOT_LOADED, NOT_LOADED.words + ", kept in " + kind.word());
  }

  /// What loading and the rows say. While rows are read anew, those that are there count.
  static ProjectStatus of(LoadState state, Optional<Overview> rows) {
    return switch (state) {
      case LoadState.Loading(), LoadState.Loaded _ -> rows.map(ProjectStatus::of).orElse(LOADING);
      case LoadState.Cancelled() -> new ProjectStatus(Kind.NOT_LOADED, "loading was stopped");
      case LoadState.Failed(Failure failure) -> new ProjectStatus(Kind.FAILED, words(failure));
    };
  }

  private static ProjectStatus of(Overview rows) {
    List<String> words = new ArrayList<>();
    add(words, rows.journalsInterrupted(), "interrupted deploy", "interrupted deploys");
    add(words, rows.locksStale(), "stale lock", "stale locks");
    add(words, rows.locksUnreadable(), "unreadable lock", "unreadable locks");
    add(words, rows.unreadable(), "unreadable entry", "unreadable entries");
    add(words, rows.journalsUnreadable(), "unreadable journal", "unreadable journals");
    return words.isEmpty() ? FINE : new ProjectStatus(Kind.ATTENTION, String.join(", ", words));
  }

  private static void add(List<String> words, long count, String one, String many) {
    if (count > 0) {
      words.add(Texts.count(count, one, many));
    }
  }

  private static String words(Failure failure) {
    if (!failure.problems().isEmpty()) {
      return "the configuration does not load";
    }
    return failure.choices().isEmpty() ? "loading failed" : "a workspace is to be chosen";
  }
}
