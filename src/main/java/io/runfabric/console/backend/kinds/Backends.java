package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.azblob.AzblobAccess;
import io.runfabric.console.backend.azblob.AzblobDocumentStore;
import io.runfabric.console.backend.document.ComposedBackend;
import io.runfabric.console.backend.document.ComposedBackend.Parts;
import io.runfabric.console.backend.document.ComposedBackend.Workspaces;
import io.runfabric.console.backend.document.EntryCollection;
import io.runfabric.console.backend.document.FileLocks;
import io.runfabric.console.backend.document.JournalCollection;
import io.runfabric.console.backend.document.LocalReceiptLayout;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.backend.document.RecordLayout;
import io.runfabric.console.backend.document.RecordLocks;
import io.runfabric.console.backend.dynamodb.LockItems;
import io.runfabric.console.backend.dynamodb.LockTable;
import io.runfabric.console.backend.dynamodb.ReceiptItems;
import io.runfabric.console.backend.dynamodb.ReceiptShare;
import io.runfabric.console.backend.gcs.GcsAccess;
import io.runfabric.console.backend.gcs.GcsDocumentStore;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.backend.lock.ProvenLock;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.backend.postgres.ConsoleLocks;
import io.runfabric.console.backend.postgres.KeyValueRows;
import io.runfabric.console.backend.postgres.PostgresDatabase;
import io.runfabric.console.backend.postgres.PostgresDialect;
import io.runfabric.console.backend.s3.S3DocumentStore;
import io.runfabric.console.backend.sql.ReceiptTables;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.backend.sql.SqlDialect;
import io.runfabric.console.backend.sql.StageRows;
import io.runfabric.console.backend.sqlite.SqliteDialect;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.LockFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the backend a project's configuration describes.
public final class Backends {

  private static final String LOCAL = "local";
  private static final String RECORDS = "records";
  private static final String LOCK_TABLE = "lock-table";

  private final Project project;
  private final BackendOptions options;
  private final Map<String, DocumentStore> stores = new LinkedHashMap<>();
  private final List<EntryCollection> entries = new ArrayList<>();
  private final List<JournalCollection> journals = new ArrayList<>();
  private final List<LockCollection> locks = new ArrayList<>();
  private final List<StageLock> receiptLocks = new ArrayList<>();
  private final List<StageLock> recordLocks = new ArrayList<>();
  private final LockTerms terms;
  private final List<Path> watched = new ArrayList<>();
  private final LocalDocumentStore projectFolder;
  private Workspaces workspaces = List::of;

  private Backends(Project project, BackendOptions options) {
    this.project = project;
    this.options = options;
    this.projectFolder = new LocalDocumentStore(project.folder());
    this.terms =
        new LockTerms(
            () ->
                new LockFormat(
                    options.clock().instant(),
                    project.records().lock().staleAfter(),
                    options.processAlive()),
            options.clock(),
            project.records().lock());
    stores.put(LOCAL, projectFolder);
  }

  /// Opens the project's backend. Nothing is created.
  ///
  /// @throws BackendException when several workspaces match
  public static StateBackend open(Project project, BackendOptions options) throws BackendException {
    Backends parts = new Backends(project, options);
    try {
      return parts.compose();
    } catch (BackendException e) {
      parts.stores.values().forEach(DocumentStore::close);
      throw e;
    }
  }

  private StateBackend compose() throws BackendException {
    Path own = project.folder().resolve(".runfabric");
    watched.addAll(List.of(own, own.resolve("journals"), own.resolve("locks")));
    String location = receipts(project.backend());
    journals.add(new JournalCollection(LOCAL, projectFolder, ".runfabric/journals/"));
    FileLocks files = new FileLocks(LOCAL, projectFolder, ".runfabric/locks/", true);
    locks.add(files);
    // The nearest first: it is the one that most often is taken.
    receiptLocks.addFirst(files.lock(terms));
    records(project.records().store());
    return new ComposedBackend(
        new Parts(
            project.backend().kind(),
            location,
            Map.copyOf(stores),
            List.copyOf(entries),
            List.copyOf(journals),
            List.copyOf(locks),
            Map.of(
                EntryKind.RECEIPT, List.copyOf(receiptLocks),
                EntryKind.RECORD, List.copyOf(recordLocks)),
            workspaces,
            terms.format(),
            List.copyOf(watched)));
  }

  private String receipts(BackendSettings settings) throws BackendException {
    return switch (settings) {
      case BackendSettings.Local() -> {
        entries.add(new EntryCollection(LOCAL, projectFolder, new LocalReceiptLayout()));
        yield project.folder().resolve(".runfabric").toString();
      }
      case BackendSettings.Sqlite(Path file) -> {
        receiptRows(new SqliteDialect(file));
        watched.add(file);
        yield file.toString();
      }
      case BackendSettings.Postgres(String variable, String table) -> {
        PostgresDatabase database = new PostgresDatabase(project.environment(), variable);
        PostgresDialect receipts = PostgresDialect.receipts(database, table);
        PostgresDialect own = PostgresDialect.locks(database, table);
        consoleLocks(own, receiptRows(receipts).workspace());
        yield receipts.location();
      }
      case BackendSettings.S3(String name, String prefix, String region, var lockTable) -> {
        AwsAccess access = new AwsAccess(project.environment(), region);
        S3DocumentStore store = S3DocumentStore.open(access, name, prefix);
        bucket("s3", store, prefix);
        lockTable(access, lockTable);
        yield store.location();
      }
      case BackendSettings.Dynamodb(String table, String region, var lockTable) -> {
        AwsAccess access = new AwsAccess(project.environment(), region);
        ReceiptItems items = ReceiptItems.open(access, table);
        stores.put("dynamodb", items);
        ReceiptShare share = ReceiptShare.open(items, "dynamodb", project, options.workspace());
        entries.add(share.receipts());
        workspaces = share::workspaces;
        // A table with the keys of receipts cannot hold the engine's locks too.
        Optional<String> engines = lockTable.filter(locks -> !locks.equals(table));
        lockTable(access, engines);
        if (engines.isEmpty()) {
          lockItems(LockItems.besideReceipts(access, table, share.workspace()));
        }
        yield share.items().location();
      }
      case BackendSettings.Gcs(String name, String prefix) -> {
        GcsDocumentStore store = gcs(name, prefix);
        bucket("gcs", store, prefix);
        yield store.location();
      }
      case BackendSettings.Azblob(String container, String prefix) -> {
        AzblobDocumentStore store = azblob(container, prefix);
        bucket("azblob", store, prefix);
        yield store.location();
      }
    };
  }

