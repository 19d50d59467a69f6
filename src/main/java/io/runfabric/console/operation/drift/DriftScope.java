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

  /// Everything.
  public static final DriftScope ALL = new DriftScope(EnumSet.allOf(Against.class), true, false);
}
