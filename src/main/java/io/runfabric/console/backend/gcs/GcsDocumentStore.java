package io.runfabric.console.backend.gcs;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage.BlobSourceOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.ReadsAtOnce;
import io.runfabric.console.backend.StampedStore;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.VersionedStore;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.model.Revision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Objects of a bucket; keys are object names, a revision is the generation in decimal.
///
/// An object that these credentials may not read while they may list it, one that is encrypted with
/// a key of its writer's and one larger than 64 MB are listed and cannot be read. A write or a
/// removal whose answer was lost on the way is tried again under the same condition, so it may be
/// told as a conflict though it went through, never the other way round.
public final class GcsDocumentStore implements VersionedStore, StampedStore {

  private final GcsBucket bucket;
  private final GcsObjects objects;
  private final String location;
  private final int readsAtOnce;

  GcsDocumentStore(GcsBucket bucket, String prefix, int readsAtOnce) {
    this.bucket = bucket;
    this.objects = GcsObjects.of(bucket);
    this.location = "gs://" + bucket.name() + "/" + prefix;
    this.readsAtOnce = readsAtOnce;
  }

  /// The documents of a bucket. Nothing is asked of it yet.
  ///
  /// @param prefix where the state lies in it; for [#location()] only
  public static GcsDocumentStore open(GcsAccess access, String bucket, String prefix)
      throws BackendException {
    int reads = ReadsAtOnce.of(access.environment());
    return new GcsDocumentStore(
        GcsBucket.open(access.options(), bucket, access.patience()), prefix, reads);
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public int readsAtOnce() {
    return readsAtOnce;
  }

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    new GcsListing(bucket, range).run(sink, cancellation);
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    return objects.read(key, OptionalLong.empty());
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    BlobInfo info =
        BlobInfo.newBuilder(bucket.name(), key).setContentType("application/json").build();
    BlobTargetOption condition =
        switch (precondition) {
          case Precondition.Absent() -> BlobTargetOption.doesNotExist();
          case Precondition.Matches(Revision expected) ->
              BlobTargetOption.generationMatch(generation(key, expected));
        };
    fence.check();
    try {
      Blob written = bucket.answer(() -> bucket.client().create(info, content, condition));
      return new Revision(Long.toString(written.getGeneration()));
    } catch (GcsFailure e) {
      boolean gone =
          precondition instanceof Precondition.Matches && e.status() == 404 && !bucketIsMissing(e);
      Attempt attempt = bucket.attempt("write", key, "create");
      throw gone ? BackendException.conflict(key, "is gone").causedBy(e) : e.told(attempt);
    }
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    BlobSourceOption condition = BlobSourceOption.generationMatch(generation(key, expected));
    fence.check();
    boolean found;
    try {
      found = bucket.answer(() -> bucket.client().delete(BlobId.of(bucket.name(), key), condition));
    } catch (GcsFailure e) {
      throw e.told(bucket.attempt("delete", key, "delete"));
    }
    if (!found) {
      throw BackendException.conflict(key, "is gone");
    }
  }

  @Override
  public List<DocumentVersion> versions(String key) throws BackendException {
    return new GcsVersions(bucket).of(key);
  }

  @Override
  public Optional<StoredDocument> version(String key, String id) throws BackendException {
    OptionalLong generation = generation(id);
    return generation.isEmpty() ? Optional.empty() : objects.read(key, generation);
  }

  @Override
  public void forget(String key, String id) throws BackendException {
    OptionalLong generation = generation(id);
    if (generation.isPresent()) {
      try {
        bucket.answer(
            () -> bucket.client().delete(BlobId.of(bucket.name(), key, generation.getAsLong())));
      } catch (GcsFailure e) {
        throw e.told(bucket.attempt("remove a version of", key, "delete"));
      }
    }
  }

  GcsBucket bucket() {
    return bucket;
  }

  @Override
  public void close() {
    try {
      bucket.client().close();
    } catch (Exception e) {
      throw new IllegalStateException("the client of " + location + " cannot be let go", e);
    }
  }

  /// Whether a 404 is about the bucket; the reason is the same as for an object.
  static boolean bucketIsMissing(GcsFailure answer) {
    return answer.says("bucket does not exist");
  }

  private static long generation(String key, Revision expected) throws BackendException {
    return generation(expected.value())
        .orElseThrow(() ->
            BackendException.conflict(key, "was never stored as revision " + expected.value()));
  }

  // 0 would mean that there is no such object.
  private static OptionalLong generation(String text) {
    try {
      long generation = Long.parseLong(text);
      return generation > 0 ? OptionalLong.of(generation) : OptionalLong.empty();
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
