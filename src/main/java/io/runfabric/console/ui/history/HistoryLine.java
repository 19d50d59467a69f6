package io.runfabric.console.ui.history;

import io.runfabric.console.operation.history.History;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.List;

/// One line of a history.
public sealed interface HistoryLine {

  /// A version that is kept.
  record Version(KeptVersion version) implements HistoryLine {}

  /// What is to be known beside them.
  record Remark(Tone tone, String text) implements HistoryLine {}

  /// The lines of a history, newest first; what was not looked into comes before them, as it may
  /// hold more.
  static List<HistoryLine> of(History history) {
    List<HistoryLine> lines = new ArrayList<>();
    history.unseen().forEach(text -> lines.add(new Remark(Tone.WARNING, text)));
    history.versions().forEach(version -> lines.add(new Version(version)));
    if (!history.store().isEmpty()) {
      String more =
          history.versions().stream().noneMatch(KeptVersion::earlier)
              ? " No backup in the project's folder holds another one."
              : "";
      lines.add(new Remark(Tone.NEUTRAL, history.store() + more));
    }
    return lines;
  }
}
