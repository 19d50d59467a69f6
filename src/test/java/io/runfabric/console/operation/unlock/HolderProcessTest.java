package io.runfabric.console.operation.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.Lock.State;
import io.runfabric.console.operation.SampleLocks;
import io.runfabric.console.operation.unlock.HolderProcess.Running;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HolderProcessTest {

  private static HolderProcess of(Optional<Long> pid, Optional<Boolean> alive) {
    return HolderProcess.of(
        SampleLocks.of("shop", "dev", State.HELD, Source.FILE, "shop-dev.lock.json", pid, alive));
  }

  @Test
  void whatTheLockAndTheMachineTellIsSaid() {
    HolderProcess untold = of(Optional.empty(), Optional.of(true));
    HolderProcess anywhere = of(Optional.of(7L), Optional.empty());
    HolderProcess ended = of(Optional.of(7L), Optional.of(false));

    assertThat(untold.word()).isEqualTo("untold");
    assertThat(untold.words()).isEqualTo("the lock names no process");
    assertThat(anywhere.word()).isEqualTo("anywhere");
    assertThat(anywhere.words()).isEqualTo("pid 7, on whichever machine took it");
    assertThat(ended.word()).isEqualTo("ended");
    assertThat(ended.words()).isEqualTo("pid 7 does not run on this machine any more");
  }

  @Test
  void aProcessThatRunsHereIsToldWithItsUser() {
    long own = ProcessHandle.current().pid();

    HolderProcess running = of(Optional.of(own), Optional.of(true));

    assertThat(running).isEqualTo(new Running(own, System.getProperty("user.name"), true));
    assertThat(running.word()).isEqualTo("running");
    assertThat(running.words()).isEqualTo("pid " + own + " runs on this machine, as you");
    assertThat(new Running(8, "ada", false).words())
        .isEqualTo("pid 8 runs on this machine, as ada");
    assertThat(new Running(8, "", false).words()).isEqualTo("pid 8 runs on this machine");
    // Gone between the look at it and this one.
    assertThat(of(Optional.of(Long.MAX_VALUE), Optional.of(true)))
        .isEqualTo(new Running(Long.MAX_VALUE, "", false));
  }
}
