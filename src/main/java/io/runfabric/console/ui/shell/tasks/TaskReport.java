package io.runfabric.console.ui.shell.tasks;

import io.runfabric.console.config.Problem;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;

/// A task as text that can be sent to somebody: no secret is in it.
final class TaskReport {

  private TaskReport() {}

  /// @param traced whether to say where in the program it failed
  static String of(RunningTask task, Instant now, boolean traced) {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    text.add(TaskWords.title(task));
    text.add("state: " + TaskWords.state(task).toLowerCase(Locale.ROOT));
    text.add("started: " + Timestamps.shown(task.startedAt().toString()) + " UTC");
    text.add("took: " + TaskWords.length(task.took(now)));
    switch (task.stateProperty().get()) {
      case TaskState.Done(String result) -> {
        if (!result.isEmpty()) {
          text.add("result: " + result);
        }
      }
      case TaskState.Failed(Failure failure, String trace) -> {
        failure(failure, text);
        if (traced && !trace.isEmpty()) {
          text.add("").add(trace.strip());
        }
      }
      case TaskState.Running(), TaskState.Stopping(), TaskState.Stopped() -> {}
    }
    if (!task.log().isEmpty()) {
      text.add("").add("log (UTC):");
      task.log().forEach(line -> text.add("  " + TaskWords.log(line)));
    }
    text.add("").add("RunFabric Console " + version() + ", " + system());
    return Redactor.masking().text(text.toString());
  }

  private static void failure(Failure failure, StringJoiner text) {
    failure.code().ifPresent(code -> text.add("code: " + code));
    text.add("failed: " + failure.message());
    if (!failure.remedy().isEmpty()) {
      text.add("remedy: " + failure.remedy());
    }
    for (Problem problem : failure.problems()) {
      text.add("  " + problem.sentence());
    }
  }

  private static String version() {
    String version = TaskReport.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  private static String system() {
    return "Java "
        + Runtime.version().feature()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }
}
