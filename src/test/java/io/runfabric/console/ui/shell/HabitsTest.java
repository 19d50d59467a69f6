package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Json;
import io.runfabric.console.ui.table.SortBy;
import io.runfabric.console.ui.table.TableLayout;
import io.runfabric.console.ui.table.TableLayout.Placed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HabitsTest {

  private static final TableLayout LAYOUT =
      new TableLayout(
          List.of(new Placed("stage", 136, true), new Placed("key", 280, false)),
          List.of(new SortBy("stage", true)));

  @Test
  void areTheSameAfterBeingWritten() throws Exception {
    Habits habits =
        Habits.NONE
            .withTable("receipts", Optional.of(LAYOUT))
            .withFilter("/a/runfabric.yml", "receipts", "stage:prod")
            .withFilter("/a/runfabric.yml", "locks", "stale")
            .withChosen(List.of("command Refresh", "entry local:dev"));

    assertThat(read(Json.pretty(habits.toJson()))).isEqualTo(habits);
  }

  @Test
  void filtersAreThoseOfOnePageOfOneProject() {
    Habits habits =
        Habits.NONE.withFilter("/a", "receipts", "prod").withFilter("/b", "receipts", "dev");

    assertThat(habits.filter("/a", "receipts")).isEqualTo("prod");
    assertThat(habits.filter("/a", "locks")).isEmpty();
    assertThat(habits.withFilter("/a", "receipts", "").filter("/a", "receipts")).isEmpty();
    assertThat(habits.withFilter("/a", "receipts", "qa").filters()).hasSize(2);
  }

  @Test
  void theFiltersOfLongAgoAreForgotten() {
    Habits habits = Habits.NONE;
    for (int i = 0; i <= Habits.MOST_FILTERS; i++) {
      habits = habits.withFilter("/p" + i, "receipts", "x");
    }

    assertThat(habits.filters()).hasSize(Habits.MOST_FILTERS);
    assertThat(habits.filter("/p0", "receipts")).isEmpty();
    assertThat(habits.filter("/p1", "receipts")).isEqualTo("x");
  }

  @Test
  void aFilterThatLooksLikeASecretIsNotKept() {
    Habits habits =
        Habits.NONE
            .withFilter("/a", "receipts", "dev")
            .withFilter("/a", "receipts", "postgres://me:canary-secret@db/state");

    assertThat(habits.filters()).isEmpty();
  }

  @Test
  void aTableThatStandsAsDeclaredIsForgotten() {
    Habits habits = Habits.NONE.withTable("locks", Optional.of(LAYOUT));

    assertThat(habits.tables()).isEqualTo(Map.of("locks", LAYOUT));
    assertThat(habits.withTable("locks", Optional.empty())).isEqualTo(Habits.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"tables\": [1], \"filters\": {}, \"chosen\": 7}",
        "{\"tables\": {\"receipts\": \"wide\"}, \"filters\": [3, null], \"chosen\": [{}, 1]}",
        "{\"tables\": {\"receipts\": {\"columns\": [{\"id\": \"a\", \"width\": \"x\"}, null]}}}"
      })
  void whatIsDamagedCostsNothingElse(String text) throws Exception {
    assertThat(read(text)).isEqualTo(Habits.NONE);
  }

  private static Habits read(String text) throws Exception {
    return Habits.of(Json.object(text.getBytes(StandardCharsets.UTF_8)));
  }
}
