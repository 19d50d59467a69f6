package io.runfabric.console.config;

import java.util.List;

/// A project that opened, with the warnings that did not keep it from opening.
///
/// @param settings the effective settings with their origins, in the order of the file format
public record LoadedProject(Project project, List<Problem> warnings, List<Setting> settings) {}
