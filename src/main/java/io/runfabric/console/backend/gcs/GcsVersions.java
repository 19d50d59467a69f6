package io.runfabric.console.backend.gcs;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobListOption;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.remote.Attempt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The generations a bucket keeps of one object. Nothing marks a deletion: where none of them is
/// the latest, the object was removed. Those that can only be restored (soft-deleted) are left out.
record GcsVersions(GcsBucket bucket) {

  /// Newest first; of a bucket without versioning the live one alone.
  List<DocumentVersion> of(String key) throws BackendException {
    Attempt attempt = bucket.attempt("list the versions of", key, "list");
    List<DocumentVersion> found = new ArrayList<>();
    new GcsPages(bucket, attempt, Cancellation.never())
        .forEach(
            List.of(
                BlobListOption.prefix(key),
                BlobListOption.versions(true),
                BlobListOption.fields(
                    BlobField.NAME,
                    BlobField.GENERATION,
                    BlobField.SIZE,
                    BlobField.TIME_CREATED,
                    BlobField.TIME_DELETED)),
            blob -> {
              // Other names may start with this one; they all come after it.
              boolean same = blob.getName().equals(key);
              if (same) {
                found.add(version(blob));
              }
              return same;
            });
    found.sort(Comparator.comparingLong((DocumentVersion v) -> Long.parseLong(v.id())).reversed());
    return List.copyOf(found);
  }

  private static DocumentVersion version(Blob blob) {
    return new DocumentVersion(
        Long.toString(blob.getGeneration()),
        blob.getCreateTimeOffsetDateTime().toInstant(),
        blob.getSize(),
        blob.getDeleteTimeOffsetDateTime() == null,
        /* deletion= */ false);
  }
}
