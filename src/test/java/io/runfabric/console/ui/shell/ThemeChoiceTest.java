package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeChoiceTest {

  @Test
  void onlyTheSystemsChoiceFollowsTheSystem() {
    assertThat(ThemeChoice.SYSTEM.dark(true)).isTrue();
    assertThat(ThemeChoice.SYSTEM.dark(false)).isFalse();
    assertThat(ThemeChoice.DARK.dark(false)).isTrue();
    assertThat(ThemeChoice.LIGHT.dark(true)).isFalse();
  }

  @Test
  void togglingChoosesTheOtherLookOutright() {
    assertThat(ThemeChoice.SYSTEM.toggled(true)).isEqualTo(ThemeChoice.LIGHT);
    assertThat(ThemeChoice.SYSTEM.toggled(false)).isEqualTo(ThemeChoice.DARK);
    assertThat(ThemeChoice.DARK.toggled(false)).isEqualTo(ThemeChoice.LIGHT);
    assertThat(ThemeChoice.LIGHT.toggled(true)).isEqualTo(ThemeChoice.DARK);
  }

  @ParameterizedTest
  @EnumSource
  void aChoiceIsReadBackFromItsWord(ThemeChoice choice) {
    assertThat(ThemeChoice.of(choice.word())).isEqualTo(choice);
  }

  @Test
  void anUnknownWordFollowsTheSystem() {
    assertThat(ThemeChoice.of("purple")).isEqualTo(ThemeChoice.SYSTEM);
    assertThat(ThemeChoice.of("")).isEqualTo(ThemeChoice.SYSTEM);
  }
}
