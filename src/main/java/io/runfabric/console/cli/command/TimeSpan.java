package io.runfabric.console.cli.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A length of time as people type it: `90s`, `30m`, `2h`, `1d`, `1h30m`; at most 30 days.
final class TimeSpan implements ITypeConverter<Duration> {

  private static final Duration MOST = Duration.ofDays(30);
  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d{1,7})d)?(?:(\\d{1,7})h)?(?:(\\d{1,7})m)?(?:(\\d{1,7})s)?");

  @Override
  public Duration convert(String value) {
    Matcher span = SPAN.matcher(value.strip());
    if (span.matches()) {
      Duration length =
          Duration.ofDays(number(span, 1))
              .plusHours(number(span, 2))
              .plusMinutes(number(span, 3))
              .plusSeconds(number(span, 4));
      if (length.isPositive() && length.compareTo(MOST) <= 0) {
        return length;
      }
    }
    throw new TypeConversionException(
        "'" + value + "' is no length of time such as 30m, 2h or 1h30m, at most 30d");
  }

  private static long number(Matcher span, int group) {
    String digits = span.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
