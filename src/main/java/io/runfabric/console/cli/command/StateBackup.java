package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.BackupJson;
import io.runfabric.console.cli.output.BackupText;
import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.age.Encryption;
import io.runfabric.console.operation.backup.Backup;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.backup.BackupPlan;
import io.runfabric.console.operation.backup.BackupRequest;
import io.runfabric.console.operation.backup.BackupResult;
import io.runfabric.console.operation.backup.Retention;
import io.runfabric.console.operation.backup.SafetyCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `state backup`: everything a project keeps, in one file.
@Command(
    name = "backup",
    description = {
      "Write receipts, state records, journals and locks into one file that either engine can"
          + " restore.",
      "The file is read back and checked before it gets its name. What does not load fails the"
          + " backup, unless --allow-partial is given."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console state backup --keep 10",
      "  runfabric-console state backup --out /backups/shop.json --force",
      "  runfabric-console state backup --recipient age1… --json | jq -r .result.path"
    })
final class StateBackup extends SessionCommand {

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private EncryptionOptions encryption = new EncryptionOptions();
  @Mixin private ProgressOptions progress = new ProgressOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to (default: .runfabric/backup/<service>-<kind>-<UTC time>.json).")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(
      names = "--allow-partial",
      description = "Keep what does not load as raw bytes, instead of failing.")
  private boolean allowPartial;

  @Option(names = "--dry-run", description = "Show what would be in it; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Afterwards remove older backups of this series beyond the newest N.")
  private @Nullable Integer keep;

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      description = "Afterwards remove backups of this series older than N days.")
  private @Nullable Integer keepDays;

  StateBackup(Terminal terminal) {
    super(terminal);
  }

  private record Done(BackupResult result, List<Path> pruned) {}

  @Override
  void json(ProjectSession session, JsonGenerator json) throws Exception {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    if (dryRun) {
      BackupJson.plan(json, plan(session));
    } else {
      Done done = backUp(session);
      BackupJson.result(json, done.result(), done.pruned());
    }
    StateJson.warnings(json, session.warnings());
  }

  @Override
  void text(ProjectSession session) throws Exception {
    BackupText text = new BackupText(terminal().out(), coloured());
    if (dryRun) {
      text.plan(plan(session));
    } else {
      Done done = backUp(session);
      text.result(done.result(), done.pruned());
    }
  }

  private BackupPlan plan(ProjectSession session) throws Exception {
    try (ProgressOutput shown = progress.open(terminal())) {
      return Backup.plan(session, filter(), shown, terminal().cancellation());
    }
  }

  private Done backUp(ProjectSession session) throws Exception {
    Retention retention =
        new Retention(atLeastOne("--keep", keep), atLeastOne("--keep-days", keepDays));
    Optional<Encryption> chosen = encryption.encryption(terminal());
    Path file =
        out == null
            ? BackupFolder.fileFor(session.project(), session.now(), chosen.isPresent())
            : terminal().workingDirectory().resolve(out).normalize();
    SafetyCopy copies = Recording.copies();
    BackupRequest request =
        new BackupRequest(
            filter(), file, force, allowPartial, chosen, copies.tool(), copies.user());
    BackupResult result;
    try (ProgressOutput shown = progress.open(terminal())) {
      result = Backup.write(session, request, shown, terminal().cancellation());
    }
    return new Done(result, pruned(session, retention, file));
  }

  // The backup itself is done by now, so what is wrong here is only told.
  private List<Path> pruned(ProjectSession session, Retention retention, Path file) {
    try {
      return retention.prune(session.project(), file, session.now(), terminal().cancellation());
    } catch (IOException _) {
      note("warning: older backups in " + file.getParent() + " could not be removed");
      return List.of();
    }
  }

  private StateFilter filter() {
    return filters.filter(project().stage());
  }

  private static OptionalInt atLeastOne(String option, @Nullable Integer number)
      throws CommandException {
    if (number == null) {
      return OptionalInt.empty();
    }
    if (number < 1) {
      throw CommandException.usage(option + " takes a number from 1", "leave it out to keep all");
    }
    return OptionalInt.of(number);
  }
}
