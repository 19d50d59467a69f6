package io.runfabric.console.backend.gcs;

import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobListOption;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Listed;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.remote.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Lists the objects of a range, page by page as the answers arrive; Google orders them by name.
record GcsListing(GcsBucket bucket, Range range) {

  void run(Consumer<Listed> sink, Cancellation cancellation) throws BackendException {
    Attempt attempt = bucket.attempt("list", range.prefix(), "list");
    GcsPages pages = new GcsPages(bucket, attempt, cancellation);
    pages.forEach(
        options(),
        blob -> {
          cancellation.check();
          if (!blob.isDirectory()) {
            sink.accept(Listed.at(blob.getName(), String.valueOf(blob.getGeneration())));
          }
          return true;
        });
  }

  private List<BlobListOption> options() {
    List<BlobListOption> options = new ArrayList<>();
    options.add(BlobListOption.prefix(range.prefix()));
    options.add(
        BlobListOption.fields(
            BlobField.NAME, BlobField.GENERATION, BlobField.SIZE, BlobField.UPDATED));
    if (!range.deep()) {
      options.add(BlobListOption.delimiter("/"));
    }
    return options;
  }
}
