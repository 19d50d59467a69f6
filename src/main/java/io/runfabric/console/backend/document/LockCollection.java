package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import java.util.List;

/// The locks one source keeps.
public interface LockCollection {

  /// Where they are kept.
  DocumentStore store();

  /// The part of the store that they are in, perhaps among others.
  Range range();

  /// Every lock by key, judged by the format's moment.
  List<Lock> list(LockFormat format, Cancellation cancellation) throws BackendException;
}
