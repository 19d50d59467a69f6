package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.document.EntryCollection;
import io.runfabric.console.backend.document.RecordLayout;
import io.runfabric.console.backend.document.RecordLocks;
import io.runfabric.console.backend.local.LocalDocumentStore;
import io.runfabric.console.backend.lock.ProvenLock;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.backend.postgres.KeyValueRows;
import io.runfabric.console.backend.postgres.PostgresDatabase;
import io.runfabric.console.backend.postgres.PostgresDialect;
import io.runfabric.console.backend.s3.S3DocumentStore;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.RecordStore;
import java.nio.file.Path;

/// Where engine 1 keeps state records and their locks, kind by kind.
record RecordPlaces(Project project, Gathered to) {

  /// Adds what the project's `state:` block leads to.
  void open() throws BackendException {
    switch (project.records().store()) {
      case RecordStore.Local(Path folder) -> localRecords(folder);
      case RecordStore.Postgres(String variable, String schema, String table, String prefix) -> {
        PostgresDatabase database = new PostgresDatabase(project.environment(), variable);
        PostgresDialect rows = PostgresDialect.records(Gathered.RECORDS, database, schema, table);
        Bucket share = records(new RowStore(rows, new KeyValueRows()), prefix);
        recordLock(share.recordLocks().lock("postgres", to.terms));
      }
      case RecordStore.S3(String name, String region, String prefix, boolean _) -> {
        AwsAccess access = new Buckets(project).aws(region);
        bucketRecords("s3", S3DocumentStore.open(access, name, prefix), prefix);
      }
      case RecordStore.Gcs(String name, String prefix) ->
          bucketRecords("gcs", new Buckets(project).gcs(name, prefix), prefix);
      case RecordStore.Azblob(String container, String prefix) ->
          bucketRecords("azblob", new Buckets(project).azblob(container, prefix), prefix);
    }
  }

  private void bucketRecords(String backend, DocumentStore store, String prefix) {
    Bucket bucket = records(store, prefix);
    recordLock(new ProvenLock(bucket.recordLocks().lock(backend, to.terms), bucket.proof()));
  }

  private Bucket records(DocumentStore store, String prefix) {
    Bucket bucket = new Bucket(Gathered.RECORDS, store, prefix);
    to.stores.put(Gathered.RECORDS, store);
    to.entries.add(bucket.records());
    to.locks.add(bucket.recordLocks());
    return bucket;
  }

  // A project that switches engine 1's locks off may keep state where none can be had.
  private void recordLock(StageLock lock) {
    boolean lockfiles =
        !(project.records().store() instanceof RecordStore.S3 s3) || s3.useLockfile();
    if (project.records().lock().enabled() && lockfiles) {
      to.recordLocks.add(lock);
    }
  }

  // Below the project folder, keys are shown as paths from there.
  private void localRecords(Path folder) {
    boolean inside = folder.startsWith(project.folder()) && !folder.equals(project.folder());
    LocalDocumentStore store = inside ? to.projectFolder : new LocalDocumentStore(folder);
    String prefix =
        inside ? project.folder().relativize(folder).toString().replace('\\', '/') + "/" : "";
    RecordLayout layout = new RecordLayout(prefix);
    to.stores.put(Gathered.RECORDS, store);
    to.entries.add(new EntryCollection(Gathered.RECORDS, store, layout));
    RecordLocks beside = new RecordLocks(Gathered.RECORDS, store, layout, true);
    to.locks.add(beside);
    recordLock(beside.lock(Gathered.LOCAL, to.terms));
    to.watched.add(folder);
  }
}
