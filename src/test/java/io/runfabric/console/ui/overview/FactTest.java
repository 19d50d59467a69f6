package io.runfabric.console.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {

  private static final LoadState LOADED = new LoadState.Loaded(ProjectFolder.NOW);

  @Test
  void aProjectThatWasNeverBackedUpIsWarnedOf() {
    assertThat(Fact.backup(Optional.empty(), ProjectFolder.NOW))
        .returns("No backup yet", Fact::value)
        .returns(Tone.WARNING, Fact::tone);
  }

  @ParameterizedTest
  @CsvSource({"24, SUCCESS", "25, NEUTRAL", "168, NEUTRAL", "169, WARNING", "721, DANGER"})
  void theOlderTheBackupTheMorePressing(int hours, Tone tone) {
    BackupFolder.Latest latest =
        new BackupFolder.Latest(
            Path.of("/p/shop-local-x.json.age"),
            ProjectFolder.NOW.minus(Duration.ofHours(hours)),
            12_400,
            /* encrypted= */ true);

    assertThat(Fact.backup(Optional.of(latest), ProjectFolder.NOW))
        .returns("shop-local-x.json.age, 12.4 kB, encrypted", Fact::caption)
        .returns(tone, Fact::tone);
  }

  @Test
  void aBackendThatAnsweredSaysHowFast() {
    assertThat(Fact.backend("s3", LOADED, Optional.of(Duration.ofMillis(42)), 1))
        .isEqualTo(
            new Fact(
                "Backend s3",
                "Answered in 42 ms",
                "to read 1 entry at the last load",
                Tone.SUCCESS));
    assertThat(Fact.backend("s3", LOADED, Optional.of(Duration.ofMillis(12_340)), 9))
        .returns("Answered in 12.3 s", Fact::value)
        .returns(Tone.WARNING, Fact::tone);
  }

  @Test
  void aBackendThatWasNotReadIsNotMeasured() {
    assertThat(Fact.backend("s3", new LoadState.Loading(), Optional.empty(), 0))
        .returns("Not measured", Fact::value)
        .returns(Tone.NEUTRAL, Fact::tone);
  }

  @Test
  void aBackendThatFailedIsNotFineThoughItAnsweredBefore() {
    LoadState failed =
        new LoadState.Failed(Failure.of("Loading shop", new IllegalStateException("no route")));

    assertThat(Fact.backend("s3", failed, Optional.of(Duration.ofMillis(42)), 3))
        .returns("IllegalStateException: no route", Fact::caption)
        .returns(Tone.DANGER, Fact::tone);
  }
}
