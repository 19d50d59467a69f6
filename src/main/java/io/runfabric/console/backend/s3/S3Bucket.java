package io.runfabric.console.backend.s3;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.remote.Attempt;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;

/// A bucket and the client that reaches it.
///
/// @param place where requests go: an endpoint or a region
record S3Bucket(S3Client client, String name, String place) {

  /// A client that other makers' S3 accepts too: under a custom endpoint the bucket is part of the
  /// path, and checksums and chunked signatures, which not all of them know, are left out.
  static S3Bucket open(AwsAccess access, String name) throws BackendException {
    Optional<URI> endpoint = access.endpoint("S3");
    S3Client client =
        access.client(
            S3Client.builder()
                .forcePathStyle(endpoint.isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                    service -> service.chunkedEncodingEnabled(false).expectContinueEnabled(false)),
            endpoint);
    return new S3Bucket(client, name, access.place(endpoint));
  }

  Attempt attempt(String doing, String key, String permission) {
    return new Attempt(
        doing + " s3://" + name + "/" + key + " (" + place + ")",
        "s3:" + permission,
        "check the bucket's name, or create the bucket: aws s3 mb s3://" + name);
  }
}
