package io.runfabric.console.ui.wizard;

/// Why a page cannot be left yet.
///
/// @param field the id of the field it is about
/// @param sentence what is wrong, or missing
public record FieldProblem(String field, String sentence) {}
