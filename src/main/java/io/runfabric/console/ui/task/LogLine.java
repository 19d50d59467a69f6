package io.runfabric.console.ui.task;

import java.time.Instant;

/// Something a piece of work said on its way.
public record LogLine(Instant at, String text) {}
