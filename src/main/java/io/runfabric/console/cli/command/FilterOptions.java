package io.runfabric.console.cli.command;

import io.runfabric.console.operation.StateFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which state of the project.
final class FilterOptions {

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Only this service (default: the project's).")
  private @Nullable String service;

  @Option(
      names = {"-p", "--provider"},
      paramLabel = "NAME",
      description = "Only this provider.")
  private @Nullable String provider;

  @Option(
      names = "--all-services",
      description = "Also entries of other services that share the backend.")
  private boolean allServices;

  StateFilter filter(Optional<String> stage) {
    return new StateFilter(
        Optional.ofNullable(service), stage, Optional.ofNullable(provider), allServices);
  }
}
