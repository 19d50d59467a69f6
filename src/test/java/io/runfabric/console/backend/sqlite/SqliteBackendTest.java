package io.runfabric.console.backend.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StateBackendContract;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqliteBackendTest extends StateBackendContract {

  @Override
  protected Set<EntryKind> stampedEntries() {
    return Set.of(EntryKind.RECEIPT);
  }

  @Override
  protected Set<EntryKind> stampedLocks() {
    return Set.of();
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(project("."), options);
  }

  @Nested
  class Workspaces {

    @Test
    void theFoldersAbsolutePathIsFound() throws Exception {
      row(folder.toString(), "dev");
      row("/elsewhere", "prod");

      assertThat(stagesSeen("sub/typed")).containsExactly("dev");
    }

    @Test
    void thePathAsTypedIsFound() throws Exception {
      row("sub/typed", "dev");
      row("/elsewhere", "prod");

      assertThat(stagesSeen("sub/typed")).containsExactly("dev");
    }

    @Test
    void theDotIsFound() throws Exception {
      row(".", "dev");

      assertThat(stagesSeen("sub/typed")).containsExactly("dev");
    }

    @Test
    void severalThatMatchAreAnErrorThatNamesThem() throws Exception {
      row(".", "dev");
      row(folder.toString(), "prod");

      assertThatThrownBy(() -> stagesSeen("."))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.AMBIGUOUS_WORKSPACE);
                assertThat(e.choices()).containsExactly(folder.toString(), ".");
                assertThat(e.remedy()).contains("--workspace");
              });
    }

    @Test
    void theNamedOneIsUsed() throws Exception {
      row(".", "dev");
      row("/elsewhere", "prod");

      try (StateBackend named =
          Backends.open(
              project("."), BackendOptions.standard().withWorkspace(Optional.of("/elsewhere")))) {
        assertThat(stages(named)).containsExactly("prod");
        assertThat(named.workspaces())
            .containsExactly(
                new WorkspaceRows(".", 1, false), new WorkspaceRows("/elsewhere", 1, true));
      }
    }

    @Test
    void anIdWithBracketsAndPercentSignsIsKeptApart() throws Exception {
      row("a]/b%5D", "dev");

      try (StateBackend named =
          Backends.open(
              project("."), BackendOptions.standard().withWorkspace(Optional.of("a]/b%5D")))) {
        assertThat(stages(named)).containsExactly("dev");
      }
    }

    private List<String> stagesSeen(String typedFolder) throws BackendException {
      try (StateBackend opened = Backends.open(project(typedFolder), BackendOptions.standard())) {
        return stages(opened);
      }
    }
  }

  @Nested
  class FilesThatAreNoDatabase {

    @Test
    void aTextFileIsNamedAsSuch() throws Exception {
      Files.createDirectories(database().getParent());
      Files.writeString(database(), "this is no database, whatever its name says\n".repeat(50));

      assertFails("it is not a SQLite database", Code.DAMAGED);
    }

    @Test
    void aFolderIsNamedAsSuch() throws Exception {
      Files.createDirectories(database());

      assertFails("is a folder, not a SQLite database", Code.DAMAGED);
    }

    @Test
    void aTableOfAnotherShapeIsNamedAsSuch() throws Exception {
      sql("CREATE TABLE runfabric_receipts(id INTEGER)");

      assertFails("cannot read runfabric_receipts", Code.DAMAGED);
    }

    @Test
    void aDatabaseWithoutTheTableIsEmpty() throws Exception {
      sql("CREATE TABLE other(id INTEGER)");

      assertThat(entries()).isEmpty();
    }

    private void assertFails(String message, Code code) {
      assertThatThrownBy(
              () -> {
                try (StateBackend opened = Backends.open(project("."), BackendOptions.standard())) {
                  stages(opened);
                }
              })
          .isInstanceOfSatisfying(BackendException.class, e -> assertThat(e.code()).isEqualTo(code))
          .hasMessageContaining(message);
    }
  }

  @Test
  void readingADatabaseInWalModeLeavesNoFileBeside() throws Exception {
    row(".", "dev");
    sql("PRAGMA journal_mode=WAL");
    assertThat(Files.exists(Path.of(database() + "-wal"))).isFalse();

    assertThat(entries()).hasSize(1);

    assertThat(Files.exists(Path.of(database() + "-wal"))).isFalse();
    assertThat(Files.exists(Path.of(database() + "-shm"))).isFalse();
  }

  @Test
  void rowsStillInAWriteAheadLogAreRead() throws Exception {
    row(".", "dev");
    sql("PRAGMA journal_mode=WAL");
    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + database())) {
      insert(writer, ".", "prod");

      assertThat(stages(backend)).containsExactly("dev", "prod");
    }
  }

  @Test
  void whatAKilledWriterLeftHalfDoneIsUndoneByReading() throws Exception {
    row(".", "dev");
    Path killed = killedWhileWriting();

    try (StateBackend opened =
        Backends.open(
            TestProject.in(folder, new BackendSettings.Sqlite(killed)),
            BackendOptions.standard())) {
      assertThat(stages(opened)).containsExactly("dev");
    }
    assertThat(Path.of(killed + "-journal")).doesNotExist();
  }

  // A copy in the middle of a transaction that has begun to change the file is what a kill leaves.
  private Path killedWhileWriting() throws Exception {
    Path killed = folder.resolve("killed.db");
    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = writer.createStatement()) {
      statement.execute("PRAGMA cache_size = 1");
      writer.setAutoCommit(false);
      for (int i = 0; i < 100; i++) {
        insert(writer, ".", "half-" + i);
      }
      Files.copy(database(), killed);
      Files.copy(Path.of(database() + "-journal"), Path.of(killed + "-journal"));
    }
    assertThat(Files.mismatch(database(), killed)).isNotEqualTo(-1);
    return killed;
  }

  @Test
  void aRowWithoutDataIsUnreadable() throws Exception {
    sql(
        "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT, updated_at TEXT,"
            + " PRIMARY KEY(workspace_id, stage))");
    sql("INSERT INTO runfabric_receipts VALUES ('.', 'dev', NULL, NULL)");

    assertThat(onlyEntry().health().reason()).isEqualTo("the document is empty");
  }

  @Test
  void entriesTellTheirWorkspace() throws Exception {
    row(".", "dev");

    assertThat(onlyEntry().workspace()).contains(".");
  }

  @Test
  void aWriteAfterTheLockWasLostLeavesNotEvenATable() throws Exception {
    Lease lease =
        backend.lock(
            EntryKind.RECEIPT,
            new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15)),
            false);
    Files.delete(folder.resolve(".runfabric/locks/shop-dev.lock.json"));

    assertThatThrownBy(() ->
            backend.write(
                backend.locate(EntryAddress.receipt("dev")),
                bytes(receipt("dev")),
                Precondition.ABSENT,
                lease))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LEASE_LOST));

    try (Connection look = DriverManager.getConnection("jdbc:sqlite:" + database());
        var tables = look.getMetaData().getTables(null, null, "runfabric%", null)) {
      assertThat(tables.next()).isFalse();
    }
    assertThat(database()).isEmptyFile();
    assertThat(Path.of(database() + "-journal")).doesNotExist();
  }

  private Project project(String typedFolder) {
    return TestProject.in(folder, typedFolder, new BackendSettings.Sqlite(database()));
  }

  private Path database() {
    return folder.resolve(".runfabric/state.db");
  }

  private static List<String> stages(StateBackend opened) throws BackendException {
    List<Entry> entries = new ArrayList<>();
    opened.entries(entries::add, io.runfabric.console.backend.Cancellation.never());
    return entries.stream().map(Entry::stage).toList();
  }

  private void row(String workspace, String stage) throws Exception {
    sql(
        "CREATE TABLE IF NOT EXISTS runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT,"
            + " updated_at TEXT, PRIMARY KEY(workspace_id, stage))");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database())) {
      insert(connection, workspace, stage);
    }
  }

  private static void insert(Connection connection, String workspace, String stage)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO runfabric_receipts VALUES (?, ?, ?, ?)")) {
      insert.setString(1, workspace);
      insert.setString(2, stage);
      insert.setString(3, receipt(stage));
      insert.setString(4, "2026-03-01T10:00:00Z");
      insert.executeUpdate();
    }
  }

  private void sql(String statement) throws Exception {
    Files.createDirectories(database().getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement execute = connection.createStatement()) {
      execute.execute(statement);
    }
  }
}
