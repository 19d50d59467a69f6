package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0 | 0 entries
          1 | 1 | 1 entry
          0 | 1 | 0 of 1 entry
          3400 | 3400 | 3,400 entries
          12 | 3400 | 12 of 3,400 entries
          1000 | 100000 | 1,000 of 100,000 entries
          """)
  void saysHowManyAreSeenOfHowMany(int visible, int total, String words) {
    assertThat(new RowCount("entry", "entries").words(visible, total)).isEqualTo(words);
  }
}
