package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.FunctionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which setting was changed is told from a signature alone, as long as it was one.
class ChangedSettingTest {

  private static final FunctionSettings NOW =
      new FunctionSettings(
          "api",
          "",
          Optional.of(Map.of("MODE", "live", "TABLE", "orders")),
          "src/api.handler",
          Optional.empty(),
          512,
          "nodejs22.x",
          Optional.empty(),
          30,
          "");
  private static final Optional<Map<String, String>> EMPTY = Optional.of(Map.of());

  @Test
  void anotherMemoryIsFound() {
    assertThat(found(NOW.withMemory(1024)))
        .contains(new ChangedSetting("memory", "memory: 1024", "memory: 512"));
  }

  @Test
  void aTimeoutThatWasNotSetIsFound() {
    assertThat(found(NOW.withTimeout(0)))
        .contains(new ChangedSetting("timeout", "timeout: not set", "timeout: 30"));
  }

  @Test
  void theRuntimeOfTheBuiltPackageIsTried() {
    assertThat(found(NOW.withRuntime("nodejs18.x")))
        .contains(new ChangedSetting("runtime", "runtime: nodejs18.x", "runtime: nodejs22.x"));
  }

  @Test
  void aVariableThatWasAddedIsFoundAndItsValueNotTold() {
    Optional<ChangedSetting> found =
        found(NOW.withEnvironment(Optional.of(Map.of("MODE", "live"))));

    assertThat(found).map(ChangedSetting::key).contains("environment.TABLE");
    assertThat(found.toString()).doesNotContain("orders");
  }

  @ParameterizedTest
  @CsvSource({"64", "100", "10240", "0"})
  void everyMemoryThatProvidersOfferIsTried(long memory) {
    String told = memory == 0 ? "memory: not set" : "memory: " + memory;

    assertThat(found(NOW.withMemory(memory)))
        .contains(new ChangedSetting("memory", told, "memory: 512"));
  }

  @ParameterizedTest
  @CsvSource({"1", "65", "10304"})
  void aMemoryThatNoneOffersIsNotGuessed(long memory) {
    assertThat(found(NOW.withMemory(memory))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"900, true", "901, false"})
  void everyTimeoutUpToAQuarterOfAnHourIsTried(long timeout, boolean found) {
    assertThat(found(NOW.withTimeout(timeout)).isPresent()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"x86_64", "arm64", "amd64"})
  void anotherArchitectureIsFound(String architecture) {
    assertThat(found(NOW.withArchitecture(architecture)))
        .contains(
            new ChangedSetting(
                "architecture", "architecture: " + architecture, "architecture: not set"));
  }

  @Test
  void anEnvironmentThatWasNotThereOrIsGoneIsFound() {
    assertThat(found(NOW.withEnvironment(Optional.empty())))
        .contains(new ChangedSetting("environment", "environment: not set", "environment: there"));
    assertThat(found(NOW.withEnvironment(Optional.empty()), NOW.withEnvironment(EMPTY)))
        .contains(new ChangedSetting("environment", "environment: {}", "environment: not set"));
  }

  @Test
  void tagsThatWereAddedAreFound() {
    FunctionSettings tagged = NOW.withTags(Optional.of(Map.of("team", "a", "cost", "1")));

    assertThat(found(tagged, NOW.withTags(Optional.of(Map.of("cost", "1")))))
        .contains(new ChangedSetting("tags.team", "tags.team: not set", "tags.team: there"));
    assertThat(found(tagged, NOW))
        .contains(new ChangedSetting("tags", "tags: not set", "tags: there"));
    assertThat(found(NOW, NOW.withTags(EMPTY)))
        .contains(new ChangedSetting("tags", "tags: {}", "tags: not set"));
  }

  @Test
  void layersThatWereAddedAreFound() {
    FunctionSettings layered = NOW.withLayers(Optional.of(List.of("a", "b")));

    assertThat(found(layered, NOW))
        .contains(new ChangedSetting("layers", "layers: not set", "layers: a, b"));
    assertThat(found(layered, NOW.withLayers(Optional.of(List.of("a")))))
        .contains(new ChangedSetting("layers", "layers: without it", "layers: b"));
  }

  @Test
  void theRuntimeOfTheProviderIsPutIntoAFunctionThatNamesNone() {
    FunctionSettings unnamed = NOW.withRuntime("");

    assertThat(
            ChangedSetting.find(
                new Meant(unnamed, "nodejs22.x"),
                unnamed.withMemory(1024).signature("nodejs22.x"),
                List.of()))
        .contains(new ChangedSetting("memory", "memory: 1024", "memory: 512"));
  }

  @Test
  void twoChangesAreNotTakenForOne() {
    assertThat(found(NOW.withMemory(1024).withTimeout(3))).isEmpty();
  }

  private static Optional<ChangedSetting> found(FunctionSettings then) {
    return found(NOW, then);
  }

  private static Optional<ChangedSetting> found(FunctionSettings now, FunctionSettings then) {
    return ChangedSetting.find(
        new Meant(now, "nodejs22.x"), then.signature(""), List.of("", "nodejs18.x"));
  }
}