  private void records(RecordStore store) throws BackendException {
    switch (store) {
      case RecordStore.Local(Path folder) -> localRecords(folder);
      case RecordStore.Postgres(String variable, String schema, String table, String prefix) -> {
        PostgresDatabase database = new PostgresDatabase(project.environment(), variable);
        PostgresDialect rows = PostgresDialect.records(RECORDS, database, schema, table);
        Bucket share = records(new RowStore(rows, new KeyValueRows()), prefix);
        recordLock(share.recordLocks().lock("postgres", terms));
      }
      case RecordStore.S3(String name, String region, String prefix, boolean _) -> {
        AwsAccess access = new AwsAccess(project.environment(), region);
        bucketRecords("s3", S3DocumentStore.open(access, name, prefix), prefix);
      }
      case RecordStore.Gcs(String name, String prefix) ->
          bucketRecords("gcs", gcs(name, prefix), prefix);
      case RecordStore.Azblob(String container, String prefix) ->
          bucketRecords("azblob", azblob(container, prefix), prefix);
    }
  }

  private ReceiptTables receiptRows(SqlDialect dialect) throws BackendException {
    ReceiptTables share = ReceiptTables.open(dialect, project, options.workspace());
    stores.put(share.source(), share.table());
    entries.add(share.receipts());
    workspaces = share::workspaces;
    return share;
  }

  private void consoleLocks(SqlDialect dialect, String workspace) {
    RowStore store = new RowStore(dialect, new StageRows(dialect.table()));
    stores.put(dialect.source(), store);
    ConsoleLocks own = new ConsoleLocks(dialect.source(), store, dialect.table(), workspace);
    locks.add(own);
    receiptLocks.add(own.lock(terms));
  }

  private GcsDocumentStore gcs(String bucket, String prefix) throws BackendException {
    GcsAccess access = new GcsAccess(project.environment(), project.folder());
    return GcsDocumentStore.open(access, bucket, prefix);
  }

  private void bucket(String source, DocumentStore store, String prefix) {
    Bucket bucket = new Bucket(source, store, prefix);
    stores.put(source, store);
    entries.add(bucket.receipts());
    journals.add(bucket.journals());
    locks.add(bucket.locks());
    receiptLocks.add(new ProvenLock(bucket.locks().lock(terms), bucket.proof()));
  }

  private void bucketRecords(String backend, DocumentStore store, String prefix) {
    Bucket bucket = records(store, prefix);
    recordLock(new ProvenLock(bucket.recordLocks().lock(backend, terms), bucket.proof()));
  }

  private Bucket records(DocumentStore store, String prefix) {
    Bucket bucket = new Bucket(RECORDS, store, prefix);
    stores.put(RECORDS, store);
    entries.add(bucket.records());
    locks.add(bucket.recordLocks());
    return bucket;
  }

  private AzblobDocumentStore azblob(String container, String prefix) throws BackendException {
    return AzblobDocumentStore.open(new AzblobAccess(project.environment()), container, prefix);
  }

  private void lockTable(AwsAccess access, Optional<String> table) throws BackendException {
    if (table.isPresent()) {
      lockItems(LockItems.open(access, table.get()));
    }
  }

  private void lockItems(LockItems items) {
    stores.put(LOCK_TABLE, items);
    LockTable lockTable = new LockTable(LOCK_TABLE, items);
    locks.add(lockTable);
    receiptLocks.add(lockTable.lock(terms));
  }

  // A project that switches engine 1's locks off may keep state where none can be had.
  private void recordLock(StageLock lock) {
    boolean lockfiles =
        !(project.records().store() instanceof RecordStore.S3 s3) || s3.useLockfile();
    if (project.records().lock().enabled() && lockfiles) {
      recordLocks.add(lock);
    }
  }

  // Below the project folder, keys are shown as paths from there.
  private void localRecords(Path folder) {
    boolean inside = folder.startsWith(project.folder()) && !folder.equals(project.folder());
    LocalDocumentStore store = inside ? projectFolder : new LocalDocumentStore(folder);
    String prefix =
        inside ? project.folder().relativize(folder).toString().replace('\\', '/') + "/" : "";
    RecordLayout layout = new RecordLayout(prefix);
    stores.put(RECORDS, store);
    entries.add(new EntryCollection(RECORDS, store, layout));
    RecordLocks beside = new RecordLocks(RECORDS, store, layout, true);
    locks.add(beside);
    recordLock(beside.lock(LOCAL, terms));
    watched.add(folder);
  }
}
