package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriftFindingTest {

  private static final DriftFinding REGION =
      new DriftFinding(
          Against.CONFIG,
          "region",
          Gravity.CRITICAL,
          "receipt dev",
          "dev",
          "outputs.region",
          "eu-west-1",
          "us-east-1",
          "it is elsewhere",
          "look");

  /// Projects keep lists of ids: they must stay the same from version to version.
  @Test
  void theIdIsTheSameFromRunToRun() {
    assertThat(REGION.id()).isEqualTo("bf4df5cc8f50");
    assertThat(REGION.withEvidence("seen").mending(Mend.REMOVE, "mend").id())
        .isEqualTo("bf4df5cc8f50");
  }

  @Test
  void evidenceAndMeansAreAddedAndTheRestIsKept() {
    assertThat(SampleDeployed.told(REGION.withEvidence("seen").mending(Mend.REMOVE, "mend")))
        .isEqualTo(
            "critical config region | receipt dev | dev | outputs.region | eu-west-1 | us-east-1"
                + " | it is elsewhere | seen | remove | mend");
    assertThat(SampleDeployed.told(REGION.mending(Mend.REMOVE, "mend").withEvidence("seen")))
        .endsWith(" | seen | remove | mend");
    assertThat(SampleDeployed.told(REGION)).endsWith(" |  | none | look");
  }

  @Test
  void theGravestComeFirstThenWhatWasComparedThenEntryAndPath() {
    DriftFinding[] sorted = {
      SampleDeployed.finding(Gravity.CRITICAL, Against.ENDPOINTS, "receipt z", "z"),
      SampleDeployed.finding(Gravity.WARNING, Against.CONFIG, "receipt a", "a"),
      SampleDeployed.finding(Gravity.WARNING, Against.CONFIG, "receipt a", "b"),
      SampleDeployed.finding(Gravity.WARNING, Against.CONFIG, "receipt b", "a"),
      SampleDeployed.finding(Gravity.WARNING, Against.PROVIDER, "receipt a", "a"),
      SampleDeployed.finding(Gravity.INFO, Against.INTEGRITY, "receipt a", "a")
    };

    assertThat(
            Stream.of(sorted[3], sorted[5], sorted[4], sorted[2], sorted[0], sorted[1])
                .sorted(DriftFinding.GRAVEST_FIRST))
        .containsExactly(sorted);
  }

  @Test
  void commandsAreQuotedForAShell() {
    assertThat(DriftFinding.engine("deploy", "my stage"))
        .isEqualTo("runfabric deploy --stage 'my stage'");
    assertThat(DriftFinding.console("state", "list")).isEqualTo("runfabric-console state list");
  }
}
