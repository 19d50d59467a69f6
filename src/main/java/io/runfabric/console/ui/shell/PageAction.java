package io.runfabric.console.ui.shell;

/// Something that can be done on the page on screen now.
///
/// @param about what it is done with, such as `1 lock selected`; empty for the page as a whole
public record PageAction(Command command, String about) {}
