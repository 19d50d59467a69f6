package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "812, 812 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "12449, 12.4 kB",
    "999949, 999.9 kB",
    "3100000, 3.1 MB",
    "2500000000, 2.5 GB",
    "7000000000000, 7.0 TB",
    "7000000000000000, 7000.0 TB",
  })
  void isWordedInOneUnit(long bytes, String words) {
    assertThat(ByteSize.words(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"999950, 1.0 MB", "999999, 1.0 MB", "999999999, 1.0 GB"})
  void whatRoundsUpToAThousandIsOneOfTheNextUnit(long bytes, String words) {
    assertThat(ByteSize.words(bytes)).isEqualTo(words);
  }
}
