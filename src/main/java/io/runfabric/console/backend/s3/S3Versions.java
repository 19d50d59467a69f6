package io.runfabric.console.backend.s3;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.aws.AwsFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The versions a bucket keeps of one object.
record S3Versions(S3Bucket bucket) {

  /// The id of what was written while the bucket kept no versions.
  private static final String UNVERSIONED = "null";

  /// Newest first; empty when the bucket never kept versions, or cannot.
  List<DocumentVersion> of(String key) throws BackendException {
    List<DocumentVersion> found = new ArrayList<>();
    try {
      for (ListObjectVersionsResponse page :
          bucket
              .client()
              .listObjectVersionsPaginator(
                  list -> list.bucket(bucket.name()).prefix(key).encodingType(EncodingType.URL))) {
        page.versions().stream()
            .filter(version -> version.key().equals(key))
            .forEach(version -> found.add(written(version)));
        page.deleteMarkers().stream()
            .filter(marker -> marker.key().equals(key))
            .forEach(marker -> found.add(deleted(marker)));
        if (endsAfter(key, page)) {
          break;
        }
      }
    } catch (S3Exception e) {
      if (e.statusCode() != S3Objects.NOT_IMPLEMENTED) {
        throw failure(key, e);
      }
    } catch (SdkException e) {
      throw failure(key, e);
    }
    if (found.stream().allMatch(version -> version.id().equals(UNVERSIONED))) {
      return List.of();
    }
    // Deletions come apart from versions; within one instant the latest is first.
    found.sort(
        Comparator.comparing(DocumentVersion::latest)
            .thenComparing(DocumentVersion::at)
            .reversed());
    return List.copyOf(found);
  }

  // Other keys may start with this one; they all come after it.
  private static boolean endsAfter(String key, ListObjectVersionsResponse page) {
    String next = page.nextKeyMarker();
    return next == null || !next.equals(key);
  }

  private static DocumentVersion written(ObjectVersion version) {
    return new DocumentVersion(
        version.versionId(),
        version.lastModified(),
        version.size(),
        version.isLatest(),
        /* deletion= */ false);
  }

  private static DocumentVersion deleted(DeleteMarkerEntry marker) {
    return new DocumentVersion(
        marker.versionId(), marker.lastModified(), 0, marker.isLatest(), /* deletion= */ true);
  }

  private BackendException failure(String key, SdkException e) {
    return AwsFailure.of(bucket.attempt("list the versions of", key, "ListBucketVersions"), e);
  }
}
