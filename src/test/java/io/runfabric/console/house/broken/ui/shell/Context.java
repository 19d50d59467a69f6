package io.runfabric.console.house.broken.ui.shell;

/// What a page is given.
public record Context(String project) {}
