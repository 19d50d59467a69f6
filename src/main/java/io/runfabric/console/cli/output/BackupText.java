package io.runfabric.console.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.backup.BackupPlan;
import io.runfabric.console.operation.backup.BackupResult;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Backups for people.
public record BackupText(PrintStream out, boolean coloured) {

  public void plan(BackupPlan plan) {
    out.println("Would hold " + counted(plan.counts()) + ", " + plan.sizeBytes() + " bytes.");
    for (String unreadable : plan.unreadable()) {
      out.println(Style.DANGER.paint("does not load: ", coloured) + Plain.text(unreadable));
    }
  }

  public void result(BackupResult result, List<Path> pruned) {
    out.println(Plain.text(result.file().toString()));
    out.println(
        counted(result.facts().counts())
            + ", "
            + result.fileBytes()
            + " bytes"
            + (result.facts().encrypted() ? ", encrypted" : "")
            + ", read back and verified");
    out.println("sha256 " + result.facts().sha256());
    partial(result.facts());
    for (Path gone : pruned) {
      out.println("removed " + Plain.text(gone.toString()));
    }
  }

  public void verified(SnapshotFacts facts) {
    out.println(
        Style.GOOD.paint("good", coloured)
            + "  written by "
            + facts.writer().word()
            + (facts.service().isEmpty() ? "" : " for " + Plain.text(facts.service()))
            + (facts.createdAt().isEmpty() ? "" : ", " + Plain.text(facts.createdAt())));
    out.println(counted(facts.counts()) + ", " + facts.sizeBytes() + " bytes");
    out.println("sha256 " + facts.sha256());
    facts
        .scope()
        .map(scope -> scope.filterText())
        .filter(filter -> !filter.isEmpty())
        .ifPresent(filter -> out.println("holds only: " + Plain.text(filter)));
    if (facts.writer() != SnapshotFacts.Writer.CONSOLE) {
      out.println("An engine's backup has no checksums: it was checked for form and names only.");
    }
    partial(facts);
  }

  public void list(BackupFolder folder, List<BackupFolder.Found> backups) {
    if (backups.isEmpty()) {
      out.println("No backups in " + Plain.text(folder.path().toString()) + ".");
      return;
    }
    try (TextTable table =
        new TextTable(
            out, coloured, "NAME", "TIME", "SERVICE", "KIND", "ENTRIES", "BYTES", "STATE")) {
      for (BackupFolder.Found backup : backups) {
        Optional<SnapshotFacts> facts = backup.facts();
        table.row(
            Cell.of(backup.file().getFileName().toString()),
            Cell.of(backup.time().map(Instant::toString).orElse("-")),
            Cell.of(facts.map(SnapshotFacts::service).orElse("-")),
            Cell.of(facts.map(SnapshotFacts::backend).orElse("-")),
            Cell.of(facts.map(known -> Long.toString(known.entries())).orElse("-")),
            Cell.of(Long.toString(backup.fileBytes())),
            state(backup));
      }
    }
  }

  private static Cell state(BackupFolder.Found backup) {
    if (!backup.problem().isEmpty()) {
      return new Cell(backup.problem(), Style.DANGER);
    }
    String word = backup.state() + (backup.encrypted() ? ", encrypted" : "");
    return new Cell(
        word + (backup.facts().filter(SnapshotFacts::partial).isPresent() ? ", partial" : ""),
        backup.facts().isPresent() ? Style.GOOD : Style.PLAIN);
  }

  private void partial(SnapshotFacts facts) {
    if (facts.partial()) {
      out.println(
          Style.WARNING.paint("partial: ", coloured)
              + "some entries or journals did not load; their raw bytes are in it");
    }
  }

  private static String counted(Map<SnapshotPart, Long> counts) {
    List<String> words = new ArrayList<>();
    for (SnapshotPart part : SnapshotPart.values()) {
      long count = counts.getOrDefault(part, 0L);
      if (count > 0) {
        String word = part == SnapshotPart.UNREADABLE ? "unreadable" : part.word();
        words.add(count + " " + word + (count == 1 || part == SnapshotPart.UNREADABLE ? "" : "s"));
      }
    }
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  /// Takes a backup's documents as they come.
  public interface Documents extends AutoCloseable {
    void add(SnapshotDocument document);

    @Override
    void close();
  }

  /// @param whole whether the documents themselves are printed, and not a table of what they are
  public Documents documents(Redactor redactor, boolean whole) {
    if (whole) {
      return documents(document -> document(document, redactor), () -> {});
    }
    TextTable table =
        new TextTable(
            out, coloured, "KIND", "STAGE", "PROVIDER", "SERVICE", "UPDATED", "BYTES", "NOTE");
    return documents(document -> row(table, document), table::close);
  }

  private static Documents documents(Consumer<SnapshotDocument> taking, Runnable closing) {
    return new Documents() {
      @Override
      public void add(SnapshotDocument document) {
        taking.accept(document);
      }

      @Override
      public void close() {
        closing.run();
      }
    };
  }

  private static void row(TextTable table, SnapshotDocument document) {
    String updatedAt =
        parsed(document).map(content -> content.path("updatedAt").asText("")).orElse("");
    table.row(
        Cell.of(document.part().word().toLowerCase(Locale.ROOT)),
        Cell.of(document.address().stage()),
        Cell.of(document.address().provider()),
        Cell.of(document.address().service()),
        Cell.of(Timestamps.shown(updatedAt)),
        Cell.of(Integer.toString(document.content().length)),
        new Cell(document.reason(), Style.DANGER));
  }

  private void document(SnapshotDocument document, Redactor redactor) {
    out.println(
        Style.HEADING.paint(
            Plain.text("# " + document.part().word() + " " + document.address().text()), coloured));
    out.println(
        Plain.lines(
            parsed(document)
                .map(content -> Json.pretty(redactor.document(content)))
                .orElseGet(
                    () -> redactor.text(new String(document.content(), StandardCharsets.UTF_8)))
                .stripTrailing()));
    out.println();
  }

  private static Optional<ObjectNode> parsed(SnapshotDocument document) {
    try {
      return Optional.of(Json.object(document.content()));
    } catch (UnreadableDocumentException _) {
      return Optional.empty();
    }
  }
}
