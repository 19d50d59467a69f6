package io.runfabric.console.config;

import java.util.List;
import java.util.Optional;

/// A project that opened, with the warnings that did not keep it from opening.
///
/// @param functions what the file says of each function
/// @param workflows the graph of its workflows, if it has any
/// @param settings the effective settings with their origins, in the order of the file format
public record LoadedProject(
    Project project,
    List<Problem> warnings,
    List<FunctionSettings> functions,
    Optional<WorkflowGraph> workflows,
    List<Setting> settings) {}
