package io.runfabric.console.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StateBackendContract;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LocalBackendTest extends StateBackendContract {

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(TestProject.in(folder, new BackendSettings.Local()), options);
  }

  @Nested
  class FilesThatAreNoReceipts {

    @Test
    void areNotShownAsReceipts() throws Exception {
      putReceipt("dev", receipt("dev"));
      put(".runfabric/plugins.json", "{\"plugins\": []}");
      put(".runfabric/runfabric-state-dev.json", "{\"endpoints\": {}}");
      put(".runfabric/router-sync-dev.json", "[]");
      put(".runfabric/state-backup.json", "{\"backend\": \"local\", \"receipts\": {}}");
      put(".runfabric/my-backup.json", "{\"backend\": \"local\", \"receipts\": {\"dev\": {}}}");
      put(".runfabric/cache/dev.json", "{}");
      put(".runfabric/runs/dev/1.json", "{}");
      put(".runfabric/notes.txt", "hello");

      assertThat(entries()).extracting(Entry::stage).containsExactly("dev");
    }

    @Test
    void anythingElseThatDoesNotLoadIsAnUnreadableReceipt() throws Exception {
      put(".runfabric/a.json", "");
      put(".runfabric/b.json", "[1]");
      put(".runfabric/c.json", "{\"hello\": 1}");
      put(".runfabric/d.json", "\u0000\u0001");

      assertThat(entries())
          .extracting(e -> e.stage() + ": " + e.health().reason())
          .containsExactly(
              "a: the document is empty",
              "b: a JSON array, not an object",
              "c: unsupported receipt version 0",
              "d: not plain UTF-8: it starts with a byte order mark, a zero byte or as UTF-16");
    }

    @Test
    void aStageNamedLikeAnotherFileIsJudgedByItsContent() throws Exception {
      putReceipt("plugins", receipt("plugins"));
      put(
          ".runfabric/router-sync-x.json",
          receipt("router-sync-x").replace("\"version\": 2", "\"version\": 9"));

      assertThat(entries())
          .extracting(e -> e.stage() + " " + e.health().word())
          .containsExactly("plugins ok", "router-sync-x unreadable");
    }
  }

  @Nested
  class FilesThatCannotBeRead {

    @Test
    void aFolderNamedLikeAReceiptIsARow() throws Exception {
      Files.createDirectories(folder.resolve(".runfabric/dev.json"));

      assertThat(onlyEntry().health().reason()).isEqualTo("a folder, not a file");
    }

    @Test
    void aLinkOutOfTheProjectIsARowAndIsNotRead() throws Exception {
      Path outside = Files.createTempFile("outside", ".json");
      Files.writeString(outside, receipt("dev"));
      Files.createDirectories(folder.resolve(".runfabric"));
      Files.createSymbolicLink(folder.resolve(".runfabric/dev.json"), outside);

      assertThat(onlyEntry().health().reason()).contains("leads out of");
      Files.delete(outside);
    }

    @Test
    void aLinkToNowhereIsARow() throws Exception {
      Files.createDirectories(folder.resolve(".runfabric"));
      Files.createSymbolicLink(
          folder.resolve(".runfabric/dev.json"), folder.resolve("missing.json"));

      assertThat(onlyEntry().readable()).isFalse();
    }

    @Test
    void aHugeFileIsARowAndIsNotRead() throws Exception {
      Files.createDirectories(folder.resolve(".runfabric"));
      try (RandomAccessFile file =
          new RandomAccessFile(folder.resolve(".runfabric/dev.json").toFile(), "rw")) {
        file.setLength(70L << 20);
      }

      assertThat(onlyEntry().health().reason()).isEqualTo("larger than 64 MB (70 MB)");
    }

    @Test
    void aFileInPlaceOfTheStateFolderIsAnErrorThatNamesIt() throws Exception {
      Files.writeString(folder.resolve(".runfabric"), "");

      assertThatThrownBy(LocalBackendTest.this::entries)
          .isInstanceOf(BackendException.class)
          .hasMessageContaining(".runfabric is not a folder");
    }
  }

  @Test
  void writtenFilesAreForTheirOwnerOnlyAndLeaveNothingBeside() throws Exception {
    putReceipt("dev", receipt("dev"));

    Path file = folder.resolve(".runfabric/dev.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve(".runfabric"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aKeyThatLeadsOutOfTheProjectIsRefused() {
    for (String key : new String[] {"../x.json", ".runfabric/../../x.json", "/etc/passwd"}) {
      DocumentRef ref = new DocumentRef("local", key);
      assertThatThrownBy(() -> backend.write(ref, bytes("{}"), Precondition.ABSENT))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("leads out of");
    }
  }
}
