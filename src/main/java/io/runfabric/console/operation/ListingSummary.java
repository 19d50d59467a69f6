package io.runfabric.console.operation;

import java.util.Map;

/// What a listing came to.
///
/// @param listed entries handed over
/// @param unreadable how many of those do not load
/// @param otherServices entries left out because they are of another service, by service
public record ListingSummary(long listed, long unreadable, Map<String, Long> otherServices) {}
