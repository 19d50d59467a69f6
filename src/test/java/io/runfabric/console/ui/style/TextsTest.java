package io.runfabric.console.ui.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @Test
  void whatWouldNotBeSeenIsWrittenByItsNumber() {
    assertThat(Texts.wrapped("a\u202eb\u001b[1m\n\tc\ud83d\ude00\ud800"))
        .isEqualTo("a\\u202eb\\u001b[1m\n\tc\ud83d\ude00\\ud800");
    assertThat(Texts.wrapped("plain \u00e9\u4e2d\u03b1\ud55c"))
        .isEqualTo("plain \u00e9\u4e2d\u03b1\ud55c");
  }

  /// See [Texts#wrapped].
  @Test
  @EnabledOnOs(OS.LINUX)
  void soAreCharactersThatCannotBeBrokenIntoLines() {
    assertThat(Texts.wrapped("a \u05e9 \u0645 \u0928 \u0e2a e\u0301"))
        .isEqualTo("a \\u05e9 \\u0645 \\u0928 \\u0e2a e\\u0301");
  }

  @ParameterizedTest
  @CsvSource({
    "it failed, It failed",
    "backend.kind is wrong, backend.kind is wrong",
    "s3: no bucket, s3: no bucket",
    "no: x, No: x",
    "Already so, Already so",
    "'', ''",
  })
  void aSentenceBeginsWithACapitalUnlessWithAName(String message, String sentence) {
    assertThat(Texts.sentence(message)).isEqualTo(sentence);
  }

  @Test
  void numbersAreGroupedAndCounted() {
    assertThat(Texts.number(12345)).isEqualTo("12,345");
    assertThat(Texts.count(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(Texts.count(2000, "entry", "entries")).isEqualTo("2,000 entries");
  }
}
