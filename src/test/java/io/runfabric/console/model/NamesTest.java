package io.runfabric.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"prod", "production", "live", " Prod ", "LIVE"})
  void productionIsGuarded(String stage) {
    assertThat(Stages.production(stage)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "preprod", "prod2", ""})
  void otherStagesAreNot(String stage) {
    assertThat(Stages.production(stage)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void kindsAreFoundByTheirWord(EntryKind kind) {
    assertThat(EntryKind.of(kind.word())).contains(kind);
  }

  @Test
  void otherWordsAreNoKind() {
    assertThat(EntryKind.of("RECEIPT")).isEmpty();
    assertThat(EntryKind.RECEIPT.word()).isEqualTo("receipt");
    assertThat(EntryKind.RECORD.word()).isEqualTo("record");
  }
}
