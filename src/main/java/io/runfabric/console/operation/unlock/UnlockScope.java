package io.runfabric.console.operation.unlock;

import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.Source;
import java.util.Optional;
import java.util.Set;

/// Which locks are concerned.
///
/// @param stage one stage; empty for all of the service
/// @param staleOnly only those whose lease has ended
/// @param ids only those with one of these ids; empty for all
public record UnlockScope(
    String service, Optional<String> stage, boolean staleOnly, Set<String> ids) {

  /// Whether a lock excludes from what is looked at. A lock file that does not name its service is
  /// told by its key: `<service>-<stage>`.
  boolean concerns(Lock lock) {
    boolean file = lock.source() == Source.FILE || lock.source() == Source.LEGACY_FILE;
    if (file && lock.service().isEmpty()) {
      String key = lock.ref().key();
      String name = key.substring(key.lastIndexOf('/') + 1).replaceFirst("\\.lock(\\.json)?$", "");
      return stage
          .map(wanted -> name.equals(service + "-" + wanted))
          .orElseGet(() -> name.startsWith(service + "-"));
    }
    return (lock.service().equals(service) || lock.service().isEmpty())
        && (stage.isEmpty() || lock.stage().equals(stage.get()));
  }

  /// For people: `shop/dev`.
  public String words() {
    return stage.map(name -> service + "/" + name).orElse(service);
  }
}
