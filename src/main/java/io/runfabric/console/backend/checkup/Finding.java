package io.runfabric.console.backend.checkup;

import io.runfabric.console.backend.BackendException;
import java.time.Duration;
import java.util.Optional;

/// One thing that was looked at, or could not be.
///
/// @param place where, such as `receipts in s3://state/prod`
/// @param subject what, such as `s3:PutObject`
/// @param evidence what was seen, one sentence without secrets
/// @param remedy what to do, one sentence; empty where there is nothing to do
/// @param took how long the answer took, where that tells something
/// @param repair how the console can mend it itself
public record Finding(
    Area area,
    Severity severity,
    String place,
    String subject,
    String evidence,
    String remedy,
    Optional<Duration> took,
    Optional<Repair> repair) {

  public Finding(
      Area area, Severity severity, String place, String subject, String evidence, String remedy) {
    this(area, severity, place, subject, evidence, remedy, Optional.empty(), Optional.empty());
  }

  /// A failed look, in the words of the error.
  public static Finding failed(Area area, String place, String subject, BackendException e) {
    return new Finding(area, Severity.CRITICAL, place, subject, e.sentence(), e.remedy());
  }

  public Finding after(Duration answer) {
    return new Finding(
        area, severity, place, subject, evidence, remedy, Optional.of(answer), repair);
  }

  public Finding mendedBy(Repair mend) {
    return new Finding(area, severity, place, subject, evidence, remedy, took, Optional.of(mend));
  }
}
