package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.task.Failure;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableContentTest {

  private static final LoadState LOADED = new LoadState.Loaded(Instant.EPOCH);
  private static final Failure FAILURE = Failure.of("Loading", new IOException("x"));

  @Test
  void rowsStandWhateverLoadingDoes() {
    for (LoadState state :
        new LoadState[] {
          LOADED, new LoadState.Loading(), new LoadState.Cancelled(), new LoadState.Failed(FAILURE)
        }) {
      assertThat(TableContent.of(state, 3, 1, "x")).isEqualTo(new TableContent.Rows());
    }
  }

  @Test
  void rowsThatTheFilterHidesAreNotNoRows() {
    assertThat(TableContent.of(LOADED, 3, 0, "x")).isEqualTo(new TableContent.NoMatch("x"));
    assertThat(TableContent.of(new LoadState.Loading(), 3, 0, "x"))
        .isEqualTo(new TableContent.NoMatch("x"));
  }

  @Test
  void withoutAnyRowsLoadingSaysWhy() {
    assertThat(TableContent.of(LOADED, 0, 0, "x")).isEqualTo(new TableContent.Empty());
    assertThat(TableContent.of(new LoadState.Loading(), 0, 0, ""))
        .isEqualTo(new TableContent.Loading());
    assertThat(TableContent.of(new LoadState.Cancelled(), 0, 0, ""))
        .isEqualTo(new TableContent.Stopped());
    assertThat(TableContent.of(new LoadState.Failed(FAILURE), 0, 0, ""))
        .isEqualTo(new TableContent.Failed(FAILURE));
  }
}
