package io.runfabric.console.backend.checkup;

import io.runfabric.console.backend.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// One run through a place: what is allowed, and where findings go.
///
/// @param place that findings name
/// @param mayWrite whether a document may be written and removed again to try permissions
public record Sitting(
    String place,
    boolean mayWrite,
    Clock clock,
    Cancellation cancellation,
    Consumer<Finding> sink) {

  private static final Duration NOTICEABLE = Duration.ofSeconds(5);
  private static final Duration HARMFUL = Duration.ofSeconds(30);
  private static final Duration REFUSED = Duration.ofMinutes(5);

  /// The same, deaf to cancellation.
  Sitting toTheEnd() {
    return new Sitting(place, mayWrite, clock, Cancellation.never(), sink);
  }

  public void tell(Finding finding) {
    cancellation.check();
    sink.accept(finding);
  }

  public void ok(Area area, String subject, String evidence) {
    tell(new Finding(area, Severity.OK, place, subject, evidence, ""));
  }

  public void info(Area area, String subject, String evidence, String remedy) {
    tell(new Finding(area, Severity.INFO, place, subject, evidence, remedy));
  }

  public void warning(Area area, String subject, String evidence, String remedy) {
    tell(new Finding(area, Severity.WARNING, place, subject, evidence, remedy));
  }

  public void critical(Area area, String subject, String evidence, String remedy) {
    tell(new Finding(area, Severity.CRITICAL, place, subject, evidence, remedy));
  }

  public void notChecked(Area area, String subject, String reason, String remedy) {
    tell(new Finding(area, Severity.NOT_CHECKED, place, subject, reason, remedy));
  }

  /// Compares clocks, as leases are dated by the clock of whoever takes them.
  ///
  /// @param theirs the server's time
  /// @param precision of that time and of the way it took
  public void serverTime(Instant theirs, Duration precision) {
    Duration apart = Duration.between(theirs, clock.instant());
    Duration sure = apart.abs().minus(precision);
    if (sure.compareTo(NOTICEABLE) <= 0) {
      ok(Area.CLOCK, "clock", "this machine's clock agrees with the server's");
      return;
    }
    String evidence =
        "this machine's clock is "
            + apart.abs().toSeconds()
            + " s "
            + (apart.isNegative() ? "behind" : "ahead of")
            + " the server's";
    String remedy = "set the clock by NTP: leases are dated by it";
    if (sure.compareTo(HARMFUL) <= 0) {
      info(Area.CLOCK, "clock", evidence, remedy);
    } else if (sure.compareTo(REFUSED) <= 0) {
      warning(Area.CLOCK, "clock", evidence, remedy);
    } else {
      critical(Area.CLOCK, "clock", evidence, remedy);
    }
  }
}
