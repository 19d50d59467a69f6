package io.runfabric.console.cli.command;

import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.cli.output.DoctorJson;
import io.runfabric.console.cli.output.DoctorText;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.Doctor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `doctor`: whether everything the state depends on is as it should be.
@Command(
    name = "doctor",
    description = {
      "Check configuration, credentials, connection, permissions, encryption, clock, locks and"
          + " state, and say how to mend what is wrong.",
      "To try permissions and conditional writes, one document is written at each place and removed"
          + " again; --read-only leaves that out."
    },
    footer = {
      "%nExit codes: 0 nothing critical, 2 the configuration does not load, 4 a backend is",
      "unreachable or denies something, 1 anything else critical.",
      "%nExamples:",
      "  runfabric-console doctor -c my-api/runfabric.yml",
      "  runfabric-console doctor --fix",
      "  runfabric-console doctor --json | jq '.result.findings[] | select(.severity != \"ok\")'"
    })
final class DoctorCommand extends HeadlessCommand {

  @Option(
      names = "--read-only",
      description = "Write nothing at all; what that leaves open is shown as not checked.")
  private boolean readOnly;

  @Option(
      names = "--fix",
      description = "Create missing tables, after asking; --yes agrees beforehand.")
  private boolean fix;

  DoctorCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Doctor doctor =
        new Doctor(project().request(terminal()), project().backendOptions(terminal()), !readOnly);
    DoctorText text = new DoctorText(terminal().out(), coloured());
    Consumer<Finding> watching = output().json() ? _ -> {} : text::print;
    Diagnosis diagnosis = doctor.examine(watching, terminal().cancellation());
    List<String> repaired = fix ? repaired(diagnosis) : List.of();
    if (!repaired.isEmpty()) {
      diagnosis = doctor.examine(watching, terminal().cancellation());
    }
    Diagnosis last = diagnosis;
    if (output().json()) {
      print(json -> DoctorJson.write(json, last, repaired));
    } else {
      text.close(last, fix);
    }
    return ExitCode.of(last);
  }

  private List<String> repaired(Diagnosis diagnosis) throws Exception {
    List<String> done = new ArrayList<>();
    for (Repair repair : diagnosis.repairs()) {
      if (output().agreed(terminal(), "Shall I " + repair.what() + "?")) {
        run(repair, diagnosis);
        done.add(repair.what());
        note("done: " + repair.what());
      }
    }
    return done;
  }

  private void run(Repair repair, Diagnosis diagnosis) throws Exception {
    Doing doing =
        diagnosis
            .project()
            .map(project -> Recording.doing(this, project))
            .orElseThrow(() -> new IllegalStateException("only a loaded project is mended"));
    Recording.log(this)
        .record(
            doing,
            trace -> {
              repair.run();
              trace.changed(repair.what());
              return true;
            });
  }
}
