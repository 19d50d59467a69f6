package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.config.LoadedProject;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeantTest {

  private static final FunctionSettings SETTINGS =
      new FunctionSettings(
          "api",
          "",
          Optional.empty(),
          "a.handler",
          Optional.empty(),
          0,
          "",
          Optional.empty(),
          0,
          "");
  private static final Meant MEANT = new Meant(SETTINGS, "nodejs22.x");

  @TempDir private Path folder;

  @Test
  void aFunctionIsFoundByItsNameWithTheRuntimeOfTheProvider() throws Exception {
    LoadedProject loaded =
        SampleDeployed.project(
            folder,
            """
            service: shop
            provider: {name: aws-lambda, runtime: nodejs22.x}
            functions:
              web: {handler: web}
              api: {handler: a.handler}
            """);

    assertThat(Meant.of(loaded, "api")).contains(MEANT);
    assertThat(Meant.of(loaded, "cart")).isEmpty();
  }

  @Test
  void theSignatureWithOrWithoutTheRuntimeOfTheProviderIsAsDeployed() {
    assertThat(standing(SETTINGS.signature(""))).isEqualTo(Meant.Standing.AS_DEPLOYED);
    assertThat(standing(SETTINGS.signature("nodejs22.x"))).isEqualTo(Meant.Standing.AS_DEPLOYED);
  }

  @Test
  void anotherSignatureIsAChange() {
    assertThat(standing(SETTINGS.signature("nodejs20.x"))).isEqualTo(Meant.Standing.CHANGED);
  }

  @Test
  void withoutASignatureOrWithSettingsThatCannotBeSignedNothingIsKnown() {
    FunctionSettings unclear =
        new FunctionSettings(
            "api",
            "",
            Optional.empty(),
            "a.handler",
            Optional.empty(),
            0,
            "",
            Optional.empty(),
            0,
            "`memory` is no whole number");

    assertThat(standing("")).isEqualTo(Meant.Standing.UNKNOWN);
    assertThat(
            new Meant(unclear, "nodejs22.x")
                .standing(SampleDeployed.function("api", "", SETTINGS.signature(""))))
        .isEqualTo(Meant.Standing.UNKNOWN);
  }

  @Test
  void theRuntimeOfTheProviderIsThatOfAFunctionThatNamesNone() {
    assertThat(MEANT.runtimeOrDefault()).isEqualTo("nodejs22.x");
    assertThat(new Meant(SETTINGS.withRuntime("python3.12"), "nodejs22.x").runtimeOrDefault())
        .isEqualTo("python3.12");
  }

  private static Meant.Standing standing(String signature) {
    return MEANT.standing(SampleDeployed.function("api", "", signature));
  }
}
