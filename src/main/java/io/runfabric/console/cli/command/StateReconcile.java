package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.DriftText;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftBaseline;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.Reconcile;
import io.runfabric.console.operation.drift.report.DriftFile;
import io.runfabric.console.operation.drift.report.DriftJson;
import io.runfabric.console.operation.drift.trend.DriftRun;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `state reconcile`: where the state and what it should agree with differ.
@Command(
    name = "reconcile",
    description = {
      "Compare what is stored with itself, with runfabric.yml, with what was built, engine 1's"
          + " records with its deploy receipts, and all of it with what the provider says is"
          + " there and with what answers at its URLs.",
      "It only reads: no lock, no write; what a run came to is remembered among your own files"
          + " (drift history). What cannot be looked at is named, never taken for good."
    },
    footer = {
      "%nA finding keeps its id from run to run; .runfabric/drift-ignore.yml lists those to live"
          + " with.",
      "%nExit codes: 0 no drift, 3 drift.",
      "%nExamples:",
      "  runfabric-console state reconcile",
      "  runfabric-console state reconcile --against config,artifacts --stage prod",
      "  runfabric-console state reconcile --out drift.html --out drift.sarif",
      "  runfabric-console state reconcile --fail-on critical --json"
          + " | jq '.result.findings[].sentence'",
      "  runfabric-console state reconcile --baseline accepted.json"
    })
final class StateReconcile extends HeadlessCommand {

  @Option(
      names = "--against",
      paramLabel = "LIST",
      split = ",",
      description =
          "What to compare with: integrity, config, artifacts, receipts, provider, endpoints"
              + " (default: all of them).")
  private List<String> against = List.of();

  @Option(
      names = "--no-network",
      description = "Ask no provider and no URL. What that leaves open is named as not checked.")
  private boolean offline;

  @Option(
      names = "--allow-private",
      description =
          "Ask URLs, too, that are at an address of this machine or of a private network.")
  private boolean allowPrivate;

  @Option(
      names = "--fail-on",
      paramLabel = "GRAVITY",
      defaultValue = "warning",
      description =
          "From which gravity on a finding is drift: info, warning or critical (default:"
              + " ${DEFAULT-VALUE}).")
  private Gravity failOn = Gravity.WARNING;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Also write the report to a file; its ending says how: .html for a page, .sarif for code"
              + " scanning, .xml for JUnit, .json, .csv or .md. May be given several times.")
  private List<Path> out = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "An earlier report, as --out x.json or --json writes it: only what it does not have"
              + " counts.")
  private @Nullable Path baseline;

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  StateReconcile(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    Set<Against> wanted = wanted();
    List<DriftFile> files = files();
    var request = project().request(terminal());
    try (ProjectSession session =
        ProjectSession.open(request, project().backendOptions(terminal()))) {
      Optional<DriftBaseline> before = baseline(session.project().service());
      DriftScope scope = new DriftScope(wanted, !offline, allowPrivate);
      StateFilter filter = filters.filter(project().stage());
      DriftReport found;
      long started = System.nanoTime();
      try (ProgressOutput shown = progress.open(terminal())) {
        found =
            new Reconcile(session, request, scope).run(filter, shown, terminal().cancellation());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      Recording.trend(this, session.project())
          .keep(DriftRun.of(session, filter, scope, found, took));
      DriftReport report = before.map(one -> one.applied(found, filter)).orElse(found);
      for (DriftFile file : files) {
        file.write(report, DriftFile.About.of(session), failOn, output().redactor());
      }
      if (output().json()) {
        print(json -> {
          json.writeStringField("service", session.project().service());
          json.writeStringField("backend", session.backend().kind().word());
          new DriftJson(json, output().redactor()).write(report, failOn);
          StateJson.warnings(json, session.warnings());
        });
      } else {
        session.warnings().forEach(this::warn);
        Headline.print(session, terminal(), coloured());
        new DriftText(terminal().out(), coloured(), output().redactor()).print(report, failOn);
        Notices.leftOut(session, report.otherServices()).forEach(this::note);
      }
      return report.drifted(failOn) ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }
  }

  private Optional<DriftBaseline> baseline(String service) throws CommandException {
    if (baseline == null) {
      return Optional.empty();
    }
    try {
      Path file = terminal().workingDirectory().resolve(baseline).normalize();
      return Optional.of(DriftBaseline.read(file, service));
    } catch (UnreadableDocumentException e) {
      throw noBaseline(baseline, e.reason());
    } catch (IOException e) {
      throw noBaseline(
          baseline, e instanceof NoSuchFileException ? "there is no such file" : "cannot be read");
    }
  }

  private static CommandException noBaseline(Path named, String reason) {
    return CommandException.usage(
        named + " is no drift report: " + reason,
        "give a file that `state reconcile --out drift.json` wrote");
  }

  private List<DriftFile> files() throws CommandException {
    List<DriftFile> files = new ArrayList<>();
    for (Path named : out) {
      Path file = terminal().workingDirectory().resolve(named).normalize();
      files.add(
          DriftFile.of(file)
              .orElseThrow(() ->
                  CommandException.usage(
                      "how to write " + named + " is not told by its ending",
                      "end it with one of " + String.join(", ", DriftFile.ENDINGS))));
    }
    return files;
  }

  private Set<Against> wanted() throws CommandException {
    if (against.isEmpty()) {
      return EnumSet.allOf(Against.class);
    }
    Set<Against> wanted = EnumSet.noneOf(Against.class);
    for (String word : against) {
      wanted.add(
          Against.of(word)
              .orElseThrow(() ->
                  CommandException.usage(
                      "there is nothing called '" + word + "' to compare with",
                      "use some of "
                          + Arrays.stream(Against.values())
                              .map(Against::word)
                              .collect(Collectors.joining(", ")))));
    }
    return wanted;
  }
}
