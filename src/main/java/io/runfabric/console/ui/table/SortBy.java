package io.runfabric.console.ui.table;

/// One column a table is sorted by.
///
/// @param columnId see [Column#id()]
public record SortBy(String columnId, boolean descending) {}
