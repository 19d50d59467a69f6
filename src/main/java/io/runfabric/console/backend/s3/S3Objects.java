package io.runfabric.console.backend.s3;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.aws.AwsFailure;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Reads whole objects.
record S3Objects(S3Bucket bucket) {

  static final int NOT_IMPLEMENTED = 501;
  private static final long LARGEST = 64L << 20;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Body(GetObjectResponse head, byte[] content) {}

  Optional<StoredDocument> read(String key, Consumer<GetObjectRequest.Builder> version)
      throws BackendException {
    GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket.name()).key(key);
    version.accept(request);
    try {
      Body body = bucket.client().getObject(request.build(), S3Objects::body);
      long size = body.head().contentLength();
      if (size > LARGEST) {
        throw unreadable("larger than 64 MB (" + (size >> 20) + " MB)", "look at it in the bucket");
      }
      return Optional.of(new StoredDocument(key, body.content(), new Revision(body.head().eTag())));
    } catch (S3Exception e) {
      return refused(key, e);
    } catch (SdkException e) {
      throw failure(key, e);
    }
  }

  /// An answer that breaks off, or has no ETag because its head did, is asked for again.
  private static Body body(GetObjectResponse head, AbortableInputStream in) {
    long size = head.contentLength();
    if (size > LARGEST) {
      in.abort();
      return new Body(head, new byte[0]);
    }
    try {
      byte[] content = in.readAllBytes();
      if (head.eTag() == null) {
        throw RetryableException.create("the answer has no ETag");
      }
      return new Body(head, content);
    } catch (IOException e) {
      throw RetryableException.create("the answer broke off", e);
    }
  }

  private Optional<StoredDocument> refused(String key, S3Exception e) throws BackendException {
    String code = AwsFailure.code(e);
    return switch (code) {
      // A deleted version answers MethodNotAllowed, as reading a deletion makes no sense.
      case "NoSuchKey", "NoSuchVersion", "MethodNotAllowed" -> Optional.empty();
      case "InvalidObjectState" ->
          throw unreadable("in an archive storage class", "restore the object in S3").causedBy(e);
      case "AccessDenied" ->
          throw unreadable(
                  "reading this object is not permitted to these credentials",
                  "allow them s3:GetObject, and kms:Decrypt where it is encrypted with a key")
              .causedBy(e);
      default -> throw failure(key, e);
    };
  }

  private BackendException failure(String key, SdkException e) {
    return AwsFailure.of(bucket.attempt("read", key, "GetObject"), e);
  }

  private static BackendException unreadable(String reason, String remedy) {
    return new BackendException(Code.UNREADABLE_DOCUMENT, reason, remedy);
  }
}
