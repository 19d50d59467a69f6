package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Json;
import io.runfabric.console.ui.task.HandCranked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("new/folders/settings.json");
  }

  @Test
  void whatIsSetIsThereAtTheNextStart() {
    Recent recent = new Recent(folder.resolve("runfabric.yml"), "shop");
    open().update(known -> known.withTheme(ThemeChoice.DARK).withRecent(recent));

    assertThat(open().get())
        .isEqualTo(Settings.NONE.withTheme(ThemeChoice.DARK).withRecent(recent));
  }

  @Test
  void withoutAFileThereIsNothingToRememberAndNoneIsMade() {
    assertThat(open().get()).isEqualTo(Settings.NONE);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"theme\": \"dark\"", "\u0000\u0001", "[[[[[["})
  void aFileThatIsNoSettingsIsAsGoodAsNoneAndIsReplaced(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    SettingsFile settings = open();
    assertThat(settings.get()).isEqualTo(Settings.NONE);

    settings.update(known -> known.withTheme(ThemeChoice.LIGHT));

    assertThat(open().get().theme()).isEqualTo(ThemeChoice.LIGHT);
  }

  @Test
  void aFolderInTheFilesPlaceCostsTheMemoryAndNothingElse() throws IOException {
    Files.createDirectories(file.resolve("in-the-way"));
    SettingsFile settings = open();

    settings.update(known -> known.withTheme(ThemeChoice.DARK));

    assertThat(settings.get().theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(file).isDirectory();
    try (Stream<Path> beside = Files.list(file.getParent())) {
      assertThat(beside).as("what is left of the attempt").containsExactly(file);
    }
  }

  @Test
  void aFailedWriteIsMadeUpForByTheNext() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("new"), "a file");
    SettingsFile settings = open();
    settings.update(known -> known.withTheme(ThemeChoice.DARK));
    Files.delete(inTheWay);

    settings.write();

    assertThat(open().get().theme()).isEqualTo(ThemeChoice.DARK);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheirOwnerCanReadThem() throws IOException {
    open().update(known -> known.withTheme(ThemeChoice.DARK));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theFileIsLeftAloneWhenNothingChanged() throws IOException {
    open().update(known -> known.withTheme(ThemeChoice.DARK));
    Files.setLastModifiedTime(file, LONG_AGO);
    SettingsFile settings = open();

    settings.update(known -> known.withTheme(ThemeChoice.DARK));
    settings.write();
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    settings.update(known -> known.withTheme(ThemeChoice.LIGHT));

    assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(LONG_AGO);
  }

  @Test
  void changesAreKnownAtOnceAndWrittenSoonTheLatestOnly() throws Exception {
    HandCranked writers = new HandCranked();
    SettingsFile settings = new SettingsFile(file, writers);
    settings.update(known -> known.withTheme(ThemeChoice.DARK));
    settings.update(known -> known.withTheme(ThemeChoice.LIGHT));
    assertThat(settings.get().theme()).isEqualTo(ThemeChoice.LIGHT);
    assertThat(file).doesNotExist();

    writers.crank();
    assertThat(Json.object(Files.readAllBytes(file)).path("theme").asText()).isEqualTo("light");
    Files.setLastModifiedTime(file, LONG_AGO);
    writers.run();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
  }

  @Test
  void whatChangesManyTimesIsWrittenOnceAMomentLater() throws Exception {
    HandCranked rested = new HandCranked();
    SettingsFile settings = new SettingsFile(file, Runnable::run, rested);
    for (String typed : List.of("p", "pr", "prod")) {
      settings.updateSoon(
          known -> known.withHabits(known.habits().withFilter("/p", "receipts", typed)));
    }
    assertThat(settings.get().habits().filter("/p", "receipts")).isEqualTo("prod");
    assertThat(file).doesNotExist();

    rested.crank();
    assertThat(open().get().habits().filter("/p", "receipts")).isEqualTo("prod");
    assertThat(rested.waiting()).isZero();

    settings.updateSoon(
        known -> known.withHabits(known.habits().withFilter("/p", "receipts", "dev")));
    rested.crank();
    assertThat(open().get().habits().filter("/p", "receipts")).isEqualTo("dev");
  }

  @Test
  void manyWritersAtOnceLeaveTheLatest() {
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      SettingsFile settings = new SettingsFile(file, writers);
      for (int i = 0; i < 60; i++) {
        Recent recent = new Recent(folder.resolve("p" + i).resolve("runfabric.yml"), "p" + i);
        settings.update(known -> known.withRecent(recent));
      }
    }

    assertThat(open().get().recents().getFirst().name()).isEqualTo("p59");
  }

  private SettingsFile open() {
    return new SettingsFile(file, Runnable::run);
  }
}
