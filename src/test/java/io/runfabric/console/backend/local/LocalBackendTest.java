package io.runfabric.console.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StateBackendContract;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Revision;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LocalBackendTest extends StateBackendContract {

  @Override
  protected Set<EntryKind> stampedEntries() {
    return Set.of();
  }

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
          .hasMessageContaining(".runfabric: a file is where a folder should be");
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
  void aRecordIsNotLockedWhereTheProjectSwitchedLocksOff() throws Exception {
    Project locking = TestProject.in(folder, new BackendSettings.Local());
    LockRules rules = locking.records().lock();
    Project without =
        TestProject.withLocks(
            locking, new LockRules(false, rules.timeout(), rules.heartbeat(), rules.staleAfter()));
    LockRequest request = new LockRequest("shop", "dev", "aws", "restore", Duration.ofMinutes(15));

    try (StateBackend opened = Backends.open(without, BackendOptions.standard())) {
      Lease lease = opened.lock(EntryKind.RECORD, request, false);
      lease.check();
      assertThat(opened.locks(Cancellation.never())).isEmpty();
      opened.lock(EntryKind.RECEIPT, request, false).release();
      lease.release();
    }
  }

  @Test
  void nothingIsReadWhileAFileIsChanged() throws Exception {
    LocalDocumentStore store = new LocalDocumentStore(folder);
    Revision first = store.put("a.json", bytes("1"), Precondition.ABSENT);
    List<Thread> readers = new ArrayList<>();
    List<Boolean> finished = new ArrayList<>();
    Fence whileItIsChanged =
        new Fence() {
          @Override
          public void check() {
            Thread reader = Thread.ofPlatform().daemon().start(() -> read(store));
            readers.add(reader);
            finished.add(endsWithin(reader, Duration.ofMillis(100)));
          }

          @Override
          public List<Held> held() {
            return List.of();
          }
        };

    store.put("a.json", bytes("2"), new Precondition.Matches(first), whileItIsChanged);

    // The closing of a file ends all locks its process has on it.
    assertThat(finished).containsExactly(false);
    for (Thread reader : readers) {
      reader.join();
    }
  }

  private static void read(LocalDocumentStore store) {
    try {
      assertThat(store.get("a.json")).isPresent();
    } catch (BackendException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean endsWithin(Thread thread, Duration time) {
    try {
      return thread.join(time);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
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
