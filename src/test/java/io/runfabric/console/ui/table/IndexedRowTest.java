package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedRowTest {

  @Test
  void wordsAreSortedWithoutRegardToCase() {
    List<Fruit> rows =
        List.of(Fruit.named(1, "pear"), Fruit.named(2, "Fig"), Fruit.named(3, "KIWI"));

    assertThat(sorted(rows, by("name"))).containsExactly(2, 3, 1);
    assertThat(sorted(rows, byDescending("name"))).containsExactly(1, 3, 2);
  }

  @Test
  void rowsWithoutAValueAreLastBothWays() {
    List<Fruit> rows = List.of(Fruit.named(1, ""), Fruit.named(2, "fig"), Fruit.named(3, "kiwi"));

    assertThat(sorted(rows, by("name"))).containsExactly(2, 3, 1);
    assertThat(sorted(rows, byDescending("name"))).containsExactly(3, 2, 1);
  }

  @Test
  void tiesKeepTheOrderTheyCameInBothWays() {
    List<Fruit> rows =
        List.of(
            Fruit.named(1, "fig"),
            Fruit.named(2, "Fig"),
            Fruit.named(3, "apple"),
            Fruit.named(4, "FIG"));

    assertThat(sorted(rows, by("name"))).containsExactly(3, 1, 2, 4);
    assertThat(sorted(rows, byDescending("name"))).containsExactly(1, 2, 4, 3);
  }

  @Test
  void numbersAreSortedByWhatTheyAreNotByTheirDigits() {
    List<Fruit> rows = List.of(weighing(1, 900), weighing(2, 1000), weighing(3, 20));

    assertThat(sorted(rows, by("weight"))).containsExactly(3, 1, 2);
    assertThat(sorted(rows, byDescending("weight"))).containsExactly(2, 1, 3);
  }

  @Test
  void timesAreSortedByTheMomentHoweverTheyAreWritten() {
    List<Fruit> rows =
        List.of(
            ripe(1, "2026-03-01T12:00:00+02:00"),
            ripe(2, "2026-03-01T11:00:00Z"),
            ripe(3, ""),
            ripe(4, "2026-03-01T10:30:00.000Z"));

    assertThat(sorted(rows, by("ripeAt"))).containsExactly(1, 4, 2, 3);
    assertThat(sorted(rows, byDescending("ripeAt"))).containsExactly(2, 4, 1, 3);
  }

  @Test
  void theFirstColumnComesFirstAndTheOthersSettleTies() {
    List<Fruit> rows =
        List.of(Fruit.at(1, "fig", "b"), Fruit.at(2, "fig", "a"), Fruit.at(3, "apple", "b"));

    assertThat(sorted(rows, by("name"), by("place"))).containsExactly(3, 2, 1);
    assertThat(sorted(rows, by("place"), by("name"))).containsExactly(2, 3, 1);
    assertThat(sorted(rows, by("name"), byDescending("place"))).containsExactly(3, 1, 2);
  }

  @Test
  void aColumnThatIsNotThereSortsNothing() {
    List<Fruit> rows = List.of(Fruit.named(1, "pear"), Fruit.named(2, "fig"));

    assertThat(sorted(rows, by("colour"))).containsExactly(1, 2);
  }

  private static List<Integer> sorted(List<Fruit> rows, SortBy... order) {
    List<IndexedRow<Fruit>> indexed = IndexedRow.index(rows, Fruit::id, Fruit.COLUMNS);
    return IndexedRow.sort(indexed, List.of(order), Fruit.COLUMNS).stream()
        .map(row -> row.value().id())
        .toList();
  }

  private static SortBy by(String column) {
    return new SortBy(column, false);
  }

  private static SortBy byDescending(String column) {
    return new SortBy(column, true);
  }

  private static Fruit weighing(int id, long weight) {
    return new Fruit(id, "x", "", "", weight);
  }

  private static Fruit ripe(int id, String at) {
    return new Fruit(id, "x", "", at, 0);
  }
}
