package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.RestoreJson;
import io.runfabric.console.cli.output.RestoreText;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.EntrySearch;
import io.runfabric.console.operation.history.Side;
import io.runfabric.console.operation.history.Sides;
import io.runfabric.console.operation.restore.Restore;
import io.runfabric.console.operation.restore.RestorePlan;
import io.runfabric.console.operation.restore.RestoreScope;
import io.runfabric.console.operation.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `state restore`: puts the entries of a backup back.
@Command(
    name = "restore",
    description = {
      "Put the receipts and state records of a backup back: the console's own, or either engine's.",
      "What would happen is shown first. Older state never replaces newer unless --on-conflict says"
          + " so, nothing is removed unless --prune is given, and what is replaced is backed up"
          + " before."
    },
    footer = {
      "%nExit codes: 0 restored, 3 a dry run with changes, 5 a conflict, or a stage is locked,",
      "6 the lock was lost on the way.",
      "%nExamples:",
      "  runfabric-console state restore --file shop.json --dry-run",
      "  runfabric-console state restore --file shop.json --only stage=dev,stage=qa",
      "  runfabric-console state restore --version 3f2a --only stage=prod",
      "  runfabric-console state restore --undo"
    })
final class StateRestore extends HeadlessCommand {

  @Option(names = "--file", paramLabel = "FILE", description = "The backup.")
  private @Nullable Path file;

  @Option(
      names = "--undo",
      description = "Put back what this project's last restore replaced, from the backup it took.")
  private boolean undo;

  @Option(
      names = "--version",
      paramLabel = "ID",
      description =
          "Put one entry back as it was in this version of a bucket, in place of a newer one too;"
              + " --only says which, state history names the versions.")
  private @Nullable String version;

  @Option(
      names = "--dry-run",
      description = "Show what would be done; take no lock, write nothing.")
  private boolean dryRun;

  @Option(
      names = "--only",
      paramLabel = "FIELD=VALUE",
      split = ",",
      description = "Only entries with this kind, service, stage or provider; may be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--on-conflict",
      paramLabel = "WHAT",
      defaultValue = "fail",
      description =
          "fail, skip or overwrite an entry that is stored newer than in the backup, or differs"
              + " (default: ${DEFAULT-VALUE}).")
  private OnConflict onConflict = OnConflict.FAIL;

  @Option(
      names = "--prune",
      description = "Remove this project's entries that the backup does not hold.")
  private boolean prune;

  @Mixin private DecryptionOptions decryption = new DecryptionOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  StateRestore(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    RestoreScope scope = EntryConditions.of(only);
    if (version != null && (undo || prune || file != null)) {
      throw CommandException.usage(
          "--version excludes --file, --undo and --prune", "leave out one or the other");
    }
    if (prune && !scope.all()) {
      throw CommandException.usage(
          "--prune and --only exclude each other", "leave one of them out");
    }
    try (ProjectSession session =
            ProjectSession.open(
                project().request(terminal()), project().backendOptions(terminal()));
        ProgressOutput shown = progress.open(terminal())) {
      session.warnings().forEach(this::warn);
      Restore restore = new Restore(session, Recording.copies());
      if (version != null) {
        return planned(
            session,
            "version " + version,
            restore,
            ofVersion(session, version, scope, restore, shown),
            shown);
      }
      Path source = source(session);
      Snapshot snapshot = decryption.open(source, terminal(), shown);
      RestorePlan plan =
          restore.plan(
              snapshot,
              scope,
              undo ? OnConflict.OVERWRITE : onConflict,
              undo || prune,
              shown,
              terminal().cancellation());
      return planned(session, source.toString(), restore, plan, shown);
    }
  }

  private int planned(
      ProjectSession session,
      String source,
      Restore restore,
      RestorePlan plan,
      ProgressOutput shown)
      throws Exception {
    RestoreText text = new RestoreText(terminal().out(), coloured(), output().redactor());
    RestoreJson result = new RestoreJson(session, source, output().redactor());
    if (!output().json()) {
      text.plan(source, version == null ? "the backup" : "this version", plan, dryRun);
    }
    if (!dryRun && plan.nothing()) {
      // A run that was killed at its very end may have left its locks.
      restore.apply(plan, new Trace(), shown, terminal().cancellation());
    }
    if (dryRun || plan.nothing()) {
      if (output().json()) {
        print(json -> result.plan(json, plan, dryRun));
      }
      return plan.nothing() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
    if (plan.changes().refused().isEmpty() && !agreed(plan.changes())) {
      note("Nothing was restored.");
      return ExitCode.FAILED;
    }
    Restore.Result done =
        Recording.log(this)
            .record(
                Recording.doing(this, session.project()),
                trace -> restore.apply(plan, trace, shown, terminal().cancellation()));
    if (!output().json()) {
      text.result(done);
    }
    if (!done.outcome().complete()) {
      throw new CommandException(RestoreText.incomplete(done));
    }
    if (output().json()) {
      print(json -> result.done(json, plan, done));
    }
    return ExitCode.DONE;
  }

  private boolean agreed(ChangePlan plan) throws CommandException {
    int count = plan.effective().size();
    return output()
        .agreed(terminal(), "Change " + count + (count == 1 ? " entry?" : " entries?"), plan);
  }

  private RestorePlan ofVersion(
      ProjectSession session, String id, RestoreScope scope, Restore restore, ProgressOutput shown)
      throws Exception {
    EntryPlace entry =
        new EntrySearch(
                one(scope, "stage").orElse(session.project().stage()),
                kind(scope),
                one(scope, "provider"))
            .in(session, terminal().cancellation());
    Sides sides =
        new Sides(
            session,
            project().request(terminal()),
            project().backendOptions(terminal()),
            DecryptionKeys.none());
    byte[] content =
        sides.read(entry, new Side.Version(id), terminal().cancellation()).orElseThrow();
    return restore.plan(entry, content, shown, terminal().cancellation());
  }

  private static Optional<EntryKind> kind(RestoreScope scope) throws CommandException {
    Optional<String> word = one(scope, "kind");
    Optional<EntryKind> kind = word.flatMap(EntryKind::of);
    if (word.isPresent() && kind.isEmpty()) {
      throw CommandException.usage(
          "there is no kind '" + word.get() + "'", "say kind=receipt or kind=record");
    }
    return kind;
  }

  private static Optional<String> one(RestoreScope scope, String field) throws CommandException {
    Set<String> values = scope.only().getOrDefault(field, Set.of());
    if (values.size() > 1) {
      throw CommandException.usage(
          "--version takes one " + field, "say --only " + field + "=… once");
    }
    return values.stream().findFirst();
  }

  private Path source(ProjectSession session) throws Exception {
    if (undo == (file != null)) {
      throw CommandException.usage(
          "this takes either --file FILE, --version ID or --undo", "name the backup with --file");
    }
    if (file != null) {
      return terminal().workingDirectory().resolve(file).normalize();
    }
    String project = session.project().file().toString();
    return Recording.log(this)
        .newest(
            1,
            activity ->
                activity.doing().project().equals(project)
                    && activity.doing().operation().equals("state restore")
                    && !activity.snapshot().isEmpty())
        .activities()
        .stream()
        .map(Activity::snapshot)
        .map(Path::of)
        .findFirst()
        .orElseThrow(() ->
            new CommandException(
                ErrorReport.of(
                    "NOT_FOUND",
                    "no restore of this project is known that replaced anything",
                    "see runfabric-console activity list, or name a backup with --file",
                    ExitCode.FAILED)));
  }
}
