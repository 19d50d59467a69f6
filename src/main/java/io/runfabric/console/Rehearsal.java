package io.runfabric.console;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.Cli;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.render.PageRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes once through what users do most, on the sample project and without a display or a network,
/// so that a JVM which watches (`-XX:AOTCacheOutput`) learns what to keep ready for them.
///
/// Arguments: `terminal` or `window`, and an empty folder.
public final class Rehearsal {

  private static final List<String> LINES =
      List.of(
          "--version",
          "--help",
          "state --help",
          "state list --help",
          "state list",
          "state list --json",
          "state list --json -c webhooks/runfabric.yml",
          "overview",
          "overview --json",
          "inspect --stage prod",
          "inspect --stage prod --json",
          "lock list",
          "lock list --json",
          "journal list",
          "recover",
          "releases",
          "config show",
          "doctor --read-only",
          "state reconcile --no-network",
          "state reconcile --no-network --json",
          "state force-unlock --stage dev --dry-run",
          "state backup --allow-partial --out rehearsal.json",
          "backup verify rehearsal.json",
          "state restore --file rehearsal.json --dry-run --json",
          "activity list",
          "state lisst");

  private Rehearsal() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[1]).toAbsolutePath();
    Path sample = folder.resolve("sample");
    Path config = SampleProject.write(sample, Clock.systemUTC());
    Map<String, String> environment = new HashMap<>();
    environment.put("RUNFABRIC_CONSOLE_STATE", folder.resolve("state").toString());
    if (args[0].equals("window")) {
      terminal(List.of("--version", "open --help"), sample, environment);
      PageRenderer.visitAndExit(
          folder,
          new ProjectRequest(config, sample, Optional.empty(), Optional.empty(), environment),
          BackendOptions.standard());
    } else {
      terminal(LINES, sample, environment);
    }
  }

  private static void terminal(List<String> lines, Path sample, Map<String, String> environment) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Interruption interruption = Interruption.watched();
    for (String line : lines) {
      Terminal terminal =
          new Terminal(
              nowhere,
              nowhere,
              environment,
              sample,
              Clock.systemUTC(),
              false,
              Terminal.Questions.NONE,
              Cancellation.never());
      Cli.run(List.of(line.split(" ")), terminal, new WindowAdapter(interruption));
    }
    interruption.ended();
  }
}
