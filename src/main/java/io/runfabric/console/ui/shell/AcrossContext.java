package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What a page about all projects is given.
///
/// @param tasks starts background work
/// @param clock what ages are relative to
/// @param navigator shows a place in a project
/// @param notifier shows a short message for a moment
/// @param desktop clipboard and files
public record AcrossContext(
    OpenProjects projects,
    Tasks tasks,
    Clock clock,
    BiConsumer<OpenProject, Place> navigator,
    Consumer<String> notifier,
    Desktop desktop) {}
