package io.runfabric.console.operation;

/// How far a piece of work is. Called on the thread that does the work, once per item.
@FunctionalInterface
public interface Progress {

  /// @param done items finished
  /// @param total items in all; negative while unknown
  void at(long done, long total);

  /// A new phase of the work begins; what is counted starts over.
  ///
  /// @param name a word or two, such as `reading` or `verifying`
  default void phase(String name) {}

  /// One item is done with in this phase. Not every kind of work tells.
  ///
  /// @param name of the item, such as `receipt dev`
  default void entry(String name) {}

  /// Nobody watches.
  Progress NONE = (done, total) -> {};
}
