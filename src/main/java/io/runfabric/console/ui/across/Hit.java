package io.runfabric.console.ui.across;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import java.util.ArrayList;
import java.util.List;

/// One entry that was found.
///
/// @param where what of it matched, such as `deployment id` or `outputs.url`
/// @param text what stands there, with secrets hidden
record Hit(OpenProject open, Entry entry, String where, String text) {

  /// What tells it from other hits.
  record Key(OpenProject open, DocumentRef ref, String where) {}

  Key key() {
    return new Key(open, entry.ref(), where);
  }

  /// Where its row is.
  Place place() {
    return Place.RECEIPTS.at(entry.ref());
  }

  List<String> command() {
    List<String> words = new ArrayList<>(List.of("state", "pull"));
    if (!entry.stage().isEmpty()) {
      words.addAll(List.of("--stage", entry.stage()));
    }
    return open.project().commandWords(words);
  }

  static List<Column<Hit>> columns() {
    return List.of(
        Column.of("project", "Project", CellKind.TEXT, 144, hit -> hit.open().name()),
        Column.of("stage", "Stage", CellKind.STAGE, 104, hit -> hit.entry().stage()),
        Column.of("service", "Service", CellKind.TEXT, 128, hit -> hit.entry().service()),
        Column.of("provider", "Provider", CellKind.TEXT, 112, hit -> hit.entry().provider()),
        Column.of("where", "Found in", CellKind.TEXT, 140, Hit::where),
        Column.of("text", "What matched", CellKind.MONO, 128, Hit::text),
        Column.<Hit>of("kind", "Kind", CellKind.TEXT, 80, hit -> hit.entry().kind().word())
            .hidden(),
        Column.<Hit>of("key", "Key", CellKind.MONO, 280, hit -> hit.entry().ref().key()).hidden());
  }
}
