package io.runfabric.console.config;

import java.util.List;

/// A project that opened, with the warnings that did not keep it from opening.
///
/// @param functions what the file says of each function
/// @param settings the effective settings with their origins, in the order of the file format
public record LoadedProject(
    Project project,
    List<Problem> warnings,
    List<FunctionSettings> functions,
    List<Setting> settings) {}
