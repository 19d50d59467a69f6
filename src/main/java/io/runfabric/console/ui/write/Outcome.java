package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Tone;
import java.util.List;

/// What came of a write.
///
/// @param sentence what is true now
/// @param details one sentence each
public record Outcome(Tone tone, String sentence, List<String> details) {}
