package io.runfabric.console.backend.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.local.FolderCheckup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedTrialTest {

  @TempDir private Path folder;
  private final Cancellation cancellation = new Cancellation();

  @Test
  void whatWasWrittenIsRemovedAlsoWhenStoppedRightAfterWriting() throws Exception {
    assertThatThrownBy(() ->
            run(finding -> {
              if (finding.subject().equals("write files")) {
                assertThat(folder).isNotEmptyDirectory();
                cancellation.cancel();
              }
            }))
        .isInstanceOf(CancellationException.class);

    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void nothingIsWrittenOnceStopped() {
    assertThatThrownBy(() ->
            run(finding -> {
              assertThat(finding.subject()).as("asked for before").isNotEqualTo("write files");
              cancellation.cancel();
            }))
        .isInstanceOf(CancellationException.class);

    assertThat(folder).isEmptyDirectory();
  }

  private void run(Consumer<Finding> sink) {
    FolderCheckup checkup = new FolderCheckup("receipts", folder, folder);
    checkup.run(
        new Sitting(checkup.place(), /* mayWrite= */ true, Clock.systemUTC(), cancellation, sink));
  }
}
