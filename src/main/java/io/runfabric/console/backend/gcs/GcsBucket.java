package io.runfabric.console.backend.gcs;

import com.google.cloud.storage.HttpStorageOptions;
import com.google.cloud.storage.Storage;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.backend.remote.TimeLimit;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// A bucket and the client that reaches it.
record GcsBucket(HttpStorageOptions options, Storage client, String name, Patience patience) {

  static GcsBucket open(HttpStorageOptions options, String name, Patience patience) {
    return new GcsBucket(options, options.getService(), name, patience);
  }

  /// The answer of one request with all its attempts.
  <T> T answer(Callable<T> request) throws GcsFailure {
    try {
      return TimeLimit.within(patience.call(), request);
    } catch (ExecutionException | TimeoutException e) {
      throw GcsFailure.of(e);
    }
  }

  /// The answer of one request, given up soon after cancellation.
  <T> T answer(Cancellation cancellation, Callable<T> request) throws GcsFailure {
    try {
      return cancellation.leaving(() -> answer(request));
    } catch (ExecutionException e) {
      throw GcsFailure.of(e);
    }
  }

  /// @param permission such as `list`, of `storage.objects.list`
  Attempt attempt(String doing, String key, String permission) {
    return new Attempt(
        doing + " gs://" + name + "/" + key + " (" + options.getHost() + ")",
        "storage.objects." + permission,
        "check the bucket's name, or create the bucket: gcloud storage buckets create gs://"
            + name);
  }
}
