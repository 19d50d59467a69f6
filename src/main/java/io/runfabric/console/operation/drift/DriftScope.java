package io.runfabric.console.operation.drift;

import java.util.EnumSet;
import java.util.Set;

/// What is compared.
///
/// @param network whether requests over the network are allowed; without, what takes them is named
///   as not checked
/// @param allowPrivate whether endpoints are asked that are at an address of this machine or of a
///   private network; without, they are named as not checked
public record DriftScope(Set<Against> against, boolean network, boolean allowPrivate) {

  public DriftScope {
    against = against.isEmpty() ? EnumSet.noneOf(Against.class) : EnumSet.copyOf(against);
  }

  /// The same with other things to compare with.
  public DriftScope comparing(Set<Against> with) {
    return new DriftScope(with, network, allowPrivate);
  }

  /// The same with requests over the network allowed, or not.
  public DriftScope networking(boolean allowed) {
    return new DriftScope(against, allowed, allowPrivate);
  }

  /// The same with private addresses asked too, or not.
  public DriftScope privately(boolean allowed) {
    return new DriftScope(against, network, allowed);
  }

  /// Everything.
  public static final DriftScope ALL = new DriftScope(EnumSet.allOf(Against.class), true, false);
}
