package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void aPageIsAsItWasLeftUntilItIsNarrowed() {
    assertThat(Place.LOCKS)
        .isEqualTo(new Place(Place.Kind.LOCKS, Optional.empty(), Optional.empty()));
    assertThat(Place.LOCKS.filtered("stale"))
        .isEqualTo(new Place(Place.Kind.LOCKS, Optional.of("stale"), Optional.empty()));
    assertThat(Place.LOCKS.filtered("stale").whole()).isEqualTo(Place.LOCKS.filtered(""));
  }

  @Test
  void pagesAreInTheOrderOfTheSidebarAndNamedForTheScreen() {
    assertThat(Place.Kind.values())
        .extracting(Place.Kind::title)
        .containsExactly(
            "Overview", "Receipts", "Locks", "Journals", "Drift", "Backups", "Activity", "Health");
  }
}
