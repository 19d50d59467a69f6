package io.runfabric.console.ui.receipts;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.ui.detail.ByteSize;
import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.listing.Listing;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.util.ArrayList;
import java.util.List;

/// The page of receipts and state records.
public final class Receipts {

  private Receipts() {}

  public static Listing<Entry> listing() {
    return new Listing<>(
        columns(),
        Receipts::key,
        project -> Rows.of(project, project.entries()),
        (entry, _) -> new Subject.OfEntry(entry),
        (entry, project) -> project.commandWords(command(entry)),
        new RowCount("entry", "entries"),
        "Filter, such as stage:prod",
        new Listing.Absence(
            Icons.RECEIPTS,
            "Nothing is deployed",
            "The backend keeps no receipt and no state record of this project. The first deploy"
                + " writes one."));
  }

  static List<Column<Entry>> columns() {
    return List.of(
        Column.of("stage", "Stage", CellKind.STAGE, 136, Entry::stage),
        Column.<Entry>of("health", "Health", CellKind.BADGE, 104, entry -> entry.health().word())
            .withTone(entry -> entry.readable() ? Tone.NEUTRAL : Tone.DANGER)
            .withNote(entry -> entry.health().reason())
            .withRank(entry -> entry.readable() ? 1 : 0),
        Column.of("provider", "Provider", CellKind.TEXT, 152, Entry::provider),
        Column.of("kind", "Kind", CellKind.TEXT, 76, entry -> entry.kind().word()),
        Column.<Entry>of("lifecycle", "Lifecycle", CellKind.BADGE, 104, Receipts::lifecycle)
            .withTone(Receipts::lifecycleTone),
        Column.time("updated", "Updated", 104, Entry::updatedAt),
        Column.number(
            "functions",
            "Functions",
            88,
            entry -> entry.facts().functions(),
            count -> count == 0 ? "" : count.toString()),
        Column.<Entry>of("note", "Note", CellKind.TEXT, 212, Receipts::note),
        Column.of("endpoint", "Endpoint", CellKind.MONO, 200, entry -> entry.facts().endpoint()),
        Column.<Entry>of("service", "Service", CellKind.TEXT, 136, Entry::service).hidden(),
        Column.<Entry>of(
                "deployment",
                "Deployment",
                CellKind.MONO,
                200,
                entry -> entry.facts().deploymentId())
            .hidden(),
        Column.<Entry>of(
                "workspace", "Workspace", CellKind.MONO, 200, entry -> entry.workspace().orElse(""))
            .hidden(),
        Column.<Entry>of("store", "Store", CellKind.TEXT, 88, entry -> entry.ref().source())
            .hidden(),
        Column.<Entry>of("key", "Key", CellKind.MONO, 280, entry -> entry.ref().key()).hidden(),
        Column.<Entry>number("size", "Size", 88, Entry::sizeBytes, ByteSize::words).hidden(),
        Column.<Entry>of("revision", "Revision", CellKind.MONO, 200, e -> e.revision().value())
            .hidden());
  }

  private static String lifecycle(Entry entry) {
    return entry.facts().lifecycle().replace('_', ' ');
  }

  private static Tone lifecycleTone(Entry entry) {
    return switch (entry.facts().lifecycle()) {
      case "failed" -> Tone.DANGER;
      case "in_progress" -> Tone.ACCENT;
      default -> Tone.NEUTRAL;
    };
  }

  // What keeps an operator from trusting the row comes first.
  private static String note(Entry entry) {
    return entry.health() instanceof Health.Unreadable(String reason)
        ? reason
        : String.join("; ", entry.notes());
  }

  private static DocumentRef key(Entry entry) {
    return entry.ref();
  }

  private static List<String> command(Entry entry) {
    List<String> words = new ArrayList<>(List.of("state", "pull"));
    if (!entry.stage().isEmpty()) {
      words.addAll(List.of("--stage", entry.stage()));
    }
    if (entry.kind() == EntryKind.RECORD && !entry.provider().isEmpty()) {
      words.addAll(List.of("--provider", entry.provider()));
    }
    entry.workspace().ifPresent(id -> words.addAll(List.of("--workspace", id)));
    return words;
  }
}
