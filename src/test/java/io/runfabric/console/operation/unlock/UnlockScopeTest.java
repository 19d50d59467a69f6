package io.runfabric.console.operation.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.Lock.State;
import io.runfabric.console.operation.SampleLocks;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnlockScopeTest {

  private static final UnlockScope DEV = scope(Optional.of("dev"));
  private static final UnlockScope ALL = scope(Optional.empty());

  private static UnlockScope scope(Optional<String> stage) {
    return new UnlockScope("shop", stage, false, Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "shop, dev, true, true",
    "shop, prod, false, true",
    "other, dev, false, false",
    "'', dev, true, true",
    "'', prod, false, true",
  })
  void aLockThatTellsItsStageConcernsThatOne(
      String service, String stage, boolean dev, boolean all) {
    Lock lock = lock(service, stage, Source.TABLE, "locks[.]/x");

    assertThat(DEV.concerns(lock)).isEqualTo(dev);
    assertThat(ALL.concerns(lock)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "FILE, .runfabric/locks/shop-dev.lock.json, true, true",
    "LEGACY_FILE, .runfabric/shop-dev.lock, true, true",
    "FILE, .runfabric/locks/shop-dev-2.lock.json, false, true",
    "FILE, .runfabric/locks/shopdev.lock.json, false, false",
    "FILE, shop-dev.lock.json, true, true",
    "FILE, .runfabric/locks/other-dev.lock.json, false, false",
  })
  void aLockFileThatDoesNotTellIsKnownByItsName(
      Source source, String key, boolean dev, boolean all) {
    Lock lock = lock("", "", source, key);

    assertThat(DEV.concerns(lock)).isEqualTo(dev);
    assertThat(ALL.concerns(lock)).isEqualTo(all);
  }

  @Test
  void aLockFileThatTellsIsNotKnownByItsName() {
    Lock lock = lock("other", "dev", Source.FILE, ".runfabric/locks/shop-dev.lock.json");

    assertThat(DEV.concerns(lock)).isFalse();
    assertThat(ALL.concerns(lock)).isFalse();
  }

  @Test
  void inWordsItIsTheServiceAndTheStage() {
    assertThat(DEV.words()).isEqualTo("shop/dev");
    assertThat(ALL.words()).isEqualTo("shop");
  }

  private static Lock lock(String service, String stage, Source source, String key) {
    return SampleLocks.of(
        service, stage, State.HELD, source, key, Optional.empty(), Optional.empty());
  }
}
