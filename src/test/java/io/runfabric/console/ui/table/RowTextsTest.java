package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTextsTest {

  private static final Column<String> NAME =
      Column.of("name", "Name", CellKind.TEXT, 10, value -> value);
  private static final Column<String> TOKEN =
      Column.of("ownerToken", "Token", CellKind.TEXT, 10, value -> value);
  private static final Column<String> LENGTH =
      Column.number("length", "Length", 10, String::length, Object::toString);

  @Test
  void csvHasTheTitlesOfTheColumnsInTheirOrderAndRunsNothing() {
    assertThat(RowTexts.of(List.of("fig", "=1+1"), List.of(LENGTH, NAME), ExportFormat.CSV))
        .isEqualTo("Length,Name\r\n3,fig\r\n4,'=1+1\r\n");
  }

  @Test
  void jsonIsAnArrayOfTheColumnsGivenAlsoForOneRow() throws Exception {
    String text = RowTexts.of(List.of("fig"), List.of(NAME, LENGTH), ExportFormat.JSON);

    assertThat(Json.MAPPER.readTree(text))
        .isEqualTo(Json.MAPPER.readTree("[{\"name\": \"fig\", \"length\": 3}]"));
    assertThat(text).endsWith("]\n");
  }

  @Test
  void markdownIsATableInWhichValuesStayText() {
    assertThat(
            RowTexts.of(
                List.of("fig", "a|b", "[x](y)", "two\nlines"),
                List.of(NAME),
                ExportFormat.MARKDOWN))
        .isEqualTo(
            """
            | Name |
            | --- |
            | fig |
            | a\\|b |
            | \\[x\\](y) |
            | two lines |
            """);
  }

  @Test
  void secretsStayMaskedInEveryFormat() {
    String address = "postgres://shop:hunter2@db/shop";
    for (ExportFormat format : ExportFormat.values()) {
      String text = RowTexts.of(List.of(address), List.of(NAME, TOKEN), format);

      assertThat(text).as(format.word()).doesNotContain("hunter2").contains("REDACTED");
    }
    assertThat(RowTexts.of(List.of("s3cr3t"), List.of(TOKEN), ExportFormat.CSV))
        .isEqualTo("Token\r\n" + Redactor.MASK + "\r\n");
  }
}
