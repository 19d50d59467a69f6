package io.runfabric.console.backend.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Objects of which the condition of a write and the write are one step, as Amazon's S3 promises.
/// S3Proxy looks at what is stored before it takes the content in, so that of several who replace
/// one object all may.
final class AtomicConditions extends ForwardingBlobStore {

  private final Object step = new Object();

  AtomicConditions(BlobStore blobs) {
    super(blobs);
  }

  // What a slow client sends is awaited before.
  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    byte[] whole;
    try {
      whole = content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    synchronized (step) {
      String expected = request.ifMatch();
      if (expected != null && !bare(expected).equals(stored(request))) {
        throw S3Exception.builder()
            .statusCode(412)
            .message("At least one of the pre-conditions you specified did not hold")
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("PreconditionFailed").build())
            .build();
      }
      return super.putBlob(request, new ByteArrayInputStream(whole));
    }
  }

  private @Nullable String stored(PutObjectRequest request) {
    HeadObjectResponse stored = blobMetadataIfPresent(request.bucket(), request.key());
    return stored == null ? null : bare(stored.eTag());
  }

  private static String bare(String eTag) {
    return eTag.replace("\"", "");
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    synchronized (step) {
      return super.removeBlob(request);
    }
  }
}
