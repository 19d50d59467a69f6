package io.runfabric.console.backend.remote;

import java.util.Optional;
import java.util.stream.Stream;

/// What an SDK wrapped in its own failures.
public final class Causes {

  private Causes() {}

  /// The first of this type among a failure and its causes.
  public static <T> Optional<T> first(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
