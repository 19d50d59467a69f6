package io.runfabric.console.operation.restore;

import io.runfabric.console.operation.change.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which entries of a backup are put back: those that fit every condition.
///
/// @param only the values that are allowed, by `kind`, `service`, `stage` or `provider`; what has
///   no condition is allowed
public record RestoreScope(Map<String, Set<String>> only) {

  /// The conditions there are.
  public static final List<String> FIELDS = List.of("kind", "service", "stage", "provider");

  boolean includes(Wanted entry) {
    return allows("kind", entry.part().word())
        && allows("service", entry.service())
        && allows("stage", entry.stage())
        && allows("provider", entry.provider());
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
