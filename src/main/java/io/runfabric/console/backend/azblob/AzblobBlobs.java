package io.runfabric.console.backend.azblob;

import com.azure.core.util.FluxUtil;
import com.azure.storage.blob.models.BlobDownloadAsyncResponse;
import com.azure.storage.blob.models.BlobDownloadHeaders;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.DownloadRetryOptions;
import com.azure.storage.blob.options.BlobDownloadStreamOptions;
import com.azure.storage.blob.specialized.BlobAsyncClientBase;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Reads whole blobs.
record AzblobBlobs(AzblobContainer container) {

  private static final long LARGEST = 64L << 20;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Body(BlobDownloadHeaders head, byte[] content) {}

  /// The body of an answer did not come whole.
  private static final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(Throwable cause) {
      super(cause);
    }
  }

  Optional<StoredDocument> read(String key, BlobAsyncClientBase blob) throws BackendException {
    try {
      Body body = container.answer(Cancellation.never(), () -> body(blob)).orElseThrow();
      long size = body.head().getContentLength();
      if (size > LARGEST) {
        throw unreadable(
            "larger than 64 MB (" + (size >> 20) + " MB)", "look at it in the container");
      }
      return AzblobListing.isFolder(body.head().getMetadata())
          ? Optional.empty()
          : Optional.of(
              new StoredDocument(key, body.content(), new Revision(body.head().getETag())));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BlobStorageException refused) {
        return refused(key, refused);
      }
      throw failure(key, e.getCause() == null ? e : e.getCause());
    }
  }

  /// An answer that breaks off is asked for anew and not where it broke off, so that content and
  /// ETag are of one answer.
  private Mono<Body> body(BlobAsyncClientBase blob) {
    BlobDownloadStreamOptions once =
        new BlobDownloadStreamOptions()
            .setDownloadRetryOptions(new DownloadRetryOptions().setMaxRetryRequests(0));
    return Mono.defer(() -> blob.downloadStreamWithResponse(once))
        .flatMap(AzblobBlobs::body)
        .retryWhen(
            Retry.max(container.patience().attempts() - 1)
                .filter(BrokenOffException.class::isInstance)
                .onRetryExhaustedThrow((_, last) -> last.failure()));
  }

  private static Mono<Body> body(BlobDownloadAsyncResponse answer) {
    BlobDownloadHeaders head = answer.getDeserializedHeaders();
    if (head.getContentLength() > LARGEST) {
      return Mono.fromCallable(() -> {
        answer.close();
        return new Body(head, new byte[0]);
      });
    }
    return FluxUtil.collectBytesInByteBufferStream(answer.getValue())
        .onErrorMap(
            failed -> failed instanceof IOException || failed instanceof TimeoutException,
            BrokenOffException::new)
        .map(content -> new Body(head, content));
  }

  private Optional<StoredDocument> refused(String key, BlobStorageException e)
      throws BackendException {
    return switch (AzblobRefusal.code(e)) {
      case "BlobNotFound" -> Optional.empty();
      case "BlobArchived" ->
          throw unreadable(
                  "in the archive tier",
                  "bring it back: az storage blob set-tier --tier Hot --container-name "
                      + container.name()
                      + " --name "
                      + key)
              .causedBy(e);
      case "BlobBeingRehydrated" ->
          throw unreadable(
                  "on its way back from the archive tier", "try again when it is back, in hours")
              .causedBy(e);
      case "BlobUsesCustomerSpecifiedEncryption" ->
          throw unreadable(
                  "encrypted with a key that its writer keeps",
                  "store it anew without a key of its own")
              .causedBy(e);
      case "AuthorizationPermissionMismatch" ->
          throw unreadable(
                  "reading this blob is not permitted to these credentials", Need.READ.remedy())
              .causedBy(e);
      default -> throw failure(key, e);
    };
  }

  private BackendException failure(String key, Throwable e) {
    return AzblobFailure.of(container.attempt("read", key, Need.READ), e);
  }

  private static BackendException unreadable(String reason, String remedy) {
    return new BackendException(Code.UNREADABLE_DOCUMENT, reason, remedy);
  }
}
