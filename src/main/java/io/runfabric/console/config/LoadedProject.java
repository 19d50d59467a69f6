package io.runfabric.console.config;

import java.util.List;

/// A project that opened, with the warnings that did not keep it from opening.
public record LoadedProject(Project project, List<Problem> warnings) {}
