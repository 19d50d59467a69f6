package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.azblob.AzblobDocumentStore;
import io.runfabric.console.backend.document.EntryCollection;
import io.runfabric.console.backend.document.LocalReceiptLayout;
import io.runfabric.console.backend.dynamodb.LockItems;
import io.runfabric.console.backend.dynamodb.LockTable;
import io.runfabric.console.backend.dynamodb.ReceiptItems;
import io.runfabric.console.backend.dynamodb.ReceiptShare;
import io.runfabric.console.backend.gcs.GcsDocumentStore;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.backend.lock.ProvenLock;
import io.runfabric.console.backend.postgres.ConsoleLocks;
import io.runfabric.console.backend.postgres.PostgresDatabase;
import io.runfabric.console.backend.postgres.PostgresDialect;
import io.runfabric.console.backend.s3.S3DocumentStore;
import io.runfabric.console.backend.sql.ReceiptTables;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.backend.sql.SqlDialect;
import io.runfabric.console.backend.sql.StageRows;
import io.runfabric.console.backend.sqlite.SqliteDialect;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Links;
import io.runfabric.console.config.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where engine 2 keeps receipts, and where their stages are locked, kind by kind.
record ReceiptPlaces(Project project, Optional<String> workspace, Gathered to) {

  private static final String LOCK_TABLE = "lock-table";

  /// Adds what the project's kind keeps, and tells where receipts are.
  String open() throws BackendException {
    return switch (project.backend()) {
      case BackendSettings.Local() -> {
        to.entries.add(
            new EntryCollection(Gathered.LOCAL, to.projectFolder, new LocalReceiptLayout()));
        yield project.folder().resolve(".runfabric").toString();
      }
      case BackendSettings.Sqlite(Path file) -> {
        requireInside(file);
        receiptRows(new SqliteDialect(file));
        to.watched.add(file);
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
        AwsAccess access = new Buckets(project).aws(region);
        S3DocumentStore store = S3DocumentStore.open(access, name, prefix);
        bucket("s3", store, prefix);
        lockTable(access, lockTable);
        yield store.location();
      }
      case BackendSettings.Dynamodb(String table, String region, var lockTable) -> {
        AwsAccess access = new Buckets(project).aws(region);
        ReceiptItems items = ReceiptItems.open(access, table);
        to.stores.put("dynamodb", items);
        ReceiptShare share = ReceiptShare.open(items, "dynamodb", project, workspace);
        to.entries.add(share.receipts());
        to.workspaces = share::workspaces;
        // A table with the keys of receipts cannot hold the engine's locks too.
        Optional<String> engines = lockTable.filter(locks -> !locks.equals(table));
        lockTable(access, engines);
        if (engines.isEmpty()) {
          lockItems(LockItems.besideReceipts(access, table, share.workspace()));
        }
        yield share.items().location();
      }
      case BackendSettings.Gcs(String name, String prefix) -> {
        GcsDocumentStore store = new Buckets(project).gcs(name, prefix);
        bucket("gcs", store, prefix);
        yield store.location();
      }
      case BackendSettings.Azblob(String container, String prefix) -> {
        AzblobDocumentStore store = new Buckets(project).azblob(container, prefix);
        bucket("azblob", store, prefix);
        yield store.location();
      }
    };
  }

  private void requireInside(Path file) throws BackendException {
    try {
      Links.requireInside(project.folder(), file);
    } catch (IOException e) {
      throw DiskFailure.of(e).when("cannot use " + file).causedBy(e);
    }
  }

  private ReceiptTables receiptRows(SqlDialect dialect) throws BackendException {
    ReceiptTables share = ReceiptTables.open(dialect, project, workspace);
    to.stores.put(share.source(), share.table());
    to.entries.add(share.receipts());
    to.workspaces = share::workspaces;
    return share;
  }

  private void consoleLocks(SqlDialect dialect, String workspace) {
    RowStore store = new RowStore(dialect, new StageRows(dialect.table()));
    to.stores.put(dialect.source(), store);
    ConsoleLocks own = new ConsoleLocks(dialect.source(), store, dialect.table(), workspace);
    to.locks.add(own);
    to.receiptLocks.add(own.lock(to.terms));
  }

  private void bucket(String source, DocumentStore store, String prefix) {
    Bucket bucket = new Bucket(source, store, prefix);
    to.stores.put(source, store);
    to.entries.add(bucket.receipts());
    to.journals.add(bucket.journals());
    to.locks.add(bucket.locks());
    to.receiptLocks.add(new ProvenLock(bucket.locks().lock(to.terms), bucket.proof()));
  }

  private void lockTable(AwsAccess access, Optional<String> table) throws BackendException {
    if (table.isPresent()) {
      lockItems(LockItems.open(access, table.get()));
    }
  }

  private void lockItems(LockItems items) {
    to.stores.put(LOCK_TABLE, items);
    LockTable lockTable = new LockTable(LOCK_TABLE, items);
    to.locks.add(lockTable);
    to.receiptLocks.add(lockTable.lock(to.terms));
  }
}
