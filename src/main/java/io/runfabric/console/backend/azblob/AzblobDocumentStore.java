package io.runfabric.console.backend.azblob;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.ReadsAtOnce;
import io.runfabric.console.backend.StampedStore;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.VersionedStore;
import io.runfabric.console.model.Revision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/// Blobs of a container; keys are blob names, a revision is the ETag.
///
/// A blob that these credentials may not read while they may list it, one in the archive tier and
/// one larger than 64 MB are listed and cannot be read. A write whose answer was lost on the way
/// may be told as a conflict though it went through, never the other way round.
public final class AzblobDocumentStore implements VersionedStore, StampedStore {

  private final AzblobContainer container;
  private final AzblobBlobs blobs;
  private final String location;
  private final int readsAtOnce;

  private AzblobDocumentStore(AzblobContainer container, String location, int readsAtOnce) {
    this.container = container;
    this.blobs = new AzblobBlobs(container);
    this.location = location;
    this.readsAtOnce = readsAtOnce;
  }

  /// The documents of a container. Nothing is asked of it yet.
  ///
  /// @param prefix where the state lies in it; for [#location()] only
  public static AzblobDocumentStore open(AzblobAccess access, String container, String prefix)
      throws BackendException {
    int reads = ReadsAtOnce.of(access.environment());
    AzblobContainer opened = access.container(container);
    return new AzblobDocumentStore(opened, opened.url(prefix), reads);
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
    new AzblobListing(container, range).run(sink, cancellation);
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    return blobs.read(key, container.blob(key));
  }

  /// Writes the blob with one request, not in staged blocks: what does not arrive whole is nothing.
  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    BlobRequestConditions conditions =
        switch (precondition) {
          case Precondition.Absent() -> new BlobRequestConditions().setIfNoneMatch("*");
          case Precondition.Matches(Revision expected) -> at(expected);
        };
    BlockBlobSimpleUploadOptions upload =
        new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(content))
            .setHeaders(new BlobHttpHeaders().setContentType("application/json"))
            .setRequestConditions(conditions);
    fence.check();
    return change(
            "write",
            key,
            Need.WRITE,
            precondition,
            () -> container.blob(key).getBlockBlobAsyncClient().uploadWithResponse(upload))
        .map(answer -> new Revision(answer.getValue().getETag()))
        .orElseThrow();
  }

  /// Removes the blob and with it the snapshots somebody took of it: none can outlive its blob, and
  /// Azure refuses to remove one that has some unless told so. Its versions stay.
  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    fence.check();
    change(
        "delete",
        key,
        Need.DELETE,
        new Precondition.Matches(expected),
        () ->
            container
                .blob(key)
                .deleteWithResponse(DeleteSnapshotsOptionType.INCLUDE, at(expected)));
  }

  @Override
  public List<DocumentVersion> versions(String key) throws BackendException {
    return new AzblobVersions(container).of(key);
  }

  @Override
  public Optional<StoredDocument> version(String key, String id) throws BackendException {
    return id.equals(AzblobVersions.UNVERSIONED)
        ? get(key)
        : blobs.read(key, container.blob(key).getVersionClient(id));
  }

  @Override
  public void forget(String key, String id) throws BackendException {
    if (!id.equals(AzblobVersions.UNVERSIONED)) {
      container.answer(
          container.attempt("remove a version of", key, Need.DELETE),
          Cancellation.never(),
          () -> container.blob(key).getVersionClient(id).delete().thenReturn(id));
    }
  }

  AzblobContainer container() {
    return container;
  }

  /// There is nothing to let go: the HTTP client lets idle connections go by itself.
  @Override
  public void close() {
    container.close();
  }

  private <T> Optional<T> change(
      String doing, String key, Need need, Precondition precondition, Supplier<Mono<T>> call)
      throws BackendException {
    try {
      return container.answer(Cancellation.never(), call);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BlobStorageException refused) {
        Optional<BackendException> known = conflict(key, refused, precondition);
        if (known.isPresent()) {
          throw known.get().causedBy(refused);
        }
      }
      throw AzblobFailure.of(
          container.attempt(doing, key, need), e.getCause() == null ? e : e.getCause());
    }
  }

  private static BlobRequestConditions at(Revision revision) {
    return new BlobRequestConditions().setIfMatch(revision.value());
  }

  // By code: the same statuses say that a lease or a policy protects the blob.
  private static Optional<BackendException> conflict(
      String key, BlobStorageException refused, Precondition precondition) {
    return switch (AzblobRefusal.code(refused)) {
      case "BlobAlreadyExists", "ConditionNotMet", "TargetConditionNotMet" ->
          Optional.of(BackendException.conflict(key, "was changed meanwhile"));
      case "BlobNotFound" -> Optional.of(BackendException.conflict(key, "is gone"));
      // A SAS that may create and not write answers so where there is a blob.
      case "UnauthorizedBlobOverwrite" ->
          precondition instanceof Precondition.Absent
              ? Optional.of(BackendException.conflict(key, "was changed meanwhile"))
              : Optional.empty();
      case "" ->
          refused.getStatusCode() == 412
              ? Optional.of(BackendException.conflict(key, "was changed meanwhile"))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
