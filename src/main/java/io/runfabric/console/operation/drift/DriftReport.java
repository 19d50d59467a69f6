package io.runfabric.console.operation.drift;

import io.runfabric.console.config.DriftIgnores.Ignored;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
/// @param endpoints every URL that was asked, whatever came of it
/// @param baseline what an earlier report had; empty where none was given
public record DriftReport(
    List<Against> against,
    List<Looked> entries,
    List<DriftFinding> findings,
    List<IgnoredFinding> ignored,
    Map<String, LocalDate> expired,
    List<NotChecked> notChecked,
    Map<String, Long> otherServices,
    List<Endpoint> endpoints,
    Optional<SinceBaseline> baseline) {

  /// An entry, and whether it loads.
  ///
  /// @param error why it does not; empty when it does
  public record Looked(String kind, String stage, String provider, String error) {}

  /// A URL that was asked.
  ///
  /// @param entry whose it is, such as `receipt dev`
  /// @param url without query and fragment
  /// @param address that answered, or did not; empty when there is no such name
  /// @param status of HTTP; empty when it did not answer
  /// @param latency milliseconds from looking up the name to the first byte of the answer
  /// @param tlsExpires when its certificate does; empty without TLS
  /// @param redirectsTo the host that the answer points to
  public record Endpoint(
      String entry,
      String path,
      String url,
      Optional<String> address,
      Optional<Integer> status,
      Optional<Long> latency,
      Optional<Instant> tlsExpires,
      Optional<String> redirectsTo) {}

  /// Something that was not looked at.
  public record NotChecked(Against against, String what, String reason) {

    /// Nothing at all was compared with it.
    public static final String EVERYTHING = "everything";

    /// Whether this says that nothing at all was compared with it.
    public boolean everything() {
      return what.equals(EVERYTHING);
    }
  }

  /// A finding that does not count, and why.
  public record IgnoredFinding(DriftFinding finding, String reason, LocalDate until) {}

  /// Beside what an earlier report had.
  ///
  /// @param ids of everything it found
  /// @param known findings it had too, which do not count
  /// @param resolved what it had that is gone
  public record SinceBaseline(
      Set<String> ids, List<DriftFinding> known, List<DriftBaseline.Past> resolved) {

    public boolean had(String id) {
      return ids.contains(id);
    }
  }

  /// Whether something was looked at for this at all.
  public boolean asked(Against source) {
    return against.contains(source)
        && notChecked.stream().noneMatch(one -> one.against() == source && one.everything());
  }

  /// Findings that an earlier report had too.
  public List<DriftFinding> known() {
    return baseline.map(SinceBaseline::known).orElse(List.of());
  }

  /// What an earlier report had that is gone.
  public List<DriftBaseline.Past> resolved() {
    return baseline.map(SinceBaseline::resolved).orElse(List.of());
  }

  /// The report once a finding was agreed to be lived with.
  public DriftReport agreeing(Ignored agreed) {
    List<IgnoredFinding> lived = new ArrayList<>(ignored);
    findings.stream()
        .filter(finding -> finding.id().equals(agreed.id()))
        .map(finding -> new IgnoredFinding(finding, agreed.reason(), agreed.until()))
        .forEach(lived::add);
    return with(
        findings.stream().filter(finding -> !finding.id().equals(agreed.id())).toList(), lived);
  }

  /// The report once a finding that was lived with counts again.
  public DriftReport counting(String id) {
    List<DriftFinding> counted = new ArrayList<>(findings);
    ignored.stream()
        .map(IgnoredFinding::finding)
        .filter(finding -> finding.id().equals(id))
        .forEach(counted::add);
    return with(
        counted.stream().sorted(DriftFinding.GRAVEST_FIRST).toList(),
        ignored.stream().filter(one -> !one.finding().id().equals(id)).toList());
  }

  private DriftReport with(List<DriftFinding> counted, List<IgnoredFinding> lived) {
    return new DriftReport(
        against,
        entries,
        counted,
        List.copyOf(lived),
        expired,
        notChecked,
        otherServices,
        endpoints,
        baseline);
  }

  public long count(Gravity gravity) {
    return findings.stream().filter(finding -> finding.gravity() == gravity).count();
  }

  /// Whether something at least as grave was found.
  public boolean drifted(Gravity atLeast) {
    return findings.stream().anyMatch(finding -> finding.gravity().compareTo(atLeast) >= 0);
  }
}
