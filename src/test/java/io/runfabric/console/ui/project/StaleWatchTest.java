package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Lock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleWatchTest {

  private static final String HELD = "2026-03-01T12:10:00Z";
  private static final String ENDED = "2026-03-01T11:55:00Z";

  @TempDir private Path directory;
  private final ObservableList<Lock> locks = FXCollections.observableArrayList();
  private final List<String> told = new ArrayList<>();
  private ProjectFolder folder;

  @BeforeEach
  void watch() throws Exception {
    folder = new ProjectFolder(directory);
    StaleWatch.of(locks, told::add);
  }

  @Test
  void aLockThatWasHeldAndIsStaleNowIsToldOnce() throws Exception {
    see("dev", HELD);
    see("dev", ENDED);
    see("dev", ENDED);

    assertThat(told)
        .containsExactly("The lock of dev has turned stale: pid:7 did not give it back in time.");
  }

  @Test
  void whatWasStaleWhenItWasFirstSeenIsNoNews() throws Exception {
    see("dev", ENDED);

    assertThat(told).isEmpty();
  }

  @Test
  void aLockThatWasGivenBackIsNoNews() throws Exception {
    see("dev", HELD);
    locks.clear();

    assertThat(told).isEmpty();
  }

  @Test
  void severalAreToldInOneSentence() throws Exception {
    folder.file(".runfabric/locks/shop-qa.lock.json", ProjectFolder.lock("qa", HELD));
    see("dev", HELD);
    folder.file(".runfabric/locks/shop-qa.lock.json", ProjectFolder.lock("qa", ENDED));
    see("dev", ENDED);

    assertThat(told).hasSize(1).first().asString().endsWith("So has 1 more.");
  }

  private void see(String stage, String end) throws Exception {
    folder.file(".runfabric/locks/shop-" + stage + ".lock.json", ProjectFolder.lock(stage, end));
    locks.setAll(folder.locks());
  }
}
