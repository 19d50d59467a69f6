package io.runfabric.console.ui.table;

/// How a column shows its values.
public enum CellKind {
  TEXT,
  /// Ids, hashes, keys, addresses: in a fixed-width face.
  MONO,
  /// A short word in a coloured pill; nothing when the value is empty.
  BADGE,
  /// A stage's name, coloured when it is a production stage.
  STAGE,
  /// A point in time, shown relative to now, absolute as tooltip.
  TIME,
  /// Right-aligned, fixed-width figures.
  NUMBER
}
