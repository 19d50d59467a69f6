package io.runfabric.console.operation.drift;

import java.util.EnumSet;
import java.util.Set;

/// What is compared.
///
/// @param network whether requests over the network are allowed; without, what takes them is named
///   as not checked
public record DriftScope(Set<Against> against, boolean network) {

  public DriftScope {
    against = against.isEmpty() ? EnumSet.noneOf(Against.class) : EnumSet.copyOf(against);
  }

  /// The same with other things to compare with.
  public DriftScope comparing(Set<Against> with) {
    return new DriftScope(with, network);
  }

  /// The same with requests over the network allowed, or not.
  public DriftScope networking(boolean allowed) {
    return new DriftScope(against, allowed);
  }

  /// Everything.
  public static final DriftScope ALL = new DriftScope(EnumSet.allOf(Against.class), true);
}
