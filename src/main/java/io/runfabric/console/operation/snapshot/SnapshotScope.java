package io.runfabric.console.operation.snapshot;

import io.runfabric.console.operation.StateFilter;
import java.util.Optional;

/// How a backup came about.
///
/// @param tool the program that wrote it, with its version
/// @param createdBy who ran it
/// @param location where the receipts were, for people
/// @param filter what it was asked to hold
/// @param partial whether it lacks entries or journals that did not load, but for their raw bytes
public record SnapshotScope(
    String tool, String createdBy, String location, StateFilter filter, boolean partial) {

  /// Whether it holds all of its project's state, and not a chosen part.
  public boolean wholeProject() {
    return filter.stage().isEmpty()
        && filter.provider().isEmpty()
        && filter.service().isEmpty()
        && !partial;
  }

  /// The filter in words, such as `stage dev`; empty when everything was asked for.
  public String filterText() {
    return String.join(
        ", ",
        java.util.stream.Stream.of(
                word("service", filter.service()),
                word("stage", filter.stage()),
                word("provider", filter.provider()),
                filter.allServices() ? "all services" : "")
            .filter(word -> !word.isEmpty())
            .toList());
  }

  private static String word(String name, Optional<String> value) {
    return value.map(text -> name + " " + text).orElse("");
  }
}
