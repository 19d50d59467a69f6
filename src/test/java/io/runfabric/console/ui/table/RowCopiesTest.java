package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RowCopiesTest {

  private static final Fruit FIG = new Fruit(1, "Fig", "south", "2026-03-01T10:00:00Z", 40);
  private static final Fruit PEAR = new Fruit(2, "Pear", "", "", 180);

  private final RowCopies<Fruit> copies =
      new RowCopies<>(Fruit.COLUMNS, fruit -> List.of("fruit", "show", fruit.name()));

  @Nested
  class AsJson {

    @Test
    void oneRowIsAnObjectOfAllColumnsWithNumbersAsNumbersAndTimesAsStored() throws Exception {
      String text = copies.text(List.of(FIG), CopyFormat.JSON, List.of(Fruit.NAME));

      assertThat(Json.MAPPER.readTree(text))
          .isEqualTo(
              Json.object(
                  """
                  {"name": "Fig", "place": "south", "ripeAt": "2026-03-01T10:00:00Z", "weight": 40}
                  """
                      .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void severalRowsAreAnArrayInTheirOrder() throws Exception {
      String text = copies.text(List.of(PEAR, FIG), CopyFormat.JSON, Fruit.COLUMNS);

      assertThat(Json.MAPPER.readTree(text).findValuesAsText("name"))
          .containsExactly("Pear", "Fig");
    }

    @Test
    void noRowsAreAnEmptyArray() throws Exception {
      String text = copies.text(List.of(), CopyFormat.JSON, Fruit.COLUMNS);

      assertThat(Json.MAPPER.readTree(text).isArray()).isTrue();
    }

    @Test
    void aNumberThatIsAbsentIsEmptyText() throws Exception {
      Column<Fruit> maybe = Column.of("count", "Count", CellKind.NUMBER, 10, _ -> "");

      String text =
          new RowCopies<>(List.of(maybe), (Fruit _) -> List.of())
              .text(List.of(FIG), CopyFormat.JSON, List.of());

      assertThat(Json.MAPPER.readTree(text).path("count").asText("absent")).isEmpty();
    }
  }

  @Nested
  class AsCsv {

    @Test
    void titlesComeFirstAndOnlyTheColumnsOnScreenInTheirOrder() {
      String text =
          copies.text(List.of(FIG, PEAR), CopyFormat.CSV, List.of(Fruit.WEIGHT, Fruit.NAME));

      assertThat(text).isEqualTo("Weight,Name\r\n40,Fig\r\n180,Pear\r\n");
    }
  }

  @Nested
  class AsCommand {

    @Test
    void thereIsALinePerRow() {
      assertThat(copies.text(List.of(FIG, PEAR), CopyFormat.COMMAND, Fruit.COLUMNS))
          .isEqualTo("fruit show Fig\nfruit show Pear");
    }

    @Test
    void wordsAreQuotedForTheShell() {
      assertThat(
              copies.text(
                  List.of(Fruit.named(1, "it's; rm -rf ~")), CopyFormat.COMMAND, Fruit.COLUMNS))
          .isEqualTo("fruit show 'it'\\''s; rm -rf ~'");
    }

    @Test
    void theSameCommandIsWrittenOnce() {
      assertThat(
              copies.text(
                  List.of(FIG, new Fruit(9, "Fig", "north", "", 1), PEAR),
                  CopyFormat.COMMAND,
                  Fruit.COLUMNS))
          .isEqualTo("fruit show Fig\nfruit show Pear");
    }
  }
}
