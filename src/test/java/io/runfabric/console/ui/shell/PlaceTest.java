package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void aPageIsWholeUntilItIsNarrowed() {
    assertThat(Place.LOCKS).isEqualTo(new Place(Place.Kind.LOCKS, "", Optional.empty()));
    assertThat(Place.LOCKS.filtered("stale"))
        .isEqualTo(new Place(Place.Kind.LOCKS, "stale", Optional.empty()));
    assertThat(Place.LOCKS.filtered("stale").filtered("")).isEqualTo(Place.LOCKS);
  }

  @Test
  void pagesAreInTheOrderOfTheSidebarAndNamedForTheScreen() {
    assertThat(Place.Kind.values())
        .extracting(Place.Kind::title)
        .containsExactly(
            "Overview", "Receipts", "Locks", "Journals", "Backups", "Activity", "Health");
  }
}
