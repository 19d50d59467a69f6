package io.runfabric.console.backend.checkup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The `Date` header of an answer, by which clocks are compared.
public final class HttpDate {

  /// The header is cut to the second, and the answer took a while.
  private static final Duration PRECISION = Duration.ofSeconds(2);

  private HttpDate() {}

  /// Compares this machine's clock with an answer's; one without the header tells nothing.
  public static void tell(Optional<String> header, Sitting sitting) {
    Optional<Instant> theirs = header.flatMap(HttpDate::time);
    if (theirs.isPresent()) {
      sitting.serverTime(theirs.get(), PRECISION);
    } else {
      sitting.notChecked(Area.CLOCK, "clock", "the server does not tell its time", "");
    }
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
