package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Tone;

/// Something to be told beside a plan or a result.
///
/// @param text a sentence; back-ticks set code
public record Notice(Tone tone, String text) {}
