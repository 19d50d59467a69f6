package io.runfabric.console.operation.drift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
public record DriftReport(
    List<Against> against,
    List<Looked> entries,
    List<DriftFinding> findings,
    List<IgnoredFinding> ignored,
    Map<String, LocalDate> expired,
    List<NotChecked> notChecked,
    Map<String, Long> otherServices,
    List<Endpoint> endpoints) {

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
  public record NotChecked(Against against, String what, String reason) {}

  /// A finding that does not count, and why.
  public record IgnoredFinding(DriftFinding finding, String reason, LocalDate until) {}

  public long count(Gravity gravity) {
    return findings.stream().filter(finding -> finding.gravity() == gravity).count();
  }

  /// Whether something at least as grave was found.
  public boolean drifted(Gravity atLeast) {
    return findings.stream().anyMatch(finding -> finding.gravity().compareTo(atLeast) >= 0);
  }
}
