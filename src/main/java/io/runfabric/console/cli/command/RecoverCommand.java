package io.runfabric.console.cli.command;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.recover.Archiving;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `recover`: the runbook, and setting a journal aside.
@Command(
    name = "recover",
    description = {
      "Say what a crashed deploy left behind and what to do about it.",
      "With --archive, set the journal of a stage aside, as the engine does."
    },
    footer = {
      "%nExit codes: 0 nothing to recover, or done; 3 something to recover; 5 the stage is locked,",
      "or the journal changed meanwhile.",
      "%nExamples:",
      "  runfabric-console recover",
      "  runfabric-console recover --stage dev --archive",
      "  runfabric-console recover --stage prod --archive --yes --json"
    })
final class RecoverCommand extends HeadlessCommand {

  @Option(
      names = "--archive",
      description = "Set the journal of the stage aside: .runfabric/journal-archive/ keeps it.")
  private boolean archive;

  @Option(
      names = "--place",
      paramLabel = "PLACE",
      description = "Which journal, where the stage has several: local, s3, gcs or azblob.")
  private @Nullable String place;

  RecoverCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    return archive ? archived() : RecoverDryRun.show(this);
  }

  private int archived() throws Exception {
    String stage =
        project()
            .stage()
            .orElseThrow(() -> refused("USAGE", "which stage?", "name it with --stage"));
    try (ProjectSession session =
        ProjectSession.open(project().request(terminal()), project().backendOptions(terminal()))) {
      StateFilter filter =
          new StateFilter(Optional.empty(), Optional.of(stage), Optional.empty(), false);
      Optional<Journal> found = journal(session, filter);
      if (found.isEmpty()) {
        return nothing(stage);
      }
      Journal journal = found.get();
      List<Lock> stale =
          session.locks(filter, Cancellation.never()).stream()
              .filter(lock -> lock.state() == Lock.State.STALE)
              .filter(lock -> lock.source() != Lock.Source.RECORD)
              .toList();
      show(journal, stale);
      if (!output().agreed(terminal(), "Set this journal aside?", stage)) {
        note("Nothing was changed.");
        return ExitCode.DONE;
      }
      Archiving archiving = Archiving.of(journal, session, !stale.isEmpty());
      DocumentRef archived =
          Recording.log(this)
              .record(
                  Recording.doing(this, session.project())
                      .at(archiving.service(), archiving.stage()),
                  trace -> {
                    DocumentRef copy =
                        archiving.run(
                            session,
                            _ -> {},
                            terminal().cancellation(),
                            kept -> note("the lock could not be given back: " + kept.sentence()));
                    trace.changed(journal.ref().key());
                    trace.snapshot(copy.key());
                    return copy;
                  });
      tell(session, journal, archived);
      return ExitCode.DONE;
    }
  }

  private Optional<Journal> journal(ProjectSession session, StateFilter filter) throws Exception {
    List<Journal> journals =
        session.journals(filter, Cancellation.never()).stream()
            .filter(journal -> journal.service().equals(session.project().service()))
            .filter(journal -> place == null || journal.ref().source().equals(place))
            .toList();
    if (journals.size() > 1) {
      String places =
          journals.stream().map(found -> found.ref().source()).collect(Collectors.joining(", "));
      throw refused(
          "AMBIGUOUS_JOURNAL",
          "this stage has a journal in several places: " + places,
          "see which one to set aside with: runfabric-console recover; then name it with --place");
    }
    return journals.stream().findFirst();
  }

  private void show(Journal journal, List<Lock> stale) {
    note("journal   " + journal.ref());
    note("status    " + (journal.status().isEmpty() ? "does not load" : journal.status()));
    journal
        .operations()
        .forEach(operation -> note("recorded  " + operation.type() + " " + operation.resource()));
    stale.forEach(lock ->
        note(
            "lock      of "
                + lock.holder()
                + " ended at "
                + lock.expiresAt()
                + " and will be taken over"));
    note("The engine then no longer knows what this deploy created; the archive keeps the list.");
  }

  private int nothing(String stage) throws Exception {
    if (output().json()) {
      print(json -> {
        json.writeBooleanField("archived", false);
        json.writeStringField("stage", stage);
        json.writeStringField("message", "no journal found");
      });
    } else {
      terminal().out().println("This stage has no journal to set aside.");
    }
    return ExitCode.DONE;
  }

  private void tell(ProjectSession session, Journal journal, DocumentRef archived)
      throws Exception {
    if (output().json()) {
      print(json -> {
        json.writeBooleanField("archived", true);
        json.writeStringField("service", session.project().service());
        json.writeStringField("stage", journal.stage());
        json.writeStringField("place", archived.source());
        json.writeStringField("journal", journal.ref().key());
        json.writeStringField("archive", archived.key());
      });
    } else {
      say("Set aside: " + archived);
    }
  }

  private static CommandException refused(String code, String message, String hint) {
    return new CommandException(ErrorReport.of(code, message, hint, ExitCode.USAGE));
  }
}
