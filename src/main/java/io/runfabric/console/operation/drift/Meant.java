package io.runfabric.console.operation.drift;

import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.model.Receipt.DeployedFunction;
import java.util.Optional;

/// What `runfabric.yml` says of a deployed function.
///
/// @param runtime the provider's, for a function that names none
record Meant(FunctionSettings settings, String runtime) {

  /// How the settings stand to those that the function was deployed with.
  enum Standing {
    AS_DEPLOYED,
    CHANGED,
    /// The receipt holds no signature, or the settings cannot be signed.
    UNKNOWN
  }

  /// @return empty when the function is not declared
  static Optional<Meant> of(LoadedProject loaded, String function) {
    return loaded.functions().stream()
        .filter(settings -> settings.name().equals(function))
        .findFirst()
        .map(settings -> new Meant(settings, loaded.project().provider().runtime()));
  }

  // Whether the engine puts the provider's runtime into a function that names none, before it
  // signs, is not told: either is as deployed.
  Standing standing(DeployedFunction deployed) {
    String signed = deployed.configSignature();
    if (signed.isEmpty() || !settings.unclear().isEmpty()) {
      return Standing.UNKNOWN;
    }
    return signed.equals(settings.signature("")) || signed.equals(settings.signature(runtime))
        ? Standing.AS_DEPLOYED
        : Standing.CHANGED;
  }

  String runtimeOrDefault() {
    return settings.runtime().isEmpty() ? runtime : settings.runtime();
  }
}
