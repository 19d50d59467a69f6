package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.FunctionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

  @Test
  void twoChangesAreNotTakenForOne() {
    assertThat(found(NOW.withMemory(1024).withTimeout(3))).isEmpty();
  }

  private static Optional<ChangedSetting> found(FunctionSettings then) {
    return ChangedSetting.find(
        new Meant(NOW, "nodejs22.x"), then.signature(""), List.of("", "nodejs18.x"));
  }
}
