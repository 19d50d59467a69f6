package io.runfabric.console.backend.lock;

import io.runfabric.console.model.LockFormat;
import java.time.Clock;
import java.util.function.Supplier;

/// What locks are taken and judged by.
///
/// @param format judges the locks of others at this moment
/// @param clock dates the own ones
public record LockTerms(Supplier<LockFormat> format, Clock clock) {}
