package io.runfabric.console.operation.change;

/// What becomes of an entry that may be newer than what would take its place.
public enum OnConflict {
  /// Nothing at all is done.
  FAIL,
  /// That entry is left as it is, the others are written.
  SKIP,
  /// It is written over; what was there is kept in the snapshot taken before.
  OVERWRITE
}
