package io.runfabric.console.backend.azblob;

import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Listed;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.remote.Attempt;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Lists the blobs of a range, page by page as the answers arrive; Azure orders them by name.
record AzblobListing(AzblobContainer container, Range range) {

  /// The metadata by which the folders of a hierarchical namespace, and of those who imitate one,
  /// tell themselves from blobs.
  private static final String FOLDER = "hdi_isfolder";

  void run(Consumer<Listed> sink, Cancellation cancellation) throws BackendException {
    Attempt attempt = container.attempt("list", range.prefix(), Need.LIST);
    // With metadata, for it tells folders.
    ListBlobsOptions options =
        new ListBlobsOptions()
            .setPrefix(range.prefix())
            .setMaxResultsPerPage(container.pageSize())
            .setDetails(new BlobListDetails().setRetrieveMetadata(true));
    PagedFlux<BlobItem> pages =
        range.deep()
            ? container.client().listBlobs(options)
            : container.client().listBlobsByHierarchy("/", options);
    Optional<String> next = Optional.empty();
    do {
      PagedResponse<BlobItem> page = page(container, attempt, pages, next, cancellation);
      for (BlobItem item : page.getValue()) {
        cancellation.check();
        if (isDocument(item)) {
          sink.accept(Listed.at(item.getName(), item.getProperties().getETag()));
        }
      }
      next = following(attempt, page, next);
    } while (next.isPresent());
  }

  /// One page of a listing.
  static PagedResponse<BlobItem> page(
      AzblobContainer container,
      Attempt attempt,
      PagedFlux<BlobItem> pages,
      Optional<String> marker,
      Cancellation cancellation)
      throws BackendException {
    return container
        .answer(
            attempt,
            cancellation,
            () -> marker.map(pages::byPage).orElseGet(() -> pages.byPage()).next())
        .orElseThrow();
  }

  /// Where the next page begins.
  static Optional<String> following(
      Attempt attempt, PagedResponse<BlobItem> page, Optional<String> marker)
      throws BackendException {
    Optional<String> next =
        Optional.ofNullable(page.getContinuationToken()).filter(token -> !token.isEmpty());
    if (next.isPresent() && next.equals(marker)) {
      throw new BackendException(
          Code.DAMAGED,
          "cannot " + attempt.doing() + ": the service says there is more, and not where",
          "check that the endpoint is Azure's Blob service");
    }
    return next;
  }

  static boolean isFolder(Map<String, String> metadata) {
    return metadata != null
        && metadata.entrySet().stream()
            .anyMatch(entry ->
                entry.getKey().equalsIgnoreCase(FOLDER) && Boolean.parseBoolean(entry.getValue()));
  }

  private static boolean isDocument(BlobItem item) {
    return !Boolean.TRUE.equals(item.isPrefix()) && !isFolder(item.getMetadata());
  }
}
