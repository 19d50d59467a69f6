package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.report.Html;
import org.junit.jupiter.api.Test;

class DriftPagePartsTest {

  @Test
  void aValueOfTheMostCharactersIsShownWhole() {
    assertThat(DriftPageParts.shortened("x".repeat(2_000))).isEqualTo("x".repeat(2_000));
  }

  @Test
  void aLongerOneIsCutAfterThem() {
    assertThat(DriftPageParts.shortened("x".repeat(2_001)))
        .isEqualTo("x".repeat(2_000) + "… (shortened: 2,001 characters)");
  }

  @Test
  void aCharacterIsNotCutInHalf() {
    assertThat(DriftPageParts.shortened("x".repeat(1_999) + "😀😀"))
        .isEqualTo("x".repeat(1_999) + "… (shortened: 2,003 characters)");
    assertThat(DriftPageParts.shortened("x".repeat(1_998) + "😀😀"))
        .isEqualTo("x".repeat(1_998) + "😀… (shortened: 2,002 characters)");
  }

  @Test
  void whatIsSecretIsMaskedBeforeItIsCut() {
    DriftPageParts parts = new DriftPageParts(new Html(), Redactor.masking());

    assertThat(parts.shown("password=hunter2")).isEqualTo("password=[REDACTED]");
  }
}
