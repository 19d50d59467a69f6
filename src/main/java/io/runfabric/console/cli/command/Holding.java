package io.runfabric.console.cli.command;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.activity.ActivityLog;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.hold.HeldStage;
import io.runfabric.console.operation.hold.HeldStage.Ending;
import io.runfabric.console.operation.hold.Hold;
import io.runfabric.console.operation.hold.HoldMemory;
import io.runfabric.console.operation.hold.HoldRequest;
import java.io.IOException;
import java.util.List;

/// Holds a stage on behalf of a command, which returns at once or stays until it is told to stop.
final class Holding {

  private final HeadlessCommand command;
  private final ProjectSession session;
  private final ActivityLog log;

  Holding(HeadlessCommand command, ProjectSession session) {
    this.command = command;
    this.session = session;
    this.log = Recording.log(command);
  }

  /// @param steal whether locks whose lease has ended are taken over
  /// @return the exit code
  int run(String service, HoldOptions options, boolean steal) throws Exception {
    boolean stays = options.time().isEmpty();
    HoldRequest request =
        new HoldRequest(
            service,
            session.project().stage(),
            options.reason(),
            options.time().orElse(LockFormat.DEFAULT_LEASE),
            stays,
            steal);
    HoldMemory memory = new HoldMemory(Recording.folder(command));
    Doing doing = Recording.doing(command, session.project()).at(service, request.stage());
    HeldStage held = log.record(doing, trace -> Hold.take(session, request, memory, trace));
    tell(held);
    return stays ? stay(held, doing, command.terminal().cancellation()) : ExitCode.DONE;
  }

  private void tell(HeldStage held) throws Exception {
    HoldRequest request = held.request();
    String until = Timestamps.engine2(held.until());
    if (command.output().json()) {
      command.print(json -> {
        json.writeBooleanField("held", true);
        json.writeStringField("service", request.service());
        json.writeStringField("stage", request.stage());
        json.writeStringField("backend", session.backend().kind().word());
        json.writeStringField("reason", request.reason());
        json.writeBooleanField("renewed", request.renewed());
        json.writeStringField("expiresAt", until);
        StateJson.texts(json, "keys", held.keys());
      });
      return;
    }
    String how =
        request.renewed()
            ? "until Ctrl-C or " + releasing(request)
            : "until " + Timestamps.shown(until) + " UTC, or " + releasing(request);
    command.say(request.service() + "/" + request.stage() + " is held " + how);
  }

  private static String releasing(HoldRequest request) {
    return ShellWords.line(
        List.of("runfabric-console", "lock", "release", "--stage", request.stage()));
  }

  private int stay(HeldStage held, Doing doing, Cancellation cancellation) throws IOException {
    try {
      Ending ending = held.keep(cancellation);
      if (ending == Ending.RELEASED) {
        command.note("Released.");
        return ExitCode.DONE;
      }
      log.<Boolean, IOException>record(
          doing.named("lock release"),
          trace -> {
            held.keys().forEach(trace::changed);
            return true;
          });
      command.note("Given back.");
      return ExitCode.INTERRUPTED;
    } catch (BackendException e) {
      // The document that --json asks for is out already, so this is told on standard error.
      int code = ErrorReport.of(e).print(command.terminal(), "", false, command.coloured());
      log.<Boolean, IOException>record(
          doing,
          trace -> {
            trace.failed(e.code().name());
            return false;
          });
      return code;
    }
  }
}
