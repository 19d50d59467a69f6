package io.runfabric.console.operation.drift;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was found.
///
/// @param against what the state was compared with
/// @param entries every entry that was looked at
/// @param findings the gravest first
/// @param ignored what the project has agreed to live with
/// @param expired ids whose agreement has ended, with the last day of it; they count again
/// @param notChecked what could not be looked at, with the reason
/// @param otherServices entries left out because they are of another service, by service
/// @param baseline what an earlier report had; empty where none was given
public record DriftReport(
    List<Against> against,
    List<Looked> entries,
    List<DriftFinding> findings,
    List<IgnoredFinding> ignored,
    Map<String, LocalDate> expired,
    List<NotChecked> notChecked,
    Map<String, Long> otherServices,
    Optional<SinceBaseline> baseline) {

  /// An entry, and whether it loads.
  ///
  /// @param error why it does not; empty when it does
  public record Looked(String kind, String stage, String provider, String error) {}

  /// Something that was not looked at.
  public record NotChecked(Against against, String what, String reason) {}

  /// A finding that does not count, and why.
  public record IgnoredFinding(DriftFinding finding, String reason, LocalDate until) {}

  /// Beside what an earlier report had.
  ///
  /// @param ids of everything it found
  /// @param known findings it had too, which do not count
  /// @param resolved what it had that is gone
  public record SinceBaseline(
      Set<String> ids, List<DriftFinding> known, List<DriftBaseline.Past> resolved) {

    boolean had(String id) {
      return ids.contains(id);
    }
  }

  /// Findings that an earlier report had too.
  public List<DriftFinding> known() {
    return baseline.map(SinceBaseline::known).orElse(List.of());
  }

  /// What an earlier report had that is gone.
  public List<DriftBaseline.Past> resolved() {
    return baseline.map(SinceBaseline::resolved).orElse(List.of());
  }

  public long count(Gravity gravity) {
    return findings.stream().filter(finding -> finding.gravity() == gravity).count();
  }

  /// Whether something at least as grave was found.
  public boolean drifted(Gravity atLeast) {
    return findings.stream().anyMatch(finding -> finding.gravity().compareTo(atLeast) >= 0);
  }
}
