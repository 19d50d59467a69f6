package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Exhibit.Fact;
import java.util.List;
import org.kordamp.ikonli.Ikon;

/// What came of it.
///
/// @param sentence what is true now
/// @param facts counts, digests, times, files
/// @param notices what else to know, and to do
/// @param next what can be done from here
public record Report(
    Tone tone, String sentence, List<Fact> facts, List<Notice> notices, List<Next> next) {

  /// Something to be done next.
  ///
  /// @param closes whether the wizard closes first
  public record Next(String label, Ikon icon, boolean closes, Runnable action) {}
}
