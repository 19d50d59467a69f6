package io.runfabric.console.backend.azblob;

import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.remote.Attempt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The versions a storage account keeps of one blob. Azure keeps no version that says when a blob
/// was removed: then none of them is the latest.
record AzblobVersions(AzblobContainer container) {

  /// The id of what was written while the account kept no versions.
  static final String UNVERSIONED = "";

  /// Newest first; empty when the account never kept versions, or cannot.
  List<DocumentVersion> of(String key) throws BackendException {
    Attempt attempt = container.attempt("list the versions of", key, Need.LIST);
    PagedFlux<BlobItem> pages =
        container
            .client()
            .listBlobs(
                new ListBlobsOptions()
                    .setPrefix(key)
                    .setMaxResultsPerPage(container.pageSize())
                    .setDetails(new BlobListDetails().setRetrieveVersions(true)));
    List<DocumentVersion> found = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      PagedResponse<BlobItem> page =
          AzblobListing.page(container, attempt, pages, next, Cancellation.never());
      page.getValue().stream()
          .filter(item -> item.getName().equals(key))
          .forEach(item -> found.add(version(item)));
      next = endsAfter(key, page) ? Optional.empty() : AzblobListing.following(attempt, page, next);
    } while (next.isPresent());
    if (found.stream().allMatch(version -> version.id().equals(UNVERSIONED))) {
      return List.of();
    }
    // Ids are instants, finer than the times beside them.
    found.sort(
        Comparator.comparing(DocumentVersion::latest)
            .thenComparing(DocumentVersion::at)
            .thenComparing(DocumentVersion::id)
            .reversed());
    return List.copyOf(found);
  }

  // Other names may start with this one; they all come after it.
  private static boolean endsAfter(String key, PagedResponse<BlobItem> page) {
    return !page.getValue().isEmpty() && !page.getValue().getLast().getName().equals(key);
  }

  private static DocumentVersion version(BlobItem item) {
    String id = Optional.ofNullable(item.getVersionId()).orElse(UNVERSIONED);
    return new DocumentVersion(
        id,
        item.getProperties().getLastModified().toInstant(),
        item.getProperties().getContentLength(),
        id.equals(UNVERSIONED) || Boolean.TRUE.equals(item.isCurrentVersion()),
        /* deletion= */ false);
  }
}
