package io.runfabric.console.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Pieces of work with a bounded number under way.
class AtOnceTest {

  @Test
  void noMoreThanAllowedAreUnderWayAndClosingWaitsForAll() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (AtOnce work = new AtOnce(3)) {
      for (int i = 0; i < 50; i++) {
        work.start(() -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          LockSupport.parkNanos(100_000);
          underWay.decrementAndGet();
          done.incrementAndGet();
        });
      }
    }
    assertThat(done).hasValue(50);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void whatFailsUnforeseenIsToldOnceAllHaveEnded() {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch failed = new CountDownLatch(1);
    assertThatThrownBy(
            () -> {
              try (AtOnce work = new AtOnce(2)) {
                work.start(() -> {
                  failed.countDown();
                  throw new IllegalArgumentException("nobody thought of this");
                });
                failed.await();
                work.start(done::incrementAndGet);
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nobody thought of this");
    assertThat(done).hasValue(1);
  }
}
