package io.runfabric.console.operation.recover;

import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;

/// One step of a runbook.
///
/// @param what to do, one sentence
public record Step(String what, Way way) {

  /// Who does it.
  public sealed interface Way {

    /// The console: a window offers the action, a terminal the command line.
    ///
    /// @param command quoted for a POSIX shell
    record ByConsole(Action action, String command) implements Way {}

    /// The engine: a command to copy.
    ///
    /// @param command quoted for a POSIX shell
    record ByEngine(String command) implements Way {}

    /// A person.
    record ByHand() implements Way {}
  }

  /// What the console can do itself.
  public sealed interface Action {

    /// Show everything a stage has.
    record Inspect(String stage) implements Action {}

    /// Back the state up.
    record BackUp(String stage) implements Action {}

    /// Put a stage back from a backup.
    record Restore(String stage) implements Action {}

    /// Set the journal aside.
    record Archive(Journal journal) implements Action {}

    /// Remove the lock.
    record Unlock(Lock lock) implements Action {}

    /// Show the workspaces of the database.
    record ListWorkspaces() implements Action {}

    /// Move rows from another workspace to the project's.
    record Rekey(String from, String to, boolean dryRun) implements Action {}
  }

  /// Who does it, as in JSON.
  public String by() {
    return switch (way) {
      case Way.ByConsole _ -> "console";
      case Way.ByEngine _ -> "engine";
      case Way.ByHand _ -> "hand";
    };
  }

  /// The command line; empty for what a person does.
  public String command() {
    return switch (way) {
      case Way.ByConsole(Action _, String command) -> command;
      case Way.ByEngine(String command) -> command;
      case Way.ByHand _ -> "";
    };
  }

  /// The action's name, as in JSON; empty for what the console does not do.
  public String action() {
    if (!(way instanceof Way.ByConsole(Action action, String _))) {
      return "";
    }
    return switch (action) {
      case Action.Inspect _ -> "inspect";
      case Action.BackUp _ -> "backup";
      case Action.Restore _ -> "restore";
      case Action.Archive _ -> "archive-journal";
      case Action.Unlock _ -> "force-unlock";
      case Action.ListWorkspaces _ -> "list-workspaces";
      case Action.Rekey _ -> "rekey";
    };
  }
}
