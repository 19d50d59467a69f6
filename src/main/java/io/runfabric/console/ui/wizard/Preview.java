package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.Guard;
import java.util.List;
import java.util.Optional;

/// What a wizard would do, to be shown before it is done.
///
/// @param sentence what it comes to
/// @param notices what to mind
/// @param exhibits what it is about, such as the two ends of a migration
/// @param rows entry by entry; empty where nothing is changed entry by entry
/// @param guard the stage whose name has to be typed
/// @param obstacle why it cannot be done, a sentence; empty when it can
/// @param verb what the button says
/// @param tone of the button
public record Preview(
    String sentence,
    List<Notice> notices,
    List<Exhibit> exhibits,
    List<PlanRow> rows,
    Optional<Guard> guard,
    String obstacle,
    String verb,
    Tone tone) {

  boolean possible() {
    return obstacle.isEmpty();
  }
}
