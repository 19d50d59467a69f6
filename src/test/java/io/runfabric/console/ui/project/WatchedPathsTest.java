package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedPathsTest {

  @TempDir private Path folder;
  private Path own;
  private Path state;

  @BeforeEach
  void paths() {
    own = folder.resolve(".runfabric");
    state = own.resolve("state");
  }

  @Nested
  class Documents {

    @Test
    void inAWatchedFolderConcernTheProject() {
      WatchedPaths paths = folders(own, own.resolve("locks"), state);

      assertThat(paths.concernedBy(own.resolve("dev.json"))).isTrue();
      assertThat(paths.concernedBy(own.resolve("locks/shop-dev.lock"))).isTrue();
      assertThat(paths.concernedBy(own.resolve("locks/shop-dev.lock.json"))).isTrue();
      assertThat(paths.concernedBy(state.resolve("shop/dev/aws.state.json"))).isTrue();
    }

    @Test
    void thatAreStillBeingWrittenDoNot() {
      WatchedPaths paths = folders(own);

      assertThat(paths.concernedBy(own.resolve(".dev.json.123.tmp"))).isFalse();
      assertThat(paths.concernedBy(own.resolve("notes.txt"))).isFalse();
    }

    @Test
    void outsideOfTheWatchedFoldersDoNot() {
      WatchedPaths paths = folders(own, own.resolve("locks"));

      assertThat(paths.concernedBy(folder.resolve("package.json"))).isFalse();
      assertThat(paths.concernedBy(own.resolve("build/manifest.json"))).isFalse();
    }
  }

  @Nested
  class Folders {

    @Test
    void onesThatHoldOthersAreWatchedAloneAndTheInnermostWithEverythingBelow() throws IOException {
      Files.createDirectories(state);
      WatchedPaths paths = folders(own, own.resolve("locks"), state);

      assertThat(paths.deep()).containsExactlyInAnyOrder(own.resolve("locks"), state);
      assertThat(paths.shallow()).contains(own, folder).doesNotContain(state);
    }

    @Test
    void thatComeOrGoConcernTheProjectAndSoDoTheOnesOnTheWay() {
      WatchedPaths paths = folders(state);

      assertThat(paths.concernedBy(state)).isTrue();
      assertThat(paths.concernedBy(own)).isTrue();
      assertThat(paths.concernedBy(folder.resolve("other"))).isFalse();
    }

    @Test
    void newOnesBelowAWatchedOneConcernTheProject() throws IOException {
      WatchedPaths paths = folders(state);
      Path fresh = Files.createDirectories(state.resolve("shop"));

      assertThat(paths.concernedBy(fresh)).isTrue();
      assertThat(paths.concernedBy(state.resolve("no-folder"))).isFalse();
    }

    @Test
    void thatDoNotExistAreAwaitedInTheNearestOneThatDoes() {
      assertThat(folders(state).shallow()).contains(folder, own);
    }
  }

  @Nested
  class SingleFiles {

    private Path file;

    @BeforeEach
    void write() throws IOException {
      file = folder.resolve("state.db");
      Files.writeString(file, "one");
    }

    @Test
    void concernTheProjectOnlyWhenTheyChanged() throws IOException {
      WatchedPaths paths = files(file);
      assertThat(paths.concernedBy(file)).as("looked at, not changed").isFalse();

      Files.writeString(file, "three");

      assertThat(paths.concernedBy(file)).isTrue();
      assertThat(paths.concernedBy(file)).as("seen once").isFalse();
    }

    @Test
    void ofTheSameSizeAreToldApartByTheirTime() throws IOException {
      WatchedPaths paths = files(file);

      Files.setLastModifiedTime(file, FileTime.fromMillis(1));

      assertThat(paths.concernedBy(file)).isTrue();
    }

    @Test
    void concernTheProjectWhenTheyComeAndGo() throws IOException {
      WatchedPaths paths = files(file, folder.resolve(".env"));
      Files.writeString(folder.resolve(".env"), "A=1");
      assertThat(paths.concernedBy(folder.resolve(".env"))).isTrue();

      Files.delete(file);

      assertThat(paths.concernedBy(file)).isTrue();
    }

    @Test
    void changeWithTheLogBesideThemUnlessItIsEmpty() throws IOException {
      WatchedPaths paths = files(file);
      Path log = folder.resolve("state.db-wal");
      Files.createFile(log);
      assertThat(paths.concernedBy(log)).as("opened to read").isFalse();

      Files.writeString(log, "a page");

      assertThat(paths.concernedBy(log)).isTrue();
      assertThat(paths.concernedBy(folder.resolve("state.db-shm"))).isFalse();
    }

    @Test
    void areAwaitedTogetherWithTheFoldersOnTheWay() throws IOException {
      WatchedPaths paths = files(folder.resolve("data/deep/state.db"));
      assertThat(paths.shallow()).contains(folder);

      assertThat(paths.concernedBy(folder.resolve("data"))).isTrue();
      assertThat(paths.concernedBy(folder.resolve("data/deep"))).isTrue();
      assertThat(paths.concernedBy(folder.resolve("data/other"))).isFalse();
    }

    @Test
    void areWatchedInTheirFolder() {
      assertThat(files(file).shallow()).containsExactly(folder);
      assertThat(files(file).deep()).isEmpty();
    }
  }

  @Test
  void aBackendsPlacesAreFilesWhenTheyAreOrAreNamedLikeADatabase() throws IOException {
    Path database = folder.resolve("a.db");
    Path other = Files.writeString(folder.resolve("state"), "x");
    WatchedPaths paths =
        WatchedPaths.of(List.of(database, other, own), List.of(folder.resolve("runfabric.yml")));

    assertThat(paths.deep()).containsExactly(own);
    Files.writeString(database, "x");
    assertThat(paths.concernedBy(database)).isTrue();
    Files.writeString(other, "xyz");
    assertThat(paths.concernedBy(other)).isTrue();
  }

  private WatchedPaths folders(Path... folders) {
    return new WatchedPaths(List.of(), List.of(folders));
  }

  private WatchedPaths files(Path... files) {
    return new WatchedPaths(List.of(files), List.of());
  }
}
