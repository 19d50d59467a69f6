package io.runfabric.console.backend.lock;

import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.LockFormat;
import java.time.Clock;
import java.util.function.Supplier;

/// What locks are taken and judged by.
///
/// @param format judges the locks of others at this moment
/// @param clock dates the own ones
/// @param records how long engine 1's locks last, and how often they are renewed
public record LockTerms(Supplier<LockFormat> format, Clock clock, LockRules records) {}
