package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TableModelTest {

  private static final Fruit PEAR = Fruit.at(1, "Pear", "north");
  private static final Fruit FIG = Fruit.at(2, "Fig", "south");
  private static final Fruit KIWI = Fruit.at(3, "Kiwi", "south");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private final TableModel<Fruit> model = new TableModel<>(Fruit.COLUMNS, Fruit::id, tasks, CLOCK);

  @Nested
  class Filtering {

    @Test
    void showsTheRowsThatPassInTheirOrder() {
      model.setRows(List.of(PEAR, FIG, KIWI));

      model.filterProperty().set("place:south");
      assertThat(model.visible()).containsExactly(FIG, KIWI);
      assertThat(model.totalProperty().get()).isEqualTo(3);

      model.filterProperty().set("place:south k");
      assertThat(model.visible()).containsExactly(KIWI);

      model.filterProperty().set("");
      assertThat(model.visible()).containsExactly(PEAR, FIG, KIWI);
    }

    @Test
    void goesOnInNewRows() {
      model.filterProperty().set("south");
      model.setRows(List.of(PEAR, FIG));
      assertThat(model.visible()).containsExactly(FIG);

      model.setRows(List.of(PEAR, FIG, KIWI));

      assertThat(model.visible()).containsExactly(FIG, KIWI);
    }

    @Test
    void namesColumnsInAnyCaseThoughTheirIdsHaveCapitals() {
      model.setRows(List.of(new Fruit(1, "a", "", "2026-03-01T10:00:00Z", 0), FIG));

      model.filterProperty().set("ripeAt:2026");

      assertThat(model.visible()).extracting(Fruit::id).containsExactly(1);
    }
  }

  @Nested
  class Sorting {

    @Test
    void ordersWhatPassesTheFilterAndGoesBackToTheOrderRowsCameIn() {
      model.setRows(List.of(PEAR, KIWI, FIG));
      model.filterProperty().set("south");
      model.sort(List.of(new SortBy("name", false)));
      assertThat(model.visible()).containsExactly(FIG, KIWI);

      model.sort(List.of(new SortBy("name", true)));
      assertThat(model.visible()).containsExactly(KIWI, FIG);
      assertThat(model.order()).containsExactly(new SortBy("name", true));
      model.filterProperty().set("");
      assertThat(model.visible()).containsExactly(PEAR, KIWI, FIG);

      model.sort(List.of(new SortBy("name", false)));
      model.sort(List.of());
      assertThat(model.visible()).containsExactly(PEAR, KIWI, FIG);
    }

    @Test
    void staysForNewRows() {
      model.sort(List.of(new SortBy("name", false)));

      model.setRows(List.of(PEAR, FIG));

      assertThat(model.visible()).containsExactly(FIG, PEAR);
    }
  }

  @Nested
  class Selecting {

    private final List<List<Fruit>> told = new ArrayList<>();

    @Test
    void aReloadKeepsTheSelectionAsTheNewRowsOfTheSameKeys() {
      model.setRows(List.of(PEAR, FIG, KIWI));
      model.select(List.of(FIG));
      Fruit riper = Fruit.at(FIG.id(), "Fig", "east");

      model.setRows(List.of(KIWI, riper));

      assertThat(model.selectedProperty().get()).containsExactly(riper);
      assertThat(model.selectedIndices()).containsExactly(1);
    }

    @Test
    void aReloadWithoutChangeTellsNobody() {
      model.setRows(List.of(PEAR, FIG, KIWI));
      model.select(List.of(FIG, KIWI));
      model
          .selectedProperty()
          .addListener((InvalidationListener) _ -> told.add(model.selectedProperty().get()));

      model.setRows(List.of(PEAR, FIG, KIWI));

      assertThat(told).isEmpty();
    }

    @Test
    void aRowThatIsFilteredAwayIsNotSelectedUntilItIsBack() {
      model.setRows(List.of(PEAR, FIG, KIWI));
      model.select(List.of(PEAR, FIG));
      model.filterProperty().set("south");
      assertThat(model.selectedProperty().get()).containsExactly(FIG);
      assertThat(model.selectedIndices()).containsExactly(0);

      model.filterProperty().set("");

      assertThat(model.selectedProperty().get()).containsExactly(PEAR, FIG);
    }

    @Test
    void isInTheOrderOnScreen() {
      model.setRows(List.of(PEAR, FIG, KIWI));
      model.select(List.of(KIWI, PEAR));
      assertThat(model.selectedProperty().get()).containsExactly(PEAR, KIWI);

      model.sort(List.of(new SortBy("name", false)));

      assertThat(model.selectedProperty().get()).containsExactly(KIWI, PEAR);
      assertThat(model.selectedIndices()).containsExactly(1, 2);
    }

    @Test
    void aRowThatIsGoneIsNoLongerSelected() {
      model.setRows(List.of(PEAR, FIG));
      model.select(List.of(FIG));

      model.setRows(List.of(PEAR));

      assertThat(model.selectedProperty().get()).isEmpty();
      assertThat(model.selectedIndices()).isEmpty();
    }

    @Test
    void replacesWhatWasSelectedBefore() {
      model.setRows(List.of(PEAR, FIG));
      model.select(List.of(FIG));

      model.select(List.of(PEAR));
      assertThat(model.selectedProperty().get()).containsExactly(PEAR);

      model.select(List.of());
      assertThat(model.selectedProperty().get()).isEmpty();
    }
  }

  @Nested
  class ManyRows {

    private static final int MANY = 5_000;

    @Test
    void arePreparedInTheBackgroundWhileTheOldOnesStay() {
      model.setRows(List.of(PEAR));
      model.setRows(many("new"));
      assertThat(model.visible()).containsExactly(PEAR);
      assertThat(tasks.running()).singleElement().returns("Arranging 5,000 rows", t -> t.title());

      settle();

      assertThat(model.visible()).hasSize(MANY);
      assertThat(model.totalProperty().get()).isEqualTo(MANY);
    }

    @Test
    void thatComeTooLateAreDropped() {
      model.setRows(many("first"));
      workers.run();
      model.setRows(List.of(FIG));
      assertThat(model.visible()).containsExactly(FIG);

      settle();

      assertThat(model.visible()).containsExactly(FIG);
    }

    @Test
    void areReplacedByTheLatestWhicheverIsReadyFirst() {
      model.setRows(many("first"));
      model.setRows(many("second"));

      settle();

      assertThat(model.visible()).hasSize(MANY).allMatch(row -> row.name().startsWith("second"));
    }

    @Test
    void sortedWhileTheyArePreparedComeSorted() {
      model.setRows(List.of(PEAR));
      model.setRows(many("x"));
      workers.run();
      model.sort(List.of(new SortBy("weight", true)));

      settle();

      assertThat(model.visible()).hasSize(MANY);
      assertThat(model.visible().getFirst().weight()).isEqualTo(MANY - 1);
    }

    @Test
    void areSortedInTheBackgroundToo() {
      model.setRows(many("x"));
      settle();
      model.sort(List.of(new SortBy("weight", true)));
      assertThat(model.visible().getFirst().weight()).isZero();

      settle();

      assertThat(model.visible().getFirst().weight()).isEqualTo(MANY - 1);
    }

    @Test
    void sortedTwiceInARowHaveTheLastOrder() {
      model.setRows(many("x"));
      settle();
      model.sort(List.of(new SortBy("weight", true)));
      model.sort(List.of(new SortBy("weight", false)));

      settle();

      assertThat(model.visible().getFirst().weight()).isZero();
      assertThat(tasks.idle()).isTrue();
    }

    @Test
    void areFilteredByWhatWasTypedMeanwhile() {
      model.setRows(many("x"));
      model.filterProperty().set("weight=17");

      settle();

      assertThat(model.visible()).extracting(Fruit::weight).containsExactly(17L);
    }

    @Test
    void stayWhateverBecomesOfTheCallersList() {
      List<Fruit> rows = new ArrayList<>(many("x"));
      model.setRows(rows);
      rows.clear();

      settle();

      assertThat(model.visible()).hasSize(MANY);
    }

    @Test
    void arePreparedOnTheCallersThreadWhenThatIsWhereWorkRuns() {
      TableModel<Fruit> direct =
          new TableModel<>(
              Fruit.COLUMNS, Fruit::id, new Tasks(Runnable::run, Runnable::run), CLOCK);
      direct.setRows(many("x"));
      direct.sort(List.of(new SortBy("weight", true)));

      assertThat(direct.visible().getFirst().weight()).isEqualTo(MANY - 1);
    }

    private List<Fruit> many(String name) {
      return IntStream.range(0, MANY)
          .mapToObj(i -> new Fruit(i, name + " " + i, "", "", i))
          .toList();
    }

    private void settle() {
      HandCranked.settle(workers, screen);
    }
  }

  @Test
  void theVisibleRowsAreOneListThatListenersCanRelyOn() {
    // A view that nobody holds is collected, and its listeners with it.
    assertThat(model.visible()).isSameAs(model.visible());
  }
}
