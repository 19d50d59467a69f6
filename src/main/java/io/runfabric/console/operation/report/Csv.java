package io.runfabric.console.operation.report;

import java.util.List;
import java.util.stream.Collectors;

/// Writes RFC 4180 CSV that a spreadsheet can open without running what it holds: a value that
/// would start a formula gets an apostrophe in front.
public final class Csv {

  private static final String STARTS_FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /// @param records the first one has the titles
  public static String of(List<List<String>> records) {
    return records.stream()
        .map(record -> record.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining());
  }

  private static String field(String value) {
    String harmless = startsFormula(value) ? "'" + value : value;
    boolean quoted =
        harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || !harmless.strip().equals(harmless);
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  private static boolean startsFormula(String value) {
    return !value.isEmpty() && STARTS_FORMULA.indexOf(value.charAt(0)) >= 0;
  }
}
