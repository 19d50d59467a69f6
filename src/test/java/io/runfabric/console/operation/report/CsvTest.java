package io.runfabric.console.operation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void recordsEndWithCarriageReturnAndLineFeed() {
    assertThat(Csv.of(List.of(List.of("a", "b"), List.of("c", "")))).isEqualTo("a,b\r\nc,\r\n");
  }

  @Test
  void commasQuotesAndLineBreaksAreQuoted() {
    assertThat(field("a,b")).isEqualTo("\"a,b\"");
    assertThat(field("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(field("two\nlines")).isEqualTo("\"two\nlines\"");
    assertThat(field("two\rlines")).isEqualTo("\"two\rlines\"");
  }

  @Test
  void whatOtherSettingsTakeForTheEndOfAFieldIsQuoted() {
    assertThat(field("a;=1")).isEqualTo("\"a;=1\"");
    assertThat(field("a\t=1")).isEqualTo("\"a\t=1\"");
  }

  @Test
  void spacesAtTheEndsAreQuotedSoThatTheyStay() {
    assertThat(field(" a")).isEqualTo("\" a\"");
    assertThat(field("a ")).isEqualTo("\"a \"");
    assertThat(field("a b")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠A"})
  void whatWouldStartAFormulaGetsAnApostrophe(String value) {
    assertThat(field(value).replace("\"", "")).isEqualTo("'" + value);
  }

  @Test
  void aFormulaWithACommaIsBothHarmlessAndQuoted() {
    assertThat(field("=HYPERLINK(\"http://x\",\"y\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  }

  @Test
  void whatIsNotSeenIsWrittenByItsNumber() {
    assertThat(field("a\u001b[31m\u202e")).isEqualTo("a\\u001b[31m\\u202e");
  }

  @Test
  void anOrdinaryValueStaysAsItIs() {
    assertThat(field("a=b-c@d")).isEqualTo("a=b-c@d");
  }

  private static String field(String value) {
    return Csv.of(List.of(List.of(value))).replaceFirst("\r\n\\z", "");
  }
}
