package io.runfabric.console.provider;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.model.Receipt;
import java.util.List;

/// One provider, reached with one project's credentials. Safe for use by several threads; opening
/// one has made sure that there are credentials, not that they are good.
public interface Cloud extends AutoCloseable {

  /// What there must be if the receipt is right, each with the way to look for it. Asks nobody.
  ///
  /// @return empty when the receipt names nothing that can be looked for
  /// @throws BackendException when the receipt or the environment lacks what a request needs, such
  ///   as the project's id
  List<Lookup> lookups(Receipt receipt) throws BackendException;

  @Override
  default void close() {}
}
