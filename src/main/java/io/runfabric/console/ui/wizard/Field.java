package io.runfabric.console.ui.wizard;

/// A field of a form.
///
/// @param id what problems and tests call it
/// @param prompt what stands in it while it is empty
/// @param help what it is for, a sentence; may be empty
public record Field(String id, String label, String prompt, String help) {}
