package io.runfabric.console.backend;

/// A workspace id that a shared database holds, and how many entries sit under it.
///
/// @param chosen whether it is the one this project reads
public record WorkspaceRows(String id, long entries, boolean chosen) {}
