package io.runfabric.console.operation.drift.trend;

import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Gravity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One comparison in short, as it is remembered: what was compared and how much was found, without
/// any value.
///
/// @param at when it was finished
/// @param stage the only stage looked at; empty for all of them
/// @param filter what else was to be looked at only, such as `provider=aws-lambda`; mostly empty
/// @param against what the state was compared with, without what was not allowed to be asked
/// @param counts findings by gravity; one that is not there is 0
/// @param ids of the findings that count
public record DriftRun(
    Instant at,
    String service,
    String backend,
    String stage,
    String filter,
    List<String> against,
    Map<Gravity, Long> counts,
    long ignored,
    long notChecked,
    long entries,
    List<String> ids,
    long milliseconds) {

  /// What a report comes to, before anything is taken off for a baseline.
  public static DriftRun of(
      ProjectSession session,
      StateFilter filter,
      DriftScope scope,
      DriftReport report,
      Duration took) {
    Map<Gravity, Long> counts = new EnumMap<>(Gravity.class);
    for (Gravity gravity : Gravity.values()) {
      counts.put(gravity, report.count(gravity));
    }
    return new DriftRun(
        session.now(),
        session.project().service(),
        session.backend().kind().word(),
        filter.stage().orElse(""),
        words(filter),
        scope.against().stream()
            .filter(one -> scope.network() || !one.online())
            .map(Against::word)
            .toList(),
        Map.copyOf(counts),
        report.ignored().size(),
        report.notChecked().size(),
        report.entries().size(),
        report.findings().stream().map(DriftFinding::id).distinct().toList(),
        took.toMillis());
  }

  private static String words(StateFilter filter) {
    List<String> words = new ArrayList<>();
    filter.service().ifPresent(name -> words.add("service=" + name));
    filter.provider().ifPresent(name -> words.add("provider=" + name));
    if (filter.allServices()) {
      words.add("all-services");
    }
    return String.join(" ", words);
  }

  public long count(Gravity gravity) {
    return counts.getOrDefault(gravity, 0L);
  }

  /// Whether the other one looked at the same, so that what it found can be told from this one's.
  public boolean comparable(DriftRun other) {
    return service.equals(other.service)
        && backend.equals(other.backend)
        && stage.equals(other.stage)
        && filter.equals(other.filter)
        && against.equals(other.against);
  }
}
