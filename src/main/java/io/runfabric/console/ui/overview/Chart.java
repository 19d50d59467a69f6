package io.runfabric.console.ui.overview;

import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Tone;
import java.util.List;

/// Numbers that say more as a picture, without nodes.
///
/// @param note what the numbers are, and what they cannot tell
/// @param nothing what stands there when there is no number at all
public record Chart(String title, String note, List<Bar> bars, String nothing) {

  /// One number.
  ///
  /// @param spoken the number in words, with what it counts
  /// @param place the rows behind it
  public record Bar(String label, String spoken, long value, Tone tone, Place place) {}

  /// The largest number; 0 without any.
  long largest() {
    return bars.stream().mapToLong(Bar::value).max().orElse(0);
  }
}
