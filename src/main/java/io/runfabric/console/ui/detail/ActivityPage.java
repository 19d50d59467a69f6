package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.Activity.Result;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.time.Duration;
import java.util.Locale;

/// A line of the activity log: what was done, by whom, what it changed and how it ended. The log
/// itself holds nothing secret.
final class ActivityPage {

  private ActivityPage() {}

  static Tone tone(Result result) {
    return switch (result) {
      case OK -> Tone.SUCCESS;
      case FAILED -> Tone.DANGER;
      case CANCELLED -> Tone.WARNING;
    };
  }

  static DetailPage of(Activity activity) {
    Doing doing = activity.doing();
    DetailPage.Builder page = DetailPage.titled("Summary");
    switch (activity.result()) {
      case OK -> {}
      case FAILED ->
          page.note(
              Tone.DANGER, "It did not end as it was meant to: " + why(activity.errorCode()) + ".");
      case CANCELLED -> page.note(Tone.WARNING, "It was stopped before its end.");
    }
    page.heading("Operation")
        .text("Operation", doing.operation())
        .time("Begun", Timestamps.engine1(activity.at()))
        .text("Took", took(Duration.ofMillis(activity.milliseconds())))
        .text("Service", doing.service())
        .text("Stage", doing.stage().isEmpty() ? "several, or none" : doing.stage())
        .text("Backend", doing.backend())
        .mono("Project", doing.project())
        .heading("By")
        .text("User", activity.who().user())
        .text("Machine", activity.who().host())
        .text("Process", "pid " + activity.pid());
    changed(page, activity);
    if (!doing.command().isEmpty()) {
      page.heading("The same on the terminal").command(doing.command());
    }
    return page.build();
  }

  private static void changed(DetailPage.Builder page, Activity activity) {
    page.heading("Changed", Texts.number(activity.changed()));
    if (activity.changed() == 0) {
      page.note(Tone.NEUTRAL, "Nothing was changed.");
    }
    String name = "Written or removed";
    for (String key : activity.keys()) {
      page.mono(name, key);
      name = "";
    }
    long more = activity.changed() - activity.keys().size();
    if (more > 0) {
      page.note(Tone.NEUTRAL, Texts.count(more, "more", "more") + ", which the log does not name.");
    }
    page.mono("Copy of before", activity.snapshot());
  }

  private static String took(Duration took) {
    return took.toMillis() < 1_000
        ? took.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
  }

  // Codes of failures, as they are in the log; one from another version may be unknown.
  private static String why(String code) {
    String means =
        switch (code) {
          case "CONFLICT" -> "something had changed meanwhile";
          case "LOCKED" -> "somebody held the stage";
          case "LEASE_LOST" -> "the lock was lost";
          case "UNREACHABLE" -> "the backend did not answer";
          case "DENIED" -> "permission was missing";
          case "NOT_FOUND" -> "the store, or a part of it, was missing";
          case "DAMAGED" -> "the store was damaged";
          default -> "";
        };
    return means.isEmpty() ? "`" + code + "`" : means + " (`" + code + "`)";
  }
}
