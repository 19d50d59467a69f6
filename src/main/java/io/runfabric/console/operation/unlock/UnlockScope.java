package io.runfabric.console.operation.unlock;

import io.runfabric.console.model.Lock;
import java.util.Optional;
import java.util.Set;

/// Which locks are concerned.
///
/// @param stage one stage; empty for all of the service
/// @param staleOnly only those whose lease has ended
/// @param ids only those with one of these ids; empty for all
public record UnlockScope(
    String service, Optional<String> stage, boolean staleOnly, Set<String> ids) {

  /// Every lock of a stage.
  public static UnlockScope ofStage(String service, String stage) {
    return new UnlockScope(service, Optional.of(stage), false, Set.of());
  }

  /// Every lock of a service whose lease has ended.
  public static UnlockScope stale(String service) {
    return new UnlockScope(service, Optional.empty(), true, Set.of());
  }

  /// Whether a lock excludes from what is looked at. One that does not load tells its stage by its
  /// key only: `<service>-<stage>`.
  boolean concerns(Lock lock) {
    if (lock.service().isEmpty() && lock.stage().startsWith(service + "-")) {
      return stage.isEmpty() || lock.stage().equals(service + "-" + stage.get());
    }
    return (lock.service().equals(service) || lock.service().isEmpty())
        && (stage.isEmpty() || lock.stage().equals(stage.get()));
  }

  /// For people: `shop/dev`.
  public String words() {
    return stage.map(name -> service + "/" + name).orElse(service);
  }
}
