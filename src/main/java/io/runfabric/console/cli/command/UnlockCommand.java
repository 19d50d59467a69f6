package io.runfabric.console.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.UnlockJson;
import io.runfabric.console.cli.output.UnlockText;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.unlock.Caution;
import io.runfabric.console.operation.unlock.Unlock;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockResult;
import io.runfabric.console.operation.unlock.UnlockScope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A command that shows locks with what is known of their holders, asks, and removes them.
abstract class UnlockCommand extends HeadlessCommand {

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "The service whose locks are meant (default: the project's).")
  private @Nullable String service;

  @Option(
      names = "--lock-id",
      paramLabel = "ID",
      description = {
        "Only the lock with this id: its token, or its revision where it has none. Refused with"
            + " exit code 5 when the stage is no longer held by it. May be repeated.",
        "--dry-run --show-secrets shows ids."
      })
  private List<String> ids = List.of();

  @Option(names = "--dry-run", description = "Show the locks and remove nothing.")
  private boolean dryRun;

  UnlockCommand(Terminal terminal) {
    super(terminal);
  }

  /// Which locks are concerned.
  abstract UnlockScope scope(String ofService, String activeStage, Set<String> withIds);

  /// Makes sure that these locks may be removed by this command.
  abstract void require(UnlockPlan plan) throws BackendException;

  /// Does what the plan says, now that it is agreed to.
  int agreedTo(ProjectSession session, UnlockPlan plan) throws Exception {
    UnlockResult result =
        Recording.log(this)
            .record(
                doing(session, plan),
                trace -> Unlock.apply(session, plan, trace, Cancellation.never()));
    if (!output().json()) {
      text().result(result);
    }
    if (!result.unlocked() || !result.free()) {
      throw notFree(result, json(session).result(result));
    }
    printJson(json(session).result(result));
    return ExitCode.DONE;
  }

  @Override
  final int answer() throws Exception {
    try (ProjectSession session =
        ProjectSession.open(project().request(terminal()), project().backendOptions(terminal()))) {
      session.warnings().forEach(this::warn);
      String of = Optional.ofNullable(service).orElse(session.project().service());
      UnlockScope scope = scope(of, session.project().stage(), new LinkedHashSet<>(ids));
      UnlockPlan plan = UnlockPlan.of(session, scope, Cancellation.never());
      require(plan);
      if (!output().json()) {
        text().plan(plan);
        elsewhere(session, scope);
      }
      if (dryRun || plan.empty()) {
        printJson(json(session).plan(plan).put("dryRun", dryRun));
        return plan.empty() ? whenFree(session, plan) : ExitCode.DIFFERENCES;
      }
      if (!agreed(plan)) {
        note("Nothing was removed.");
        return ExitCode.FAILED;
      }
      return agreedTo(session, plan);
    }
  }

  /// The exit code where there is nothing to remove.
  int whenFree(ProjectSession session, UnlockPlan plan) throws Exception {
    return ExitCode.DONE;
  }

  final boolean dryRun() {
    return dryRun;
  }

  final Doing doing(ProjectSession session, UnlockPlan plan) {
    return Recording.doing(this, session.project())
        .at(plan.scope().service(), plan.scope().stage().orElse(""));
  }

  private boolean agreed(UnlockPlan plan) throws CommandException {
    Caution caution = plan.caution();
    if (output().yes() && caution.needsId() && ids.isEmpty()) {
      throw new CommandException(
          ErrorReport.of(
              "CONFIRMATION_NEEDED",
              "somebody may be working under this lock, so --yes alone does not remove it",
              "name the lock with --lock-id ID as well; --dry-run --show-secrets shows its id",
              ExitCode.USAGE));
    }
    String question = plan.locks().size() == 1 ? "Remove this lock?" : "Remove these locks?";
    return caution == Caution.GUARDED
        ? output().typed(terminal(), question, plan.scope().stage().orElseThrow())
        : output().agreed(terminal(), question);
  }

  private void elsewhere(ProjectSession session, UnlockScope scope) {
    if (scope.stage().isEmpty()) {
      session
          .project()
          .otherBackends()
          .forEach((stage, kind) ->
              note(
                  "Stage "
                      + stage
                      + " is kept in another backend ("
                      + kind
                      + "): --stage "
                      + stage));
    }
  }

  private static CommandException notFree(UnlockResult result, ObjectNode details) {
    String message = result.sentence();
    return new CommandException(
        new ErrorReport(
            "CONFLICT",
            message,
            "look at the locks again before you decide",
            Optional.of(details),
            List.of(message),
            ExitCode.CONFLICT));
  }

  private UnlockText text() {
    return new UnlockText(terminal().out(), coloured(), output().redactor());
  }

  private UnlockJson json(ProjectSession session) {
    return new UnlockJson(session, output().redactor());
  }

  private void printJson(ObjectNode result) throws Exception {
    if (output().json()) {
      print(json -> {
        for (Map.Entry<String, JsonNode> field : result.properties()) {
          json.writeFieldName(field.getKey());
          json.writeTree(field.getValue());
        }
      });
    }
  }
}
