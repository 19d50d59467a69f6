package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateWatcherTest {

  private static final Duration QUIET = Duration.ofMillis(40);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  @TempDir private Path folder;
  private final List<StateWatcher> watchers = new ArrayList<>();
  private final AtomicInteger told = new AtomicInteger();
  private Path own;

  @BeforeEach
  void folders() throws IOException {
    own = Files.createDirectories(folder.resolve(".runfabric"));
  }

  @AfterEach
  void close() {
    watchers.forEach(StateWatcher::close);
  }

  @Test
  void aDocumentThatIsWrittenChangedReplacedOrDeletedIsNoticed() throws IOException {
    watch(QUIET, told);
    Path receipt = own.resolve("dev.json");

    Files.writeString(receipt, "{}");
    awaitTold(1);
    Files.writeString(receipt, "{\"a\": 1}");
    awaitTold(2);
    Path temporary = Files.writeString(own.resolve(".dev.json.1.tmp"), "{\"a\": 2}");
    Files.move(
        temporary, receipt, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    awaitTold(3);
    Files.delete(receipt);
    awaitTold(4);
  }

  @Test
  void foldersThatComeLaterAreWatchedToTheirDepth() throws IOException {
    watch(QUIET, told);

    Path deep = Files.createDirectories(own.resolve("state/shop/dev"));
    awaitTold(1);
    Files.writeString(deep.resolve("aws.state.json"), "{}");
    awaitTold(2);
  }

  @Test
  void aFolderThatIsRemovedAndMadeAgainIsWatchedAgain() throws IOException {
    watch(QUIET, told);
    Files.delete(own);
    awaitTold(1);
    Files.createDirectory(own);
    awaitTold(2);

    Files.writeString(own.resolve("dev.json"), "{}");

    awaitTold(3);
  }

  @Test
  void aFolderThatIsMovedAwayAndReplacedIsWatchedAgain() throws IOException {
    watch(QUIET, told);
    Files.move(own, folder.resolve("kept"));
    Files.createDirectory(own);
    awaitTold(1);

    Files.writeString(own.resolve("dev.json"), "{}");
    awaitTold(2);
    Files.writeString(own.resolve("qa.json"), "{}");
    awaitTold(3);
  }

  @Test
  void aFolderThatWasMovedAwayAndReplacedIsNoLongerWatchedWhereItIs() throws IOException {
    watch(AT_ONCE, told);
    Path kept = Files.move(own, folder.resolve("kept"));
    awaitTold(1);
    Files.createDirectory(own);
    awaitTold(2);
    AtomicInteger there = new AtomicInteger();
    watchers.add(
        StateWatcher.start(
            new WatchedPaths(List.of(), List.of(kept)), QUIET, there::incrementAndGet));

    Files.writeString(kept.resolve("dev.json"), "{}");
    Patience.await("the other watcher", () -> there.get() == 1);

    assertThat(told).hasValue(2);
  }

  @Test
  void aBurstIsToldOnce() throws IOException {
    Duration quiet = Duration.ofMillis(250);
    watch(quiet, told);
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      Files.writeString(own.resolve("s" + i + ".json"), "{}");
    }
    assumeThat(Duration.ofNanos(System.nanoTime() - start)).as("a burst").isLessThan(quiet);
    awaitTold(1);
    Files.writeString(own.resolve("later.json"), "{}");
    awaitTold(2);

    assertThat(told).hasValue(2);
  }

  @Test
  void nothingIsToldOnceClosed() throws IOException {
    AtomicInteger closed = new AtomicInteger();
    watch(AT_ONCE, closed).close();
    watch(QUIET, told);

    Files.writeString(own.resolve("dev.json"), "{}");
    awaitTold(1);

    assertThat(closed).hasValue(0);
  }

  @Test
  void whatDoesNotConcernTheProjectIsNotTold() throws IOException {
    watch(AT_ONCE, told);
    AtomicInteger text = new AtomicInteger();
    watchers.add(
        StateWatcher.start(
            new WatchedPaths(List.of(own.resolve("notes.txt")), List.of()),
            QUIET,
            text::incrementAndGet));

    Files.writeString(own.resolve("notes.txt"), "x");
    Patience.await("the other watcher", () -> text.get() == 1);

    assertThat(told).hasValue(0);
  }

  private StateWatcher watch(Duration quiet, AtomicInteger counter) throws IOException {
    StateWatcher watcher =
        StateWatcher.start(
            new WatchedPaths(List.of(), List.of(own)), quiet, counter::incrementAndGet);
    watchers.add(watcher);
    return watcher;
  }

  private void awaitTold(int times) {
    Patience.await("change " + times, () -> told.get() >= times);
  }
}
