package io.runfabric.console.backend.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StateBackendContract;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Lock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamodbBackendTest extends StateBackendContract {

  private final DynamodbServer server = DynamodbServer.running();
  private final String table = server.newTable("pk", "sk");
  private final String locks = server.newTable("lockKey");

  @Override
  protected Set<EntryKind> stampedEntries() {
    return Set.of(EntryKind.RECEIPT);
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(project("."), options);
  }

  @Nested
  class Items {

    @Test
    void aReceiptIsKeptAsTheEngineKeepsIt() throws Exception {
      putReceipt("dev", receipt("dev"));

      assertThat(item("dev"))
          .containsOnly(
              Map.entry("pk", text(".")),
              Map.entry("sk", text("STAGE#dev")),
              Map.entry("data", text(receipt("dev"))),
              Map.entry("updatedAt", text("2026-03-01T10:00:00Z")));
      assertThat(onlyEntry().ref()).isEqualTo(new DocumentRef("dynamodb", table + "[.]/dev"));
      assertThat(onlyEntry().workspace()).contains(".");
      assertThat(backend.location()).endsWith("/" + table);
    }

    @Test
    void attributesTheConsoleDoesNotKnowSurviveAWrite() throws Exception {
      receiptItem(".", "dev", Map.of("owner", text("team-a")));
      Entry entry = onlyEntry();

      backend.write(
          entry.ref(),
          bytes(receipt("dev").replace("10:00:00", "11:00:00")),
          new Precondition.Matches(entry.revision()));

      assertThat(item("dev")).containsEntry("owner", text("team-a"));
      assertThat(item("dev")).containsEntry("updatedAt", text("2026-03-01T11:00:00Z"));
    }

    @Test
    void anItemWithoutDataIsUnreadableAndCanBeMended() throws Exception {
      server
          .client()
          .putItem(
              put -> put.tableName(table).item(Map.of("pk", text("."), "sk", text("STAGE#dev"))));

      assertThat(onlyEntry().health().reason()).isEqualTo("the document is empty");

      Entry entry = onlyEntry();
      backend.write(entry.ref(), bytes(receipt("dev")), new Precondition.Matches(entry.revision()));
      assertThat(onlyEntry().readable()).isTrue();
    }

    @Test
    void dataThatIsNoStringIsUnreadable() throws Exception {
      receiptItem(".", "dev", Map.of("data", AttributeValue.fromM(Map.of("version", text("2")))));

      assertThat(onlyEntry().health().reason()).isEqualTo("the item's attribute data is no string");
    }

    @Test
    void itemsThatAreNoReceiptsAreLeftAlone() throws Exception {
      receiptItem(".", "dev", Map.of());
      server
          .client()
          .putItem(put -> put.tableName(table).item(Map.of("pk", text("."), "sk", text("META"))));

      assertThat(entries()).extracting(Entry::stage).containsExactly("dev");
      assertThat(backend.workspaces()).containsExactly(new WorkspaceRows(".", 1, true));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
      DocumentRef ref = backend.locate(EntryAddress.receipt("dev"));

      assertThatThrownBy(() -> backend.write(ref, new byte[] {(byte) 0xff, 1}, Precondition.ABSENT))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
    }

    @Test
    void moreThanOnePageIsListedInOrder() throws Exception {
      String filler = " ".repeat(300_000);
      for (int i = 0; i < 5; i++) {
        putReceipt("stage-" + i, receipt("stage-" + i) + filler);
      }

      assertThat(entries()).extracting(Entry::stage).hasSize(5).isSorted();
      assertThat(backend.workspaces()).containsExactly(new WorkspaceRows(".", 5, true));
    }
  }

  @Nested
  class Workspaces {

    @Test
    void theFoldersAbsolutePathIsFound() throws Exception {
      receiptItem(folder.toString(), "dev", Map.of());
      receiptItem("/elsewhere", "prod", Map.of());

      assertThat(stagesSeen("sub/typed", Optional.empty())).containsExactly("dev");
    }

    @Test
    void theNamedOneIsUsedAndAllAreNamed() throws Exception {
      receiptItem(".", "dev", Map.of());
      receiptItem("/elsewhere", "prod", Map.of());

      assertThat(stagesSeen(".", Optional.of("/elsewhere"))).containsExactly("prod");
      assertThat(backend.workspaces())
          .containsExactly(
              new WorkspaceRows(".", 1, true), new WorkspaceRows("/elsewhere", 1, false));
    }

    @Test
    void severalThatMatchAreAnErrorThatNamesThem() throws Exception {
      receiptItem(".", "dev", Map.of());
      receiptItem(folder.toString(), "prod", Map.of());

      assertThatThrownBy(() -> stagesSeen(".", Optional.empty()))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.AMBIGUOUS_WORKSPACE);
                assertThat(e.choices()).containsExactly(folder.toString(), ".");
              });
    }

    private List<String> stagesSeen(String typedFolder, Optional<String> named) throws Exception {
      List<Entry> entries = new ArrayList<>();
      try (StateBackend opened =
          Backends.open(project(typedFolder), BackendOptions.standard().withWorkspace(named))) {
        opened.entries(entries::add, Cancellation.never());
      }
      return entries.stream().map(Entry::stage).toList();
    }
  }

  @Nested
  class LocksInATable {

    @Test
    void aLeaseThatHasNotEndedIsHeld() throws Exception {
      lockItem("shop:dev", Map.of("expiresAt", text("2026-03-01T12:00:00Z")));

      Lock lock = onlyTableLock();

      assertThat(lock.state()).isEqualTo(Lock.State.HELD);
      assertThat(lock.service()).isEqualTo("shop");
      assertThat(lock.stage()).isEqualTo("dev");
      assertThat(lock.operation()).isEqualTo("deploy");
      assertThat(lock.source().word()).isEqualTo("dynamodb");
      assertThat(lock.pidAlive()).isEmpty();
      assertThat(lock.reason()).isEmpty();
    }

    @Test
    void aLeaseThatHasEndedIsStale() throws Exception {
      lockItem("shop:dev", Map.of("expiresAt", text("2026-03-01T11:59:59Z")));

      assertThat(onlyTableLock().state()).isEqualTo(Lock.State.STALE);
    }

    @Test
    void anAttributeOfTheWrongTypeMakesItUnreadableWithItsReason() throws Exception {
      lockItem("shop:dev", Map.of("ownerToken", AttributeValue.fromN("7")));
      lockItem(
          "shop:prod", Map.of("expiresAt", AttributeValue.fromB(SdkBytes.fromUtf8String("x"))));

      assertThat(backend.locks(Cancellation.never()))
          .extracting(Lock::stage, Lock::state, Lock::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "dev", Lock.State.UNREADABLE, "field ownerToken must be a string, found number"),
              org.assertj.core.groups.Tuple.tuple(
                  "prod", Lock.State.UNREADABLE, "field expiresAt must be a string, found object"));
    }

    @Test
    void aLockThatSaysNotWhenItEndsIsHeld() throws Exception {
      server.client().putItem(put -> put.tableName(locks).item(Map.of("lockKey", text("a:b"))));

      assertThat(onlyTableLock().state()).isEqualTo(Lock.State.HELD);
      assertThat(onlyTableLock().reason()).contains("counts as held");
    }

    @Test
    void moreThanOnePageIsListedInOrder() throws Exception {
      for (int i = 0; i < 5; i++) {
        lockItem("shop:stage-" + i, Map.of("note", text(" ".repeat(300_000))));
      }

      assertThat(backend.locks(Cancellation.never()))
          .extracting(Lock::stage)
          .containsExactly("stage-0", "stage-1", "stage-2", "stage-3", "stage-4");
    }

    @Test
    void theItemIsShownAsADocument() throws Exception {
      lockItem("shop:dev", Map.of("ttl", AttributeValue.fromN("1772366400")));

      StoredDocument item = backend.read(onlyTableLock().ref()).orElseThrow();

      assertThat(new String(item.content(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("\"ttl\":1772366400", "\"lockKey\":\"shop:dev\"");
      assertThat(item.revision()).isEqualTo(onlyTableLock().revision());
    }

    @Test
    void isWrittenAndReleasedOnConditionsInTheEnginesFormat() throws Exception {
      DocumentRef ref = new DocumentRef("lock-table", locks + "/shop:dev");
      String lease =
          "{\"service\": \"shop\", \"stage\": \"dev\", \"expiresAt\": \"x\", \"ttl\": 1772366400}";
      backend.write(ref, bytes(lease), Precondition.ABSENT);

      assertThat(lockItemStored("shop:dev"))
          .containsEntry("ttl", AttributeValue.fromN("1772366400"))
          .containsEntry("service", text("shop"));
      assertCode(Code.CONFLICT, () -> backend.write(ref, bytes(lease), Precondition.ABSENT));

      Lock taken = onlyTableLock();
      lockItem("shop:dev", Map.of("ownerToken", text("somebody else")));

      assertCode(Code.CONFLICT, () -> backend.delete(ref, taken.revision()));
      assertCode(
          Code.CONFLICT,
          () -> backend.write(ref, bytes(lease), new Precondition.Matches(taken.revision())));
      backend.delete(ref, onlyTableLock().revision());
      assertThat(backend.locks(Cancellation.never())).isEmpty();
    }

    private Lock onlyTableLock() throws BackendException {
      List<Lock> found = backend.locks(Cancellation.never());
      assertThat(found).hasSize(1);
      return found.getFirst();
    }

    private void lockItem(String key, Map<String, AttributeValue> more) {
      Map<String, AttributeValue> item = new HashMap<>();
      item.put("lockKey", text(key));
      item.put("service", text("shop"));
      item.put("stage", text(key.substring(key.indexOf(':') + 1)));
      item.put("operation", text("deploy"));
      item.put("ownerToken", text("0123456789abcdef0123456789abcdef"));
      item.put("createdAt", text("2026-03-01T11:45:00Z"));
      item.put("expiresAt", text("2026-03-01T12:05:00Z"));
      item.putAll(more);
      server.client().putItem(put -> put.tableName(locks).item(item));
    }

    private Map<String, AttributeValue> lockItemStored(String key) {
      return server
          .client()
          .getItem(get -> get.tableName(locks).key(Map.of("lockKey", text(key))))
          .item();
    }
  }

  @Nested
  class OwnLocks {

    private final LockRequest request =
        new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15));

    @Test
    void withoutALockTableTheConsoleLocksInTheReceiptTable() throws Exception {
      receiptItem(".", "dev", Map.of());
      try (StateBackend opened = opened(folder.resolve("a"), Optional.empty(), ".")) {
        Lease lease = opened.lock(EntryKind.RECEIPT, request, false);

        Map<String, AttributeValue> item = ownLock(".");
        assertThat(item.keySet())
            .containsExactlyInAnyOrder(
                "pk",
                "sk",
                "service",
                "stage",
                "operation",
                "ownerToken",
                "createdAt",
                "expiresAt",
                "ttl");
        assertThat(opened.locks(Cancellation.never()))
            .filteredOn(lock -> lock.source() == Lock.Source.DYNAMODB)
            .singleElement()
            .satisfies(lock -> {
              assertThat(lock.service()).isEqualTo("shop");
              assertThat(lock.stage()).isEqualTo("dev");
              assertThat(item).containsEntry("ownerToken", text(lock.lockId()));
              assertThat(opened.read(lock.ref()).orElseThrow().revision())
                  .isEqualTo(lock.revision());
            });
        lease.release();

        assertThat(ownLock(".")).isEmpty();
      }
    }

    @Test
    void itIsTakenForAReceiptNowhere() throws Exception {
      receiptItem(".", "dev", Map.of());
      try (StateBackend opened = opened(folder.resolve("a"), Optional.empty(), ".")) {
        Lease lease = opened.lock(EntryKind.RECEIPT, request, false);
        List<Entry> entries = new ArrayList<>();
        opened.entries(entries::add, Cancellation.never());

        assertThat(entries).hasSize(1);
        assertThat(opened.workspaces()).containsExactly(new WorkspaceRows(".", 1, true));
        lease.release();
      }
    }

    @Test
    void twoMachinesExcludeEachOtherAndTwoWorkspacesDoNot() throws Exception {
      try (StateBackend one = opened(folder.resolve("a"), Optional.empty(), ".");
          StateBackend same = opened(folder.resolve("b"), Optional.empty(), ".");
          StateBackend other = opened(folder.resolve("c"), Optional.empty(), "/elsewhere")) {
        Lease lease = one.lock(EntryKind.RECEIPT, request, false);

        assertCode(Code.LOCKED, () -> same.lock(EntryKind.RECEIPT, request, false));
        assertThat(same.locks(Cancellation.never())).hasSize(1);
        assertThat(other.locks(Cancellation.never())).isEmpty();
        other.lock(EntryKind.RECEIPT, request, false).release();

        lease.release();
        same.lock(EntryKind.RECEIPT, request, false).release();
      }
    }

    @Test
    void aTableForBothHasNoRoomForTheEnginesLocks() throws Exception {
      try (StateBackend opened = opened(folder.resolve("a"), Optional.of(table), ".")) {
        Lease lease = opened.lock(EntryKind.RECEIPT, request, false);

        assertThat(ownLock(".")).isNotEmpty();
        lease.release();
      }
    }

    @Test
    void moreThanOnePageIsListed() throws Exception {
      for (int i = 0; i < 5; i++) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", text("runfabric-console-locks#."));
        item.put("sk", text("LOCK#shop:stage-" + i));
        item.put("note", text(" ".repeat(300_000)));
        server.client().putItem(put -> put.tableName(table).item(item));
      }
      try (StateBackend opened = opened(folder.resolve("a"), Optional.empty(), ".")) {
        assertThat(opened.locks(Cancellation.never())).hasSize(5);
      }
    }

    private StateBackend opened(Path at, Optional<String> lockTable, String workspace)
        throws Exception {
      return Backends.open(
          TestProject.in(
              at,
              new BackendSettings.Dynamodb(table, "us-east-1", lockTable),
              TestProject.localRecords(at),
              server.environment()),
          BackendOptions.standard().withWorkspace(Optional.of(workspace)));
    }

    private Map<String, AttributeValue> ownLock(String workspace) {
      return server
          .client()
          .getItem(get ->
              get.tableName(table)
                  .key(
                      Map.of(
                          "pk", text("runfabric-console-locks#" + workspace),
                          "sk", text("LOCK#shop:dev"))))
          .item();
    }
  }

  @Nested
  class TablesThatAreNot {

    @Test
    void aMissingTableIsNamedWithTheRemedyAndNotCreated() throws Exception {
      assertCode(
          Code.NOT_FOUND,
          () -> Backends.open(project("no-such-table", locks), BackendOptions.standard()));
      assertThatThrownBy(
              () -> Backends.open(project("no-such-table", locks), BackendOptions.standard()))
          .hasMessageContaining("no-such-table")
          .hasMessageContaining("does not exist");
      assertThat(server.client().listTables().tableNames()).doesNotContain("no-such-table");
    }

    @Test
    void aMissingLockTableIsNamed() throws Exception {
      try (StateBackend opened =
          Backends.open(project(table, "no-such-locks"), BackendOptions.standard())) {
        assertCode(Code.NOT_FOUND, () -> opened.locks(Cancellation.never()));
      }
    }

    @Test
    void aTableOfOtherKeysIsSaidToBeOne() {
      assertCode(
          Code.DAMAGED, () -> Backends.open(project(locks, locks), BackendOptions.standard()));
    }

    private Project project(String receipts, String lockTable) {
      return TestProject.in(
          folder,
          new BackendSettings.Dynamodb(receipts, "us-east-1", Optional.of(lockTable)),
          TestProject.localRecords(folder),
          server.environment());
    }
  }

  private Project project(String typedFolder) {
    return TestProject.in(
        folder,
        typedFolder,
        new BackendSettings.Dynamodb(table, "us-east-1", Optional.of(locks)),
        TestProject.localRecords(folder),
        server.environment());
  }

  private Map<String, AttributeValue> item(String stage) {
    return server
        .client()
        .getItem(
            get -> get.tableName(table).key(Map.of("pk", text("."), "sk", text("STAGE#" + stage))))
        .item();
  }

  private void receiptItem(String workspace, String stage, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", text(workspace));
    item.put("sk", text("STAGE#" + stage));
    item.put("data", text(receipt(stage)));
    item.put("updatedAt", text("2026-03-01T10:00:00Z"));
    item.putAll(more);
    server.client().putItem(put -> put.tableName(table).item(item));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static void assertCode(
      Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(BackendException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
