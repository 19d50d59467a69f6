package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Cell;
import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.cli.output.TextTable;
import io.runfabric.console.config.DriftIgnores;
import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.operation.drift.DriftIgnoreFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `drift ignore`: lives with a finding for a while.
@Command(
    name = "ignore",
    description = {
      "Agree to live with a finding until a day: it is counted, but is no drift. This is written"
          + " to .runfabric/drift-ignore.yml, whose comments stay."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console drift ignore 3f2a90c1d4e5 --reason \"until the move\""
          + " --until 2027-01-31",
      "  runfabric-console drift ignore --list"
    })
final class DriftIgnore extends HeadlessCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "Of the finding, as state reconcile shows it.")
  private @Nullable String id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in one line.")
  private String reason = "";

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day on which it is ignored (UTC), such as 2027-01-31.")
  private @Nullable LocalDate until;

  @Option(names = "--list", description = "List what is ignored, and what was until it expired.")
  private boolean list;

  DriftIgnore(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    if (list == (id != null)) {
      throw CommandException.usage(
          "either a finding is to be ignored, or those that are listed",
          "give an ID with --reason and --until, or --list");
    }
    Project project = ProjectLoader.load(project().request(terminal())).project();
    LocalDate today = LocalDate.ofInstant(terminal().clock().instant(), ZoneOffset.UTC);
    if (id == null) {
      list(DriftIgnores.read(project), today);
    } else {
      ignore(project, id, today);
    }
    return ExitCode.DONE;
  }

  private void ignore(Project project, String finding, LocalDate today) throws Exception {
    if (until == null) {
      throw CommandException.usage(
          "there is no last day on which it is ignored", "give --until, such as 2027-01-31");
    }
    Ignored wanted = new Ignored(finding, reason.strip(), until);
    var complaint = DriftIgnoreFile.complaint(wanted, today);
    if (complaint.isPresent()) {
      throw CommandException.usage(
          "the " + complaint.get(), "give an ID with --reason and --until");
    }
    boolean listed =
        Recording.log(this)
            .record(
                Recording.doing(this, project),
                trace -> new DriftIgnoreFile(project).ignore(wanted, trace));
    if (output().json()) {
      print(json -> {
        json.writeStringField("file", DriftIgnores.file(project).toString());
        json.writeStringField("id", wanted.id());
        json.writeStringField("reason", shown(wanted));
        json.writeStringField("until", wanted.until().toString());
        json.writeBooleanField("wasListed", listed);
      });
    } else {
      say(wanted.id() + " is ignored until " + wanted.until() + ".");
    }
  }

  private void list(List<Ignored> ignored, LocalDate today) throws Exception {
    if (output().json()) {
      print(json -> {
        json.writeArrayFieldStart("ignored");
        for (Ignored one : ignored) {
          json.writeStartObject();
          json.writeStringField("id", one.id());
          json.writeStringField("reason", shown(one));
          json.writeStringField("until", one.until().toString());
          json.writeBooleanField("expired", one.until().isBefore(today));
          json.writeEndObject();
        }
        json.writeEndArray();
      });
      return;
    }
    try (TextTable table = new TextTable(terminal().out(), coloured(), "ID", "UNTIL", "REASON")) {
      for (Ignored one : ignored) {
        boolean expired = one.until().isBefore(today);
        table.row(
            Cell.of(one.id()),
            expired
                ? new Cell(one.until() + ", expired", Style.WARNING)
                : Cell.of(one.until().toString()),
            Cell.of(shown(one)));
      }
    }
    if (ignored.isEmpty()) {
      say("Nothing is ignored.");
    }
  }

  private String shown(Ignored one) {
    return output().redactor().text(one.reason());
  }
}
