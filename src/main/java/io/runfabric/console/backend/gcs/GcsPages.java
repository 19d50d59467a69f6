package io.runfabric.console.backend.gcs;

import com.google.api.gax.paging.Page;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.Storage.BlobListOption;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/// The pages of a listing, one after the other.
record GcsPages(GcsBucket bucket, Attempt attempt, Cancellation cancellation) {

  /// Hands over what is listed until the end, or until it is not wanted any more.
  void forEach(List<BlobListOption> options, Predicate<Blob> sink) throws BackendException {
    BlobListOption[] asked = options.toArray(BlobListOption[]::new);
    Page<Blob> page = answer(() -> bucket.client().list(bucket.name(), asked));
    while (true) {
      for (Blob blob : page.getValues()) {
        if (!sink.test(blob)) {
          return;
        }
      }
      if (!page.hasNextPage()) {
        return;
      }
      page = following(page);
    }
  }

  private Page<Blob> following(Page<Blob> page) throws BackendException {
    Page<Blob> next = answer(page::getNextPage);
    if (next.hasNextPage() && next.getNextPageToken().equals(page.getNextPageToken())) {
      throw new BackendException(
          Code.DAMAGED,
          "cannot " + attempt.doing() + ": the store says there is more, and not where",
          "check that the endpoint speaks Google Cloud Storage's JSON API");
    }
    return next;
  }

  private Page<Blob> answer(Callable<Page<Blob>> request) throws BackendException {
    try {
      return bucket.answer(cancellation, request);
    } catch (GcsFailure e) {
      throw e.told(attempt);
    }
  }
}
