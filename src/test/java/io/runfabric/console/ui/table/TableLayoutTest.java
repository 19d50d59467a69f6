package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.table.TableLayout.Placed;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLayoutTest {

  private static final Placed NAME = new Placed("name", 100, true);
  private static final Placed PLACE = new Placed("place", 100, true);
  private static final Placed RIPE = new Placed("ripeAt", 100, true);
  private static final Placed WEIGHT = new Placed("weight", 80, true);

  @Test
  void keepsOrderWidthsAndWhatIsShown() {
    Placed wide = new Placed("place", 240, true);
    Placed hidden = new Placed("name", 90, false);
    TableLayout layout =
        new TableLayout(List.of(WEIGHT, wide, hidden, RIPE), List.of(new SortBy("weight", true)));

    assertThat(layout.fitted(Fruit.COLUMNS)).isEqualTo(layout);
  }

  @Test
  void ignoresColumnsThatAreNoMoreAndThoseNamedTwice() {
    TableLayout layout =
        new TableLayout(
            List.of(new Placed("colour", 50, true), PLACE, NAME, PLACE, RIPE, WEIGHT),
            List.of(new SortBy("colour", false), new SortBy("name", false)));

    assertThat(layout.fitted(Fruit.COLUMNS))
        .isEqualTo(
            new TableLayout(
                List.of(PLACE, NAME, RIPE, WEIGHT), List.of(new SortBy("name", false))));
  }

  @Test
  void putsNewColumnsAfterTheOneTheyAreDeclaredAfter() {
    assertThat(new TableLayout(List.of(WEIGHT, PLACE), List.of()).fitted(Fruit.COLUMNS).columns())
        .containsExactly(NAME, WEIGHT, PLACE, RIPE);
  }

  @Test
  void isAsDeclaredWithoutAColumnToSee() {
    List<Placed> hidden =
        List.of(NAME, PLACE, RIPE, WEIGHT).stream()
            .map(column -> new Placed(column.id(), 300, false))
            .toList();

    assertThat(new TableLayout(hidden, List.of()).fitted(Fruit.COLUMNS))
        .isEqualTo(TableLayout.declared(Fruit.COLUMNS));
  }

  @Test
  void isTheSameAfterBeingWrittenAndWidthsStayWithinReason() {
    TableLayout layout =
        new TableLayout(
            List.of(NAME, new Placed("place", 99_999, false)), List.of(new SortBy("name", true)));

    assertThat(TableLayout.of(layout.toJson()))
        .isEqualTo(
            new TableLayout(
                List.of(NAME, new Placed("place", 2_000, false)),
                List.of(new SortBy("name", true))));
  }
}
