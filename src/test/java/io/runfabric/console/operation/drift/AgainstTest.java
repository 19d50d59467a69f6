package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainstTest {

  @ParameterizedTest
  @CsvSource({
    "INTEGRITY, integrity, false",
    "CONFIG, config, false",
    "ARTIFACTS, artifacts, false",
    "RECEIPTS, receipts, false",
    "PROVIDER, provider, true",
    "ENDPOINTS, endpoints, true"
  })
  void eachHasAWordAndMayTakeTheNetwork(Against against, String word, boolean online) {
    assertThat(against.word()).isEqualTo(word);
    assertThat(against.online()).isEqualTo(online);
    assertThat(Against.of(word)).contains(against);
  }

  @Test
  void aWordIsReadHoweverItIsTyped() {
    assertThat(Against.of(" Config ")).contains(Against.CONFIG);
    assertThat(Against.of("confi")).isEmpty();
  }

  @Test
  void aScopeIsChangedInOnePartOnly() {
    DriftScope scope = new DriftScope(Set.of(Against.CONFIG), false, false);

    assertThat(scope.networking(true))
        .isEqualTo(new DriftScope(Set.of(Against.CONFIG), true, false));
    assertThat(scope.privately(true))
        .isEqualTo(new DriftScope(Set.of(Against.CONFIG), false, true));
    assertThat(scope.networking(true).privately(true).comparing(Set.of()))
        .isEqualTo(new DriftScope(Set.of(), true, true));
    assertThat(DriftScope.ALL).isEqualTo(new DriftScope(Set.of(Against.values()), true, false));
  }

  @Test
  void whatIsComparedIsLookedAtInItsOrder() {
    assertThat(
            new DriftScope(
                    Set.of(Against.ENDPOINTS, Against.INTEGRITY, Against.RECEIPTS), true, false)
                .against())
        .containsExactly(Against.INTEGRITY, Against.RECEIPTS, Against.ENDPOINTS);
  }
}
