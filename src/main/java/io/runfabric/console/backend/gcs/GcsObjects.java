package io.runfabric.console.backend.gcs;

import com.google.api.client.http.HttpResponse;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.Bucket;
import com.google.cloud.RetryHelper;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.StorageRetryStrategy;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads whole objects, each with one request. The SDK does not tell which generation it has read,
/// so this asks one level below it, with its transport, credentials and retries.
///
/// An object that is kept compressed (`Content-Encoding: gzip`) comes as its stored, compressed
/// bytes: those are what its checksums, its size and a backup of it are about.
record GcsObjects(GcsBucket bucket, Storage api) {

  private static final long LARGEST = 64L << 20;

  static GcsObjects of(GcsBucket bucket) {
    HttpTransportOptions http = (HttpTransportOptions) bucket.options().getTransportOptions();
    Storage api =
        new Storage.Builder(
                http.getHttpTransportFactory().create(),
                GsonFactory.getDefaultInstance(),
                http.getHttpRequestInitializer(bucket.options()))
            .setRootUrl(bucket.options().getHost())
            .setApplicationName(bucket.options().getApplicationName())
            .build();
    return new GcsObjects(bucket, api);
  }

  /// The object under a key, if there is one.
  ///
  /// @param generation the one to read; else the live one
  Optional<StoredDocument> read(String key, OptionalLong generation) throws BackendException {
    Attempt attempt = bucket.attempt("read", key, "get");
    Media media;
    try {
      media =
          bucket.answer(() ->
              RetryHelper.runWithRetries(
                  () -> media(key, generation),
                  bucket.options().getRetrySettings(),
                  StorageRetryStrategy.getDefaultStorageRetryStrategy().getIdempotentHandler(),
                  bucket.options().getClock()));
    } catch (GcsFailure e) {
      return refused(attempt, e);
    }
    if (media.size() > LARGEST) {
      throw unreadable(
          "larger than 64 MB (" + (media.size() >> 20) + " MB)", "look at it in the bucket");
    }
    if (media.generation().isEmpty()) {
      throw new BackendException(
          Code.DAMAGED,
          "cannot " + attempt.doing() + ": the answer does not say which generation it is",
          "check that the endpoint speaks Google Cloud Storage's JSON API");
    }
    return Optional.of(
        new StoredDocument(key, media.content(), new Revision(media.generation().get())));
  }

  private Media media(String key, OptionalLong generation) throws IOException {
    Storage.Objects.Get get = api.objects().get(bucket.name(), key);
    get.setReturnRawInputStream(true);
    if (generation.isPresent()) {
      get.setGeneration(generation.getAsLong());
    }
    HttpResponse answer = get.executeMedia();
    boolean whole = false;
    try {
      Media media = Media.of(answer, LARGEST);
      whole = media.size() <= LARGEST;
      return media;
    } finally {
      // Read to its end the connection serves the next request; else it has to go.
      if (!whole) {
        answer.disconnect();
      }
    }
  }

  /// How the bucket encrypts and whether it keeps versions. The SDK's own bucket needs its gRPC
  /// side, which is not here.
  Bucket settings() throws IOException {
    return api.buckets().get(bucket.name()).setFields("encryption,versioning").execute();
  }

  private static Optional<StoredDocument> refused(Attempt attempt, GcsFailure e)
      throws BackendException {
    if (e.status() == 404 && !GcsDocumentStore.bucketIsMissing(e)) {
      return Optional.empty();
    }
    BackendException told = e.told(attempt);
    if (e.status() == 403 && told.code() == Code.DENIED) {
      throw unreadable(
              "reading this object is not permitted to these credentials",
              "allow them " + attempt.permission() + ", and the key it is encrypted with")
          .causedBy(e);
    }
    if (e.status() == 400 && e.says("encrypt")) {
      throw unreadable(
              "encrypted with a key that its writer kept", "look at it with that key in the bucket")
          .causedBy(e);
    }
    throw told;
  }

  private static BackendException unreadable(String reason, String remedy) {
    return new BackendException(Code.UNREADABLE_DOCUMENT, reason, remedy);
  }
}
