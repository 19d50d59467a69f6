package io.runfabric.console.backend.s3;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.ReadsAtOnce;
import io.runfabric.console.backend.StampedStore;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.VersionedStore;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.AwsFailure;
import io.runfabric.console.model.Revision;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Objects of a bucket; keys are object keys, a revision is the ETag.
///
/// An object that these credentials may not read while they may list it, one in an archive and one
/// larger than 64 MB are listed and cannot be read. A write whose answer was lost on the way may be
/// told as a conflict though it went through, never the other way round.
public final class S3DocumentStore implements VersionedStore, StampedStore {

  private static final int HEADS = 3;

  private final S3Bucket bucket;
  private final S3Objects objects;
  private final String location;
  private final int readsAtOnce;

  private S3DocumentStore(S3Bucket bucket, String location, int readsAtOnce) {
    this.bucket = bucket;
    this.objects = new S3Objects(bucket);
    this.location = location;
    this.readsAtOnce = readsAtOnce;
  }

  /// The documents of a bucket. Nothing is asked of it yet.
  ///
  /// @param prefix where the state lies in it; for [#location()] only
  public static S3DocumentStore open(AwsAccess access, String bucket, String prefix)
      throws BackendException {
    int reads = ReadsAtOnce.of(access.environment());
    return new S3DocumentStore(
        S3Bucket.open(access, bucket), "s3://" + bucket + "/" + prefix, reads);
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
    new S3Listing(bucket, range).run(sink, cancellation);
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    return objects.read(key, request -> {});
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(bucket.name()).key(key).contentType("application/json");
    switch (precondition) {
      case Precondition.Absent() -> request.ifNoneMatch("*");
      case Precondition.Matches(Revision expected) -> request.ifMatch(expected.value());
    }
    fence.check();
    try {
      String eTag =
          bucket.client().putObject(request.build(), RequestBody.fromBytes(content)).eTag();
      return new Revision(eTag == null ? eTag(key) : eTag);
    } catch (S3Exception e) {
      throw conflict(key, e).orElseGet(() -> failure("write", key, "PutObject", e));
    } catch (SdkException e) {
      throw failure("write", key, "PutObject", e);
    }
  }

  /// Asks for the object's ETag immediately before, so that a store that does not know conditions
  /// on deleting keeps to them all but for that instant.
  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    try {
      String stored = eTag(key);
      if (!stored.equals(expected.value())) {
        throw BackendException.conflict(key, "was changed meanwhile");
      }
      fence.check();
      remove(key, expected);
    } catch (S3Exception e) {
      throw conflict(key, e).orElseGet(() -> failure("delete", key, "DeleteObject", e));
    } catch (SdkException e) {
      throw failure("delete", key, "DeleteObject", e);
    }
  }

  /// Many stores that speak S3 know conditions on writing, and not on removing.
  @Override
  public boolean replacesBetterThanItRemoves() {
    return true;
  }

  // An answer may break off within its head, before the ETag.
  private String eTag(String key) {
    for (int attempt = 1; attempt <= HEADS; attempt++) {
      String eTag = bucket.client().headObject(head -> head.bucket(bucket.name()).key(key)).eTag();
      if (eTag != null) {
        return eTag;
      }
    }
    throw SdkClientException.create("the store answered without an ETag");
  }

  private void remove(String key, Revision expected) {
    try {
      bucket
          .client()
          .deleteObject(delete -> delete.bucket(bucket.name()).key(key).ifMatch(expected.value()));
    } catch (S3Exception e) {
      if (e.statusCode() != S3Objects.NOT_IMPLEMENTED) {
        throw e;
      }
      bucket.client().deleteObject(delete -> delete.bucket(bucket.name()).key(key));
    }
  }

  @Override
  public List<DocumentVersion> versions(String key) throws BackendException {
    return new S3Versions(bucket).of(key);
  }

  @Override
  public Optional<StoredDocument> version(String key, String id) throws BackendException {
    return objects.read(key, (GetObjectRequest.Builder request) -> request.versionId(id));
  }

  @Override
  public void forget(String key, String id) throws BackendException {
    try {
      bucket.client().deleteObject(delete -> delete.bucket(bucket.name()).key(key).versionId(id));
    } catch (SdkException e) {
      throw failure("remove a version of", key, "DeleteObjectVersion", e);
    }
  }

  @Override
  public void close() {
    bucket.client().close();
  }

  S3Bucket bucket() {
    return bucket;
  }

  private BackendException failure(String doing, String key, String permission, SdkException e) {
    return AwsFailure.of(bucket.attempt(doing, key, permission), e);
  }

  // 412: the condition does not hold; 409: another write is under way; 404: the object is gone.
  private static Optional<BackendException> conflict(String key, S3Exception e) {
    String code = AwsFailure.code(e);
    return switch (e.statusCode()) {
      case 412, 409 ->
          Optional.of(BackendException.conflict(key, "was changed meanwhile").causedBy(e));
      case 404 ->
          code.isEmpty() || code.equals("NoSuchKey")
              ? Optional.of(BackendException.conflict(key, "is gone").causedBy(e))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
