package io.runfabric.console.operation.report;

import io.runfabric.console.model.Unseen;
import java.util.List;
import java.util.stream.Collectors;

/// Writes RFC 4180 CSV that a spreadsheet can open without running what it holds: a value that
/// would start a formula gets an apostrophe in front. Some read the wide forms of the signs alike,
/// and a semicolon or a tab as the end of a field.
public final class Csv {

  private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final String SEPARATES = ",;\t\"\n\r";

  private Csv() {}

  /// @param records the first one has the titles
  public static String of(List<List<String>> records) {
    return records.stream()
        .map(record -> record.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining());
  }

  private static String field(String value) {
    String harmless = startsFormula(value) ? "'" + seen(value) : seen(value);
    boolean quoted =
        harmless.chars().anyMatch(c -> SEPARATES.indexOf(c) >= 0)
            || !harmless.strip().equals(harmless);
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  // Line breaks and tabs belong to a value; what else is not seen would act on a terminal.
  private static String seen(String value) {
    return Unseen.shown(value, "\n\r\t");
  }

  private static boolean startsFormula(String value) {
    return !value.isEmpty() && STARTS_FORMULA.indexOf(value.charAt(0)) >= 0;
  }
}
