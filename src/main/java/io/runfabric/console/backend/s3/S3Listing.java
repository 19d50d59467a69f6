package io.runfabric.console.backend.s3;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Listed;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.aws.AwsCall;
import io.runfabric.console.backend.remote.Attempt;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists the objects of a range, page by page as the answers arrive; S3 orders them by key.
record S3Listing(S3Bucket bucket, Range range) {

  void run(Consumer<Listed> sink, Cancellation cancellation) throws BackendException {
    Attempt attempt = bucket.attempt("list", range.prefix(), "ListBucket");
    Optional<String> next = Optional.empty();
    do {
      ListObjectsV2Response page = page(attempt, next, cancellation);
      for (S3Object object : page.contents()) {
        cancellation.check();
        sink.accept(Listed.at(object.key(), version(object)));
      }
      next = following(attempt, page, next);
    } while (next.isPresent());
  }

  // Not every store that speaks the protocol lists ETags.
  private static String version(S3Object object) {
    return String.join(
        " ",
        String.valueOf(object.eTag()),
        String.valueOf(object.size()),
        String.valueOf(object.lastModified()));
  }

  private ListObjectsV2Response page(
      Attempt attempt, Optional<String> token, Cancellation cancellation) throws BackendException {
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder()
            .bucket(bucket.name())
            .prefix(range.prefix())
            .encodingType(EncodingType.URL); // XML cannot hold every key
    if (!range.deep()) {
      request.delimiter("/");
    }
    token.ifPresent(request::continuationToken);
    return AwsCall.answer(
        attempt, cancellation, () -> bucket.client().listObjectsV2(request.build()));
  }

  private static Optional<String> following(
      Attempt attempt, ListObjectsV2Response page, Optional<String> token) throws BackendException {
    if (!Boolean.TRUE.equals(page.isTruncated())) {
      return Optional.empty();
    }
    Optional<String> next = Optional.ofNullable(page.nextContinuationToken());
    if (next.isEmpty() || next.equals(token)) {
      throw new BackendException(
          Code.DAMAGED,
          "cannot " + attempt.doing() + ": the store says there is more, and not where",
          "check that the endpoint speaks S3's ListObjectsV2");
    }
    return next;
  }
}
