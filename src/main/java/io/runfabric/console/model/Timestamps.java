package io.runfabric.console.model;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The one place that reads and words time. Stored times are RFC 3339; engine 2 writes whole
/// seconds, engine 1 milliseconds, both UTC.
public final class Timestamps {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ENGINE_1 =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /// The instant a stored time names; empty when the text is no RFC 3339 time.
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// As engine 2 writes: `2026-03-01T10:00:00Z`.
  public static String engine2(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// As engine 1 writes: `2026-03-01T10:00:00.000Z`.
  public static String engine1(Instant instant) {
    return ENGINE_1.format(instant);
  }

  /// For people: `2026-03-01 10:00:00` (UTC), or the text itself when it is no time.
  public static String shown(String stored) {
    return parse(stored).map(SHOWN::format).orElse(stored);
  }

  /// How long ago, or how far ahead, in one unit: `just now`, `5 min ago`, `in 12 min`, `3 d ago`.
  public static String relative(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    String span = span(age.abs());
    if (span.isEmpty()) {
      return "just now";
    }
    return age.isNegative() ? "in " + span : span + " ago";
  }

  private static String span(Duration length) {
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return "";
    }
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return length.toSeconds() + " s";
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return length.toMinutes() + " min";
    }
    if (length.compareTo(Duration.ofDays(2)) < 0) {
      return length.toHours() + " h";
    }
    if (length.compareTo(Duration.ofDays(730)) < 0) {
      return length.toDays() + " d";
    }
    return length.toDays() / 365 + " y";
  }
}
