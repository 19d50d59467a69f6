package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.style.Tone;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ColumnTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Nested
  class OfTimes {

    @Test
    void showsHowLongAgoAndInFullWhenAsked() {
      Fruit fruit = new Fruit(1, "", "", "2026-03-01T13:55:00+02:00", 0);

      assertThat(Fruit.RIPE.shown().apply(fruit, NOW)).isEqualTo("5 min ago");
      assertThat(Fruit.RIPE.note().apply(fruit)).isEqualTo("2026-03-01 11:55:00 UTC");
      assertThat(Fruit.RIPE.text().apply(fruit)).isEqualTo("2026-03-01T13:55:00+02:00");
      assertThat(Fruit.RIPE.kind()).isEqualTo(CellKind.TIME);
    }

    @Test
    void showsWhatIsNoTimeAsItIs() {
      Fruit fruit = new Fruit(1, "", "", "next week", 0);

      assertThat(Fruit.RIPE.shown().apply(fruit, NOW)).isEqualTo("next week");
      assertThat(Fruit.RIPE.note().apply(fruit)).isEmpty();
    }
  }

  @Nested
  class OfNumbers {

    @Test
    void showsItsWordsAndSearchesItsDigits() {
      Fruit fruit = new Fruit(1, "", "", "", 1_200);

      assertThat(Fruit.WEIGHT.shown().apply(fruit, NOW)).isEqualTo("1200 g");
      assertThat(Fruit.WEIGHT.text().apply(fruit)).isEqualTo("1200");
      assertThat(Fruit.WEIGHT.rank().applyAsLong(fruit)).isEqualTo(1_200);
      assertThat(Fruit.WEIGHT.kind()).isEqualTo(CellKind.NUMBER);
    }
  }

  @Test
  void changingOneThingKeepsTheOthers() {
    Column<Fruit> column =
        Fruit.NAME
            .withShown((_, _) -> "shown")
            .withTone(_ -> Tone.DANGER)
            .withNote(_ -> "note")
            .withRank(_ -> 7)
            .hidden();
    Fruit fig = Fruit.named(1, "fig");

    assertThat(column.shown().apply(fig, NOW)).isEqualTo("shown");
    assertThat(column.tone().apply(fig)).isEqualTo(Tone.DANGER);
    assertThat(column.note().apply(fig)).isEqualTo("note");
    assertThat(column.rank().applyAsLong(fig)).isEqualTo(7);
    assertThat(column.visible()).isFalse();
    assertThat(column.text().apply(fig)).isEqualTo("fig");
    assertThat(column.id()).isEqualTo("name");
    assertThat(Fruit.NAME.visible()).isTrue();
  }
}
