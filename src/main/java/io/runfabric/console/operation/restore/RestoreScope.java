package io.runfabric.console.operation.restore;

import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which entries are put back, or removed: those that fit every condition.
///
/// @param only the values that are allowed, by `kind`, `service`, `stage` or `provider`; what has
///   no condition is allowed
public record RestoreScope(Map<String, Set<String>> only) {

  /// The conditions there are.
  public static final List<String> FIELDS = List.of("kind", "service", "stage", "provider");

  boolean includes(Wanted entry) {
    return includes(entry.part(), entry.service(), entry.stage(), entry.provider());
  }

  /// Whether such an entry is meant.
  public boolean includes(Part part, String service, String stage, String provider) {
    return allows("kind", part.word())
        && allows("service", service)
        && allows("stage", stage)
        && allows("provider", provider);
  }

  /// Whether everything of the project is meant.
  public boolean all() {
    return only.isEmpty();
  }

  private boolean allows(String field, String value) {
    Set<String> allowed = only.get(field);
    return allowed == null || allowed.contains(value);
  }
}
