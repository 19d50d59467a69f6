package io.runfabric.console.operation.drift;

/// One thing that state is compared with.
interface Check {

  /// Looks at an entry that loads, as it is read.
  void look(Deployed deployed, Findings findings);

  /// Tells what can be told only once all entries were seen.
  default void finish(Findings findings) {}
}
