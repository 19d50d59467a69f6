package io.runfabric.console.ui.table;

import io.runfabric.console.model.Timestamps;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The seconds from one up to another, against which stored times are compared. As text, because
/// nearly all are stored in UTC, and then their text sorts as they do.
///
/// @param from the first second that is in it: `2026-11-24t10:00:00`, in UTC
/// @param to the first one that is not
record TimeSpan(String from, String to) {

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(min|m|h|d|w|y|)");
  private static final int SECONDS = "2026-11-24t10:00:00".length();
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /// What an age is compared with: `30d`, `12h`, `15min`, `2w`, `1y`; days without a unit.
  ///
  /// @param sign `<`, `<=`, `>` or `>=`
  /// @param now what ages are counted back from
  static Optional<TimeSpan> ofAge(String sign, String typed, Instant now) {
    Matcher length = LENGTH.matcher(typed);
    if (!length.matches()) {
      return Optional.empty();
    }
    Duration age = unit(length.group(2)).multipliedBy(Long.parseLong(length.group(1)));
    Instant then = now.truncatedTo(ChronoUnit.SECONDS).minus(age);
    // The older something is, the earlier it was.
    return Optional.of(
        switch (sign) {
          case "<" -> of(then.plusSeconds(1), LATEST);
          case "<=" -> of(then, LATEST);
          case ">" -> of(EARLIEST, then);
          default -> of(EARLIEST, then.plusSeconds(1));
        });
  }

  /// What a time is compared with: `2026`, `2026-11`, `2026-11-24` or a time to the second, in UTC;
  /// after a day is the day after it.
  static Optional<TimeSpan> ofTime(String sign, String typed) {
    return period(typed)
        .map(period ->
            switch (sign) {
              case "<" -> new TimeSpan(text(EARLIEST), period.from());
              case "<=" -> new TimeSpan(text(EARLIEST), period.to());
              case ">" -> new TimeSpan(period.to(), text(LATEST));
              default -> new TimeSpan(period.from(), text(LATEST));
            });
  }

  private static Optional<TimeSpan> period(String typed) {
    try {
      return switch (typed.length()) {
        case 4 -> {
          Year year = Year.parse(typed);
          yield Optional.of(days(year.atDay(1), year.plusYears(1).atDay(1)));
        }
        case 7 -> {
          YearMonth month = YearMonth.parse(typed);
          yield Optional.of(days(month.atDay(1), month.plusMonths(1).atDay(1)));
        }
        case 10 -> {
          LocalDate day = LocalDate.parse(typed);
          yield Optional.of(days(day, day.plusDays(1)));
        }
        default -> {
          Instant second = OffsetDateTime.parse(typed).toInstant().truncatedTo(ChronoUnit.SECONDS);
          yield Optional.of(of(second, second.plusSeconds(1)));
        }
      };
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Whether a stored time is in it; what is no time never is.
  ///
  /// @param text holds the time in lower case, from one place up to another
  boolean contains(String text, int start, int end) {
    if (utc(text, start, end)) {
      return contains(text.substring(start, start + SECONDS));
    }
    return Timestamps.parse(text.substring(start, end))
        .filter(time -> contains(text(time)))
        .isPresent();
  }

  private boolean contains(String second) {
    return from.compareTo(second) <= 0 && second.compareTo(to) < 0;
  }

  private static boolean utc(String text, int start, int end) {
    return end - start > SECONDS
        && text.charAt(end - 1) == 'z'
        && text.charAt(start + 4) == '-'
        && text.charAt(start + 10) == 't'
        && text.charAt(start + 16) == ':'
        && (text.charAt(start + SECONDS) == 'z' || text.charAt(start + SECONDS) == '.');
  }

  private static TimeSpan of(Instant from, Instant to) {
    return new TimeSpan(text(from), text(to));
  }

  private static String text(Instant time) {
    Instant within = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    return Timestamps.engine2(within).substring(0, SECONDS).toLowerCase(Locale.ROOT);
  }

  private static TimeSpan days(LocalDate first, LocalDate after) {
    return of(
        first.atStartOfDay().toInstant(ZoneOffset.UTC),
        after.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static Duration unit(String word) {
    return switch (word) {
      case "min", "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "w" -> Duration.ofDays(7);
      case "y" -> Duration.ofDays(365);
      default -> Duration.ofDays(1);
    };
  }
}
