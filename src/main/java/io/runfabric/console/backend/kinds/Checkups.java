package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.azblob.AzblobCheckup;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.dynamodb.TableCheckup;
import io.runfabric.console.backend.gcs.GcsCheckup;
import io.runfabric.console.backend.local.FolderCheckup;
import io.runfabric.console.backend.postgres.PostgresCheckup;
import io.runfabric.console.backend.s3.S3Checkup;
import io.runfabric.console.backend.sqlite.SqliteCheckup;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.RecordStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The places in which a project keeps state, to be looked at. Making them asks nobody anything.
public final class Checkups {

  private final Project project;
  private final List<Checkup> all = new ArrayList<>();

  private Checkups(Project project) {
    this.project = project;
  }

  /// Receipts first, then where the stage is locked, then records.
  public static List<Checkup> of(Project project) {
    Checkups checkups = new Checkups(project);
    checkups.receipts();
    if (project.records().declared()) {
      checkups.records();
    }
    return List.copyOf(checkups.all);
  }

  private void receipts() {
    Path own = project.folder().resolve(".runfabric");
    boolean local = project.backend() instanceof BackendSettings.Local;
    switch (project.backend()) {
      case BackendSettings.Local() -> all.add(new FolderCheckup("receipts", project.folder(), own));
      case BackendSettings.Sqlite(Path file) -> all.add(new SqliteCheckup(file));
      case BackendSettings.S3(String bucket, String prefix, String region, var lockTable) -> {
        all.add(new S3Checkup(project, access(region), bucket, Bucket.root(prefix), "receipts"));
        lockTable(access(region), lockTable);
      }
      case BackendSettings.Dynamodb(String table, String region, var lockTable) -> {
        all.add(TableCheckup.receipts(project, access(region), table));
        // A table with the keys of receipts cannot hold the engine's locks too.
        lockTable(access(region), lockTable.filter(locks -> !locks.equals(table)));
      }
      case BackendSettings.Postgres(String variable, String table) -> {
        all.add(PostgresCheckup.receipts(project, variable, table));
        all.add(PostgresCheckup.locks(project, variable, table));
      }
      case BackendSettings.Gcs(String bucket, String prefix) ->
          all.add(new GcsCheckup(project, bucket, Bucket.root(prefix), "receipts"));
      case BackendSettings.Azblob(String container, String prefix) ->
          all.add(new AzblobCheckup(project, container, Bucket.root(prefix), "receipts"));
    }
    if (!local) {
      all.add(new FolderCheckup("journals and locks", project.folder(), own));
    }
  }

  private void records() {
    switch (project.records().store()) {
      case RecordStore.Local(Path folder) ->
          all.add(new FolderCheckup("records", project.folder(), folder));
      case RecordStore.S3(String bucket, String region, String prefix, boolean _) ->
          all.add(new S3Checkup(project, access(region), bucket, Bucket.root(prefix), "records"));
      case RecordStore.Postgres(String variable, String schema, String table, String _) ->
          all.add(PostgresCheckup.records(project, variable, schema, table));
      case RecordStore.Gcs(String bucket, String prefix) ->
          all.add(new GcsCheckup(project, bucket, Bucket.root(prefix), "records"));
      case RecordStore.Azblob(String container, String prefix) ->
          all.add(new AzblobCheckup(project, container, Bucket.root(prefix), "records"));
    }
  }

  private void lockTable(AwsAccess access, Optional<String> table) {
    table.ifPresent(name -> all.add(TableCheckup.locks(project, access, name)));
  }

  private AwsAccess access(String region) {
    return new Buckets(project).aws(region);
  }
}
