package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.ShellLine;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.activity.ActivityLog;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.drift.trend.DriftTrend;
import io.runfabric.console.operation.user.UserFolders;
import java.nio.file.Path;

/// The activity log of whoever runs a command.
final class Recording {

  private Recording() {}

  static ActivityLog log(HeadlessCommand command) {
    return new ActivityLog(
        folder(command),
        command.terminal().clock(),
        warning -> command.note("warning: " + warning));
  }

  /// What the project's comparisons found, as whoever runs a command made them.
  static DriftTrend trend(HeadlessCommand command, Project project) {
    return new DriftTrend(folder(command), project, warning -> command.note("warning: " + warning));
  }

  /// The user's state folder.
  static Path folder(HeadlessCommand command) {
    return UserFolders.of(command.terminal().environment()).state();
  }

  /// The operation that a command is.
  static Doing doing(HeadlessCommand command, Project project) {
    return Doing.on(project, command.name(), ShellLine.of(command.arguments()));
  }

  /// What takes a copy of a project before a command replaces something of it.
  static SafetyCopy copies() {
    return SafetyCopy.byThisProgram();
  }
}
