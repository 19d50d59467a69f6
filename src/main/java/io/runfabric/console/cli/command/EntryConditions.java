package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.operation.restore.RestoreScope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Conditions on entries as they are typed: `stage=dev`.
final class EntryConditions {

  private EntryConditions() {}

  static RestoreScope of(List<String> only) throws CommandException {
    Map<String, Set<String>> conditions = new HashMap<>();
    for (String condition : only) {
      List<String> pair = Arrays.asList(condition.split("=", 2));
      String field = pair.getFirst().strip().toLowerCase(Locale.ROOT);
      if (pair.size() < 2 || !RestoreScope.FIELDS.contains(field)) {
        throw CommandException.usage(
            "--only takes conditions such as stage=dev",
            "use one of " + String.join(", ", RestoreScope.FIELDS));
      }
      conditions.computeIfAbsent(field, _ -> new HashSet<>()).add(pair.get(1).strip());
    }
    return new RestoreScope(Map.copyOf(conditions));
  }
}
