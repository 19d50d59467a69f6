package io.runfabric.console.model;

/// What a table shows of an entry beside its address, with secrets hidden. Absent facts are empty
/// or zero.
///
/// @param deploymentId of a receipt
/// @param endpoint the deployed address: a receipt's `url` output or a record's `endpoint`
/// @param lifecycle of a state record: `in_progress`, `applied` or `failed`
/// @param functions how many functions a receipt lists
public record EntryFacts(String deploymentId, String endpoint, String lifecycle, int functions) {

  public static final EntryFacts NONE = new EntryFacts("", "", "", 0);
}
