package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Journal.Checkpoint;
import io.runfabric.console.model.Journal.Operation;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The pages of a journal: what it is about, and how far the deploy came.
public final class JournalPages {

  private static final Set<String> DONE =
      Set.of("done", "complete", "completed", "ok", "success", "succeeded");
  private static final Set<String> FAILED = Set.of("failed", "failure", "error");

  private JournalPages() {}

  /// Whether a checkpoint was reached.
  public static boolean done(Checkpoint checkpoint) {
    return DONE.contains(checkpoint.status().toLowerCase(Locale.ROOT));
  }

  static List<DetailPage> of(Journal journal, List<Situation> situations) {
    List<DetailPage> pages = new ArrayList<>();
    pages.add(summary(journal));
    pages.addAll(TodoPage.of(situations));
    int steps = journal.checkpoints().size() + journal.operations().size();
    if (steps > 0) {
      pages.add(timeline(journal, steps));
    }
    return pages;
  }

  private static DetailPage summary(Journal journal) {
    DetailPage.Builder page = DetailPage.titled("Summary");
    if (journal.health() instanceof Health.Unreadable(String reason)) {
      page.note(Tone.DANGER, "This journal does not load: " + reason + ".");
    }
    if (journal.interrupted()) {
      page.note(
          Tone.DANGER,
          "This "
              + (journal.operation().isEmpty() ? "run" : journal.operation())
              + " was interrupted: it has not come to its end, and no deploy holds the lock.");
    }
    if (journal.health() instanceof Health.Ok) {
      page.heading("Run")
          .text("Service", journal.service())
          .text("Stage", journal.stage())
          .text("Operation", journal.operation())
          .text("Status", journal.status().replace('_', ' '))
          .time("Started", journal.startedAt())
          .time("Updated", journal.updatedAt())
          .text("Attempts", Long.toString(journal.attemptCount()))
          .time("Last attempt", journal.lastAttemptAt())
          .text("Version", Long.toString(journal.version()))
          .text("Checksum", checksum(journal));
    }
    return page.heading("Stored")
        .mono("Key", journal.ref().key())
        .text("Store", journal.ref().source())
        .text("Size", ByteSize.words(journal.sizeBytes()))
        .mono("Revision", journal.revision().value())
        .build();
  }

  private static String checksum(Journal journal) {
    return switch (journal.checksum()) {
      case VALID -> "Matches the document";
      case DIFFERS -> "Differs. A note, never proof of damage: the engine keeps older checksums";
      case ABSENT -> "None stored";
    };
  }

  private static DetailPage timeline(Journal journal, int steps) {
    DetailPage.Builder page = DetailPage.titled("Timeline").counting(steps);
    List<Checkpoint> checkpoints = journal.checkpoints();
    if (!checkpoints.isEmpty()) {
      long reached = checkpoints.stream().filter(JournalPages::done).count();
      page.heading("Checkpoints", reached + " of " + checkpoints.size() + " reached");
    }
    for (int i = 0; i < checkpoints.size(); i++) {
      Checkpoint checkpoint = checkpoints.get(i);
      page.step(
          shown(checkpoint.name()),
          checkpoint.status().replace('_', ' '),
          tone(checkpoint),
          i == checkpoints.size() - 1);
    }
    List<Operation> operations = journal.operations();
    if (!operations.isEmpty()) {
      page.heading(
          "Created", operations.size() + (operations.size() == 1 ? " resource" : " resources"));
    }
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      page.step(
          shown(operation.resource()),
          operation.type().replace('_', ' '),
          Tone.NEUTRAL,
          i == operations.size() - 1);
    }
    return page.build();
  }

  // What a deploy created may be named by an address, and an address may carry a credential.
  private static String shown(String text) {
    return Redactor.masking().text(text);
  }

  private static Tone tone(Checkpoint checkpoint) {
    if (done(checkpoint)) {
      return Tone.SUCCESS;
    }
    return FAILED.contains(checkpoint.status().toLowerCase(Locale.ROOT))
        ? Tone.DANGER
        : Tone.NEUTRAL;
  }
}
