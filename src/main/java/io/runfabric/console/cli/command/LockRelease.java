package io.runfabric.console.cli.command;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.hold.HoldMemory;
import io.runfabric.console.operation.hold.Release;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lock release`: gives back what `lock hold` took.
@Command(
    name = "release",
    description = "Give back a lock that lock hold took, also from another terminal.",
    footer = {
      "%nExit codes: 0 given back, or nobody holds the stage; 5 somebody else holds it; 6 the hold",
      "was lost before, so somebody else may have changed the stage.",
      "%nExample:",
      "  runfabric-console lock release --stage prod"
    })
final class LockRelease extends HeadlessCommand {

  @Option(
      names = "--lock-id",
      paramLabel = "TOKEN",
      description = "The token of a hold that another user or machine took. May be repeated.")
  private List<String> ids = List.of();

  LockRelease(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    try (ProjectSession session =
        ProjectSession.open(project().request(terminal()), project().backendOptions(terminal()))) {
      session.warnings().forEach(this::warn);
      Project project = session.project();
      int released =
          Recording.log(this)
              .record(
                  Recording.doing(this, project),
                  trace ->
                      Release.run(
                          session,
                          project.service(),
                          project.stage(),
                          Set.copyOf(ids),
                          new HoldMemory(Recording.folder(this)),
                          trace,
                          Cancellation.never()));
      if (output().json()) {
        print(json -> {
          json.writeBooleanField("released", released > 0);
          json.writeStringField("service", project.service());
          json.writeStringField("stage", project.stage());
          json.writeStringField("backend", session.backend().kind().word());
          json.writeNumberField("locks", released);
        });
      } else {
        say(
            project.service()
                + "/"
                + project.stage()
                + (released > 0 ? " is given back." : " is not held by anybody."));
      }
      return ExitCode.DONE;
    }
  }
}
